import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { contractQuery, missionsQuery } from './api';

const missions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/missions',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(missionsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./missions-page'), 'MissionsPage'),
});

const contract = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/contrat',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(contractQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./contract-page'), 'ContractSettingsPage'),
});

/** The pages of this area. */
export const signedInRoutes = [missions, contract] as const;
