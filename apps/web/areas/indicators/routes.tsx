import { modelOrigins } from '@maillage/domain/indicators';
import { evidenceKinds } from '@maillage/domain/indicators';
import { periodKindOf } from '@maillage/domain/kernel';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { publicRoute, shellRoute } from '../../app/root-routes';
import { choiceParam, textParam } from '../../lib/search-params';
import { tableSearch } from '../../ui/table/table-state';
import { proofQuery, proofsQuery } from './proofs/evidence-api';
import { locksQuery, validationSettingsQuery, waitingQuery } from './validation/validation-api';
import { awaitedQuery, entryQuery, historyQuery, indicatorModelsQuery, indicatorQuery, indicatorsQuery } from './api';
import { collectionLinkQuery, collectionLinksQuery, contributionsQuery } from './links/collection-links-api';
import { collectionQuery, collectionSettingsQuery } from './collection/collection-api';
import { importQuery, importsQuery } from './imports/import-api';

import type { LibrarySearch } from './definition/model-choice';

type Search = Record<string, unknown>;

/** What the address of the entry page says. */
export interface EntrySearch {
  periode?: string;
  indicateur?: string;
}

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs',
  validateSearch: (search: Search) => ({ ...tableSearch(search), vue: choiceParam(search['vue'], ['archives']) }),
  loaderDeps: ({ search: { vue } }) => ({ archived: vue === 'archives' }),
  loader: async ({ context: { queryClient, session }, deps: { archived } }) => {
    if (session.rights.has('measures.write')) void queryClient.prefetchQuery(awaitedQuery(session.communityId));
    await queryClient.ensureQueryData(indicatorsQuery(session.communityId, archived));
  },
  component: lazyRouteComponent(() => import('./list-page'), 'IndicatorsPage'),
});

const entry = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/saisie',
  validateSearch: (search: Search): EntrySearch => {
    const periode = textParam(search['periode']);
    return { periode: periodKindOf(periode) ? periode : undefined, indicateur: textParam(search['indicateur']) };
  },
  loaderDeps: ({ search: { periode, indicateur } }) => ({ periode, indicateur }),
  loader: async ({ context: { queryClient, session }, deps: { periode, indicateur } }) => {
    if (periode !== undefined) return void (await queryClient.ensureQueryData(entryQuery(session.communityId, periode)));
    const grid = await queryClient.fetchQuery(entryQuery(session.communityId));
    if (!grid.period) return;
    // The period is named in the address: it does not change under the person when its last value is given.
    queryClient.setQueryData(entryQuery(session.communityId, grid.period.key).queryKey, grid);
    throw redirect({ to: '/indicateurs/saisie', search: { periode: grid.period.key, indicateur }, replace: true });
  },
  component: lazyRouteComponent(() => import('./values/entry-page'), 'EntryPage'),
});

/** What the address of the list « À valider » says. */
export interface ValidationSearch {
  /** `toutes`: those that wait for others too. */
  vue?: string;
  q?: string;
  periode?: string;
}

const validation = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/validation',
  validateSearch: (search: Search): ValidationSearch => ({ vue: textParam(search['vue']), q: textParam(search['q']), periode: textParam(search['periode']) }),
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(waitingQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./validation/validation-page'), 'ValidationPage'),
});

const locks = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/verrous',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(locksQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./validation/locks-page'), 'LocksPage'),
});

const validationSettings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/validation',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(validationSettingsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./validation/validation-settings-page'), 'ValidationSettingsPage'),
});

const collection = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/collecte',
  validateSearch: (search: Search): { periode?: string } => {
    const periode = textParam(search['periode']);
    return { periode: periodKindOf(periode) ? periode : undefined };
  },
  loaderDeps: ({ search: { periode } }) => ({ periode }),
  loader: async ({ context: { queryClient, session }, deps: { periode } }) => {
    void queryClient.prefetchQuery(collectionSettingsQuery(session.communityId));
    await queryClient.ensureQueryData(collectionQuery(session.communityId, periode));
  },
  component: lazyRouteComponent(() => import('./collection/collection-page'), 'CollectionPage'),
});

const create = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/nouveau',
  validateSearch: (search: Search): { modele?: string; action?: string } & LibrarySearch => ({
    modele: textParam(search['modele']),
    action: textParam(search['action']),
    q: textParam(search['q']),
    mission: textParam(search['mission']),
    origine: choiceParam(search['origine'], modelOrigins),
  }),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(indicatorModelsQuery),
  component: lazyRouteComponent(() => import('./definition/new-page'), 'NewIndicatorPage'),
});

const card = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/$indicatorId',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session }, params: { indicatorId } }) =>
    queryClient.ensureQueryData(indicatorQuery(session.communityId, indicatorId)),
  component: lazyRouteComponent(() => import('./definition/card-page'), 'IndicatorPage'),
});

const edit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/$indicatorId/modifier',
  loader: ({ context: { queryClient, session }, params: { indicatorId } }) =>
    queryClient.ensureQueryData(indicatorQuery(session.communityId, indicatorId)),
  component: lazyRouteComponent(() => import('./definition/edit-page'), 'EditIndicatorPage'),
});

const value = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/$indicatorId/valeurs/$periodKey',
  loader: async ({ context: { queryClient, session }, params: { indicatorId, periodKey } }) => {
    void queryClient.prefetchQuery(historyQuery(session.communityId, indicatorId, periodKey));
    await queryClient.ensureQueryData(indicatorQuery(session.communityId, indicatorId));
  },
  component: lazyRouteComponent(() => import('./values/value-page'), 'ValuePage'),
});

const imports = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/importer',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(importsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./imports/import-page'), 'ImportValuesPage'),
});

const oneImport = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/importer/$importId',
  validateSearch: tableSearch,
  // Always as it stands: a job may have moved it since it was last read.
  loader: ({ context: { queryClient, session }, params: { importId } }) => queryClient.fetchQuery(importQuery(session.communityId, importId)),
  component: lazyRouteComponent(() => import('./imports/import-one-page'), 'ImportPage'),
});

const proofs = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/preuves',
  validateSearch: (search: Search): { recherche?: string; nature?: 'file' | 'link' | 'record' } => ({
    recherche: textParam(search['recherche']),
    nature: choiceParam(search['nature'], evidenceKinds),
  }),
  loaderDeps: ({ search: { recherche, nature } }) => ({ recherche, nature }),
  loader: ({ context: { queryClient, session }, deps: { recherche, nature } }) =>
    queryClient.ensureInfiniteQueryData(proofsQuery(session.communityId, { q: recherche, kind: nature })),
  component: lazyRouteComponent(() => import('./proofs/proofs-page'), 'ProofsPage'),
});

const proof = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/preuves/$evidenceId',
  loader: ({ context: { queryClient, session }, params: { evidenceId } }) => queryClient.ensureQueryData(proofQuery(session.communityId, evidenceId)),
  component: lazyRouteComponent(() => import('./proofs/proof-page'), 'ProofPage'),
});

const collectionDoor = createRoute({
  getParentRoute: () => publicRoute,
  path: '/collecte',
  component: lazyRouteComponent(() => import('./links/collection-door-page'), 'CollectionDoorPage'),
});

const collectionLinks = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/liens',
  validateSearch: tableSearch,
  loader: async ({ context: { queryClient, session } }) => {
    void queryClient.prefetchQuery(indicatorsQuery(session.communityId));
    await queryClient.ensureQueryData(collectionLinksQuery(session.communityId));
  },
  component: lazyRouteComponent(() => import('./links/collection-links-page'), 'CollectionLinksPage'),
});

const contributions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/liens/a-accepter',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(contributionsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./links/contributions-page'), 'ContributionsPage'),
});

const collectionLink = createRoute({
  getParentRoute: () => shellRoute,
  path: '/indicateurs/liens/$linkId',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session }, params: { linkId } }) => queryClient.ensureQueryData(collectionLinkQuery(session.communityId, linkId)),
  component: lazyRouteComponent(() => import('./links/collection-link-page'), 'CollectionLinkPage'),
});

/** The pages open to anyone. */
export const publicRoutes = [collectionDoor] as const;

/** The pages of this area. */
export const signedInRoutes = [list, entry, collection, validation, locks, validationSettings, imports, oneImport, create, card, edit, value, proofs, proof, collectionLinks, contributions, collectionLink] as const;
