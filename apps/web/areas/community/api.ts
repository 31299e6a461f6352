import type { components, paths } from '@maillage/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionQuery, useSession } from '../../app/session';
import { api, asForm, call } from '../../lib/api';
import { stringifySearch } from '../../lib/search-params';

type Schemas = components['schemas'];

export type Settings = Schemas['SettingsDto'];
export type SettingsChange = Schemas['ChangeSettingsDto'];
export type Territory = Schemas['TerritoryDto'];
export type Commune = Schemas['CommuneDto'];
export type JournalLine = Schemas['JournalLineDto'];
export type JournalVerification = Schemas['JournalVerificationDto'];
type AskedAct = NonNullable<paths['/api/journal']['get']['parameters']['query']>['act'];

/** What the address of the journal says. */
export interface JournalFilter {
  q?: string;
  qui?: string;
  /** An act, or what acts are about. */
  nature?: string;
  /** `indicator:0190…`. */
  sujet?: string;
  depuis?: string;
  jusqu?: string;
}

/** The settings of the community. */
export const settingsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'community', 'settings'] as const,
    queryFn: ({ signal }): Promise<Settings> => call(api.GET('/api/community', { signal })),
  });

/** The territory of the community. */
export const territoryQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'community', 'territory'] as const,
    queryFn: ({ signal }): Promise<Territory> => call(api.GET('/api/community/territory', { signal })),
  });

/** Communes and intercommunalities that answer a search. */
export const communeSearchQuery = (communityId: string, q: string) =>
  queryOptions({
    queryKey: [communityId, 'communes', q] as const,
    queryFn: ({ signal }) => call(api.GET('/api/communes', { params: { query: { q } }, signal })),
    enabled: q.trim().length >= 2,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What the API is asked for the filters of the address. */
export function journalAsked({ q, qui, nature, sujet, depuis, jusqu }: JournalFilter) {
  const [, subjectType, subjectId] = /^([a-z-]+):(.+)$/.exec(sujet ?? '') ?? [];
  return { words: q, personId: qui, act: nature as AskedAct | undefined, subjectType, subjectId, from: depuis, to: jusqu };
}

/** Where the lines that answer the filters are downloaded from. */
export const journalExportHref = (filter: JournalFilter, format: 'csv' | 'json'): string =>
  `/api/journal/export${stringifySearch({ ...journalAsked(filter), format })}`;

/** Has the chain of the journal recomputed, and values compared with their history. */
export function useVerifyJournal() {
  return useMutation({ mutationFn: (): Promise<JournalVerification> => call(api.GET('/api/journal/verification')) });
}

/** The journal, page after page. */
export const journalQuery = (communityId: string, filter: JournalFilter) =>
  infiniteQueryOptions({
    queryKey: [communityId, 'journal', filter] as const,
    queryFn: ({ signal, pageParam }) =>
      call(
        api.GET('/api/journal', {
          params: {
            query: { ...journalAsked(filter), beforeId: pageParam ?? undefined },
          },
          signal,
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextId,
    placeholderData: keepPreviousData,
  });

/** After the settings changed: everything that shows the name or counts days is read again. */
function useSettingsKept(): (settings: Settings) => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return (settings) => {
    client.setQueryData(settingsQuery(communityId).queryKey, settings);
    return Promise.all([
      client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      client.invalidateQueries({ queryKey: [communityId, 'journal'] }),
      client.invalidateQueries({ queryKey: [communityId, 'contract'] }),
    ]);
  };
}

/** Saves the settings. */
export function useChangeSettings() {
  const kept = useSettingsKept();
  return useMutation({ mutationFn: (body: SettingsChange) => call(api.PUT('/api/community', { body })), onSuccess: kept });
}

/** Sends a new logo. */
export function useSetLogo() {
  const kept = useSettingsKept();
  return useMutation({
    mutationFn: (file: File) =>
      call(api.PUT('/api/community/logo', { body: { file: file as unknown as string }, bodySerializer: asForm })),
    onSuccess: kept,
  });
}

/** Takes the logo away. */
export function useRemoveLogo() {
  const kept = useSettingsKept();
  return useMutation({ mutationFn: () => call(api.DELETE('/api/community/logo')), onSuccess: kept });
}

function useTerritoryKept(): (territory: Territory) => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return (territory) => {
    client.setQueryData(territoryQuery(communityId).queryKey, territory);
    return Promise.all([
      client.invalidateQueries({ queryKey: [communityId, 'contract'] }),
      client.invalidateQueries({ queryKey: [communityId, 'journal'] }),
      client.invalidateQueries({ queryKey: [communityId, 'steering'] }),
    ]);
  };
}

/** Adds communes, or whole intercommunalities. */
export function useAddToTerritory() {
  const kept = useTerritoryKept();
  return useMutation({
    mutationFn: (body: Schemas['AddToTerritoryDto']) => call(api.POST('/api/community/territory/additions', { body })),
    onSuccess: kept,
  });
}

/** Takes communes out. */
export function useRemoveFromTerritory() {
  const kept = useTerritoryKept();
  return useMutation({
    mutationFn: (communes: string[]) => call(api.POST('/api/community/territory/removals', { body: { communes } })),
    onSuccess: kept,
  });
}
