import { actionStatuses } from '@maillage/domain/project';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { choiceParam, textParam } from '../../lib/search-params';
import { actionQuery, differencesQuery, homeQuery, versionQuery, versionsQuery } from './api';
import { sectionNames, type SectionName } from './sections';
import type { TreeFilter } from './tree-filter';

const filter = (search: Record<string, unknown>): TreeFilter => ({
  q: textParam(search['q']),
  mission: textParam(search['mission']),
  etat: choiceParam(search['etat'], actionStatuses),
  pilote: textParam(search['pilote']),
  retard: choiceParam(search['retard'], ['oui']),
});

const project = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projet',
  validateSearch: filter,
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(homeQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./project-page'), 'ProjectPage'),
});

const draft = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projet/brouillon',
  loader: async ({ context: { queryClient, session } }) => {
    const { draftId } = await queryClient.ensureQueryData(versionsQuery(session.communityId));
    if (draftId) await queryClient.ensureQueryData(versionQuery(session.communityId, draftId));
  },
  component: lazyRouteComponent(() => import('./draft-page'), 'DraftPage'),
});

const versions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projet/versions',
  validateSearch: (search: Record<string, unknown>): { de?: string; a?: string } => ({ de: textParam(search['de']), a: textParam(search['a']) }),
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(versionsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./versions-page'), 'VersionsPage'),
});

const version = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projet/versions/$versionId',
  validateSearch: filter,
  loader: async ({ context: { queryClient, session }, params: { versionId } }) => {
    void queryClient.prefetchQuery(differencesQuery(session.communityId, versionId));
    await queryClient.ensureQueryData(versionQuery(session.communityId, versionId));
  },
  component: lazyRouteComponent(() => import('./version-page'), 'VersionPage'),
});

const action = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projet/actions/$actionId',
  validateSearch: (search: Record<string, unknown>): { version?: string; modifier?: SectionName } => ({
    version: textParam(search['version']),
    modifier: choiceParam(search['modifier'], sectionNames),
  }),
  loaderDeps: ({ search: { version: versionId } }) => ({ versionId }),
  loader: ({ context: { queryClient, session }, params: { actionId }, deps: { versionId } }) =>
    queryClient.ensureQueryData(actionQuery(session.communityId, actionId, versionId)),
  component: lazyRouteComponent(() => import('./action-page'), 'ActionPage'),
});

/** The pages of this area. */
export const signedInRoutes = [project, draft, versions, version, action] as const;
