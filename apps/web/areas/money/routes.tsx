import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { moneyYearQuery, scenariosQuery } from './api';
import { paymentsQuery } from './payments-api';
import { paymentsSearch } from './payments-search';
import { eurosSearch, simulationSearch } from './search';

const euros = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/euros',
  validateSearch: eurosSearch,
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: ({ context: { queryClient, session }, deps: { annee } }) => queryClient.ensureQueryData(moneyYearQuery(session.communityId, annee)),
  component: lazyRouteComponent(() => import('./euros-page'), 'EurosPage'),
});

const simulation = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/simulation',
  validateSearch: simulationSearch,
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: async ({ context: { queryClient, session }, deps: { annee } }) => {
    const { year } = await queryClient.ensureQueryData(moneyYearQuery(session.communityId, annee));
    if (year !== null) await queryClient.ensureQueryData(scenariosQuery(session.communityId, year));
  },
  component: lazyRouteComponent(() => import('./simulation-page'), 'SimulationPage'),
});

const payments = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/versements',
  validateSearch: paymentsSearch,
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(paymentsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./payments-page'), 'PaymentsPage'),
});

/** The pages of this area. */
export const signedInRoutes = [payments, euros, simulation] as const;
