import { auditActs, auditFamilies, isDay, isUuid } from '@maillage/domain/kernel';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { choiceParam, textParam } from '../../lib/search-params';
import { tableSearch } from '../../ui/table/table-state';
import { type JournalFilter, journalQuery, settingsQuery, territoryQuery } from './api';

/** Opens on the first tab. */
const settings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages',
  beforeLoad: ({ location }) => {
    if (location.pathname.replace(/\/$/, '') === '/reglages') throw redirect({ href: '/reglages/communaute', replace: true });
  },
});

const community = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/communaute',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(settingsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./settings-page'), 'CommunitySettingsPage'),
});

const territory = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/territoire',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(territoryQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./territory-page'), 'TerritoryPage'),
});

const dayParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return isDay(text) ? text : undefined;
};

const natures = [...Object.keys(auditFamilies), ...Object.keys(auditActs)];

const subjectParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && /^[a-z][a-z-]{0,39}:.{1,80}$/.test(text) ? text : undefined;
};

const journal = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/journal',
  validateSearch: (search: Record<string, unknown>): JournalFilter => ({
    q: textParam(search['q']),
    qui: isUuid(search['qui']) ? search['qui'] : undefined,
    nature: choiceParam(search['nature'], natures),
    sujet: subjectParam(search['sujet']),
    depuis: dayParam(search['depuis']),
    jusqu: dayParam(search['jusqu']),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, session }, deps }) =>
    queryClient.ensureInfiniteQueryData(journalQuery(session.communityId, deps)),
  component: lazyRouteComponent(() => import('./journal-page'), 'JournalPage'),
});

/** The pages of this area. */
export const signedInRoutes = [settings, community, territory, journal] as const;
