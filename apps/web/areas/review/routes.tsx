import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { countParam, textParam } from '../../lib/search-params';
import { roomQuery } from './api';

/** What the address of the room says. */
export interface ReviewSearch {
  annee?: number;
  /** Code of the mission on screen. */
  mission?: string;
}

const reviewSearch = (search: Record<string, unknown>): ReviewSearch => ({ annee: countParam(search['annee']), mission: textParam(search['mission']) });
const yearSearch = (search: Record<string, unknown>): Pick<ReviewSearch, 'annee'> => ({ annee: countParam(search['annee']) });

const room = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/dialogue',
  validateSearch: reviewSearch,
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: ({ context: { queryClient, session }, deps: { annee } }) => queryClient.ensureQueryData(roomQuery(session.communityId, annee)),
  component: lazyRouteComponent(() => import('./review-page'), 'ReviewPage'),
});

const mission = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/dialogue/mission/$code',
  validateSearch: yearSearch,
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: ({ context: { queryClient, session }, deps: { annee } }) => queryClient.ensureQueryData(roomQuery(session.communityId, annee)),
  component: lazyRouteComponent(() => import('./mission-print-page'), 'MissionPrintPage'),
});

const summary = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/dialogue/synthese',
  validateSearch: yearSearch,
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: ({ context: { queryClient, session }, deps: { annee } }) => queryClient.ensureQueryData(roomQuery(session.communityId, annee)),
  component: lazyRouteComponent(() => import('./summary-print-page'), 'SummaryPrintPage'),
});

/** The pages of this area. */
export const signedInRoutes = [room, mission, summary] as const;
