import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { textParam } from '../../lib/search-params';
import { agreementsQuery, contractQuery, missionsQuery } from './api';

const missions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/missions',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(missionsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./missions-page'), 'MissionsPage'),
});

const contract = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/contrat',
  loader: ({ context: { queryClient, session } }) =>
    Promise.all([
      queryClient.ensureQueryData(contractQuery(session.communityId)),
      queryClient.ensureQueryData(agreementsQuery(session.communityId)),
    ]),
  component: lazyRouteComponent(() => import('./contract-page'), 'ContractSettingsPage'),
});

const amounts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/bareme',
  validateSearch: (search: Record<string, unknown>) => ({ accord: textParam(search['accord']) }),
  loader: ({ context: { queryClient, session } }) =>
    Promise.all([
      queryClient.ensureQueryData(contractQuery(session.communityId)),
      queryClient.ensureQueryData(agreementsQuery(session.communityId)),
    ]),
  component: lazyRouteComponent(() => import('./bareme-page'), 'AmountsPage'),
});

/** The pages of this area. */
export const signedInRoutes = [missions, contract, amounts] as const;
