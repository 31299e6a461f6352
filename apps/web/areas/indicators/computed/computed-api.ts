import type { components } from '@maillage/api-client';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { api, call } from '../../../lib/api';

type Schemas = components['schemas'];

export type ComputedPage = Schemas['ComputedPageDto'];
export type ComputedPeriod = Schemas['ComputedPeriodDto'];
export type ComputedQuestion = Schemas['ComputedQuestionDto'];
export type FormulaPreview = Schemas['FormulaPreviewDto'];
export type FormulaPreviewInput = Schemas['FormulaPreviewInputDto'];

const root = (communityId: string) => [communityId, 'computed'] as const;

/** Where the values of an indicator come from, and what they feed. */
export const computedQuery = (communityId: string, indicatorId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'of', indicatorId] as const,
    queryFn: ({ signal }): Promise<ComputedPage> => call(api.GET('/api/indicators/{indicatorId}/computed', { params: { path: { indicatorId } }, signal })),
    retry: false,
  });

/** The values that stand although their formula says otherwise. */
export const computedQuestionsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'questions'] as const,
    queryFn: ({ signal }): Promise<ComputedQuestion[]> => call(api.GET('/api/indicators/computed/questions', { signal })),
    retry: false,
  });

/** What is learned of a formula while it is typed; the answer before stays meanwhile. */
export const formulaPreviewQuery = (communityId: string, body: FormulaPreviewInput) =>
  queryOptions({
    queryKey: [...root(communityId), 'preview', body] as const,
    queryFn: ({ signal }): Promise<FormulaPreview> => call(api.POST('/api/indicators/formula/preview', { body, signal })),
    enabled: body.text !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });

/** Answers what a formula asks. */
export function useSettleComputed(indicatorId: string) {
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: ({ periodKey, ...body }: Schemas['SettleComputedDto'] & { periodKey: string }) =>
      call(api.POST('/api/indicators/{indicatorId}/computed/{periodKey}', { params: { path: { indicatorId, periodKey } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: [communityId] }),
  });
}
