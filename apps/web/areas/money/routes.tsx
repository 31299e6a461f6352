import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { ApiError } from '../../lib/api-error';
import { type MoneyYear, moneyYearQuery, scenariosQuery } from './api';
import { paymentsQuery } from './payments-api';
import { paymentsSearch } from './payments-search';
import { eurosSearch, simulationSearch } from './search';

/** The year of the address; one the contract does not have leads to the one that runs. */
async function loadYear(client: QueryClient, communityId: string, year: number | undefined, to: string): Promise<MoneyYear> {
  try {
    return await client.ensureQueryData(moneyYearQuery(communityId, year));
  } catch (error) {
    if (error instanceof ApiError && (error.code === 'contract-year-outside' || error.isAbsent) && year !== undefined) throw redirect({ to: to as never, replace: true });
    throw error;
  }
}

const euros = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/euros',
  validateSearch: eurosSearch,
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: ({ context: { queryClient, session }, deps: { annee } }) => loadYear(queryClient, session.communityId, annee, '/contrat/euros'),
  component: lazyRouteComponent(() => import('./euros-page'), 'EurosPage'),
});

const simulation = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/simulation',
  validateSearch: simulationSearch,
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: async ({ context: { queryClient, session }, deps: { annee } }) => {
    const { year } = await loadYear(queryClient, session.communityId, annee, '/contrat/simulation');
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
