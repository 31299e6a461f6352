import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { choiceParam, countParam, textParam } from '../../lib/search-params';
import { agreementsQuery, contractQuery, missionsQuery } from './api';
import { termsQuery } from './terms-api';

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

/** 0 as signed, then the number of the amendment. */
const amendmentParam = (value: unknown): number | undefined => (textParam(value) === '0' ? 0 : countParam(value));

const terms = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat',
  validateSearch: (search: Record<string, unknown>) => ({ annee: countParam(search['annee']), avenant: amendmentParam(search['avenant']) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, session }, deps: { annee, avenant } }) => queryClient.ensureQueryData(termsQuery(session.communityId, annee, avenant)),
  component: lazyRouteComponent(() => import('./terms-page'), 'TermsPage'),
});

const termsForm = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/saisir',
  validateSearch: (search: Record<string, unknown>) => ({ annee: countParam(search['annee']), avenant: choiceParam(search['avenant'], ['oui']) }),
  loaderDeps: ({ search: { annee } }) => ({ annee }),
  loader: ({ context: { queryClient, session }, deps: { annee } }) =>
    Promise.all([queryClient.ensureQueryData(termsQuery(session.communityId, annee)), queryClient.ensureQueryData(agreementsQuery(session.communityId))]),
  component: lazyRouteComponent(() => import('./terms-form-page'), 'TermsFormPage'),
});

const termsImport = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contrat/importer',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(termsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./import-page'), 'ImportPage'),
});

/** The pages of this area. */
export const signedInRoutes = [missions, contract, amounts, terms, termsForm, termsImport] as const;
