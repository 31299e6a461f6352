import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';
import { ApiError } from '../../lib/api-error';

type Schemas = components['schemas'];

export type Indicator = Schemas['IndicatorDto'];
export type IndicatorInput = Schemas['IndicatorDefinitionDto'];
export type IndicatorLine = Schemas['IndicatorLineDto'];
export type IndicatorCard = Schemas['IndicatorCardDto'];
export type IndicatorModel = Schemas['IndicatorModelDto'];
export type IndicatorChange = Schemas['IndicatorChangeDto'];
export type Standing = Schemas['StandingDto'];
export type ValueLine = Schemas['ActedValueLineDto'];
export type Measure = Schemas['MeasureDto'];
export type MeasureChange = Schemas['MeasureChangeDto'];
export type Evidence = Schemas['EvidenceDto'];
export type EntryGrid = Schemas['EntryGridDto'];
export type EntryLine = Schemas['EntryLineDto'];
export type Awaited = Schemas['AwaitedValueDto'];
export type Person = Schemas['PersonDto'];
type RecordInput = Schemas['RecordMeasureDto'];

const root = (communityId: string) => [communityId, 'indicators'] as const;

/** The indicators in use, or those and the archived ones. */
export const indicatorsQuery = (communityId: string, archived = false) =>
  queryOptions({
    queryKey: [...root(communityId), 'list', archived] as const,
    queryFn: ({ signal }): Promise<IndicatorLine[]> =>
      call(api.GET('/api/indicators', { params: { query: archived ? { archived: 'true' } : {} }, signal })),
  });

/** The card of an indicator. */
export const indicatorQuery = (communityId: string, indicatorId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'card', indicatorId] as const,
    queryFn: ({ signal }): Promise<IndicatorCard> =>
      call(api.GET('/api/indicators/{indicatorId}', { params: { path: { indicatorId } }, signal })),
  });

/** What happened to the values of an indicator; of one period when named. */
export const historyQuery = (communityId: string, indicatorId: string, period?: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'history', indicatorId, period ?? null] as const,
    queryFn: ({ signal }): Promise<MeasureChange[]> =>
      call(api.GET('/api/indicators/{indicatorId}/history', { params: { path: { indicatorId }, query: { period } }, signal })),
  });

/** The entry page of a period; of the newest that misses a value when none is named. */
export const entryQuery = (communityId: string, period?: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'entry', period ?? null] as const,
    queryFn: ({ signal }): Promise<EntryGrid> => call(api.GET('/api/measures/entry', { params: { query: { period } }, signal })),
  });

/** The values awaited today. */
export const awaitedQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'awaited'] as const,
    queryFn: ({ signal }): Promise<Awaited[]> => call(api.GET('/api/measures/awaited', { signal })),
  });

/** The ready cards. */
export const indicatorModelsQuery = queryOptions({
  queryKey: ['indicators', 'models'] as const,
  queryFn: ({ signal }): Promise<IndicatorModel[]> => call(api.GET('/api/indicators/models', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The people of the community. */
export const peopleQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'people'] as const,
    queryFn: ({ signal }): Promise<Person[]> => call(api.GET('/api/people', { signal })),
  });

/** What a change of an indicator or of a value touches: its own pages, and every dashboard of the community. */
export function useKept(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return () => client.invalidateQueries({ queryKey: [communityId] });
}

/** Creates an indicator. */
export function useCreateIndicator() {
  const kept = useKept();
  return useMutation({ mutationFn: (body: IndicatorInput) => call(api.POST('/api/indicators', { body })), onSuccess: kept });
}

/** Puts in memory the card that a change answers with, and reads the rest again. */
function useCardKept() {
  const kept = useKept();
  const client = useQueryClient();
  const { communityId } = useSession();
  return (card: IndicatorCard): Promise<unknown> => {
    client.setQueryData(indicatorQuery(communityId, card.indicator.id).queryKey, card);
    return kept();
  };
}

/** Changes the definition of an indicator. */
export function useChangeIndicator(indicatorId: string) {
  return useMutation({
    mutationFn: (body: Schemas['ChangeIndicatorDto']) =>
      call(api.PUT('/api/indicators/{indicatorId}', { params: { path: { indicatorId } }, body })),
    onSuccess: useCardKept(),
  });
}

/** Sets the targets of an indicator. */
export function useSetTargets(indicatorId: string) {
  return useMutation({
    mutationFn: (body: Schemas['SetTargetsDto']) =>
      call(api.PUT('/api/indicators/{indicatorId}/targets', { params: { path: { indicatorId } }, body })),
    onSuccess: useCardKept(),
  });
}

/** Archives an indicator, or brings it back. */
export function useArchive(indicatorId: string) {
  return useMutation({
    mutationFn: (archived: boolean) =>
      call(
        api.POST(archived ? '/api/indicators/{indicatorId}/archive' : '/api/indicators/{indicatorId}/restore', {
          params: { path: { indicatorId } },
        }),
      ),
    onSuccess: useKept(),
  });
}

/** Gives a value. The page is not read again before the person goes on: what was sent is put in its place at once. */
export function useRecordMeasure() {
  const kept = useKept();
  return useMutation({
    mutationFn: ({ indicatorId, periodKey, ...body }: RecordInput & { indicatorId: string; periodKey: string }) =>
      call(api.PUT('/api/indicators/{indicatorId}/values/{periodKey}', { params: { path: { indicatorId, periodKey } }, body })),
    onSuccess: () => void kept(),
    onError: (error) => {
      // Somebody was quicker: the page shows what is kept now behind the question.
      if (error instanceof ApiError && (error.status === 409 || error.isAbsent)) void kept();
    },
  });
}

/** Validates values as they are seen, all or none. */
export function useValidate() {
  const kept = useKept();
  return useMutation({
    mutationFn: (measures: { id: string; revision: number }[]) =>
      call(api.POST('/api/measures/validation', { body: { measures } })),
    // One of them moved: the page shows what it is now.
    onSettled: kept,
  });
}

/** Opens a validated value again. */
export function useReopen() {
  return useMutation({
    mutationFn: ({ measureId, ...body }: { measureId: string; revision: number; reason: string }) =>
      call(api.POST('/api/measures/{measureId}/reopening', { params: { path: { measureId } }, body })),
    onSuccess: useKept(),
  });
}

/** Takes a draft away. */
export function useDeleteMeasure() {
  return useMutation({
    mutationFn: ({ measureId, revision }: { measureId: string; revision: number }) =>
      call(api.DELETE('/api/measures/{measureId}', { params: { path: { measureId }, query: { revision } } })),
    onSuccess: useKept(),
  });
}
