import type { components } from '@maillage/api-client';
import type { ContractTerms } from '@maillage/domain/contract';
import type { Day } from '@maillage/domain/kernel';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type TermsPage = Schemas['TermsPageDto'];
export type TermsYear = Schemas['TermsYearDto'];
export type TermsVersion = Schemas['TermsVersionDto'];
export type AmountSuggestion = Schemas['AmountSuggestionDto'];
export type Crisis = Schemas['CrisisDto'];
type CrisisInput = Schemas['RecordCrisisDto'];

/** What the contract says of a year (absent: the one that runs), in one of its versions (absent: the latest). */
export const termsQuery = (communityId: string, year?: number, amendment?: number) =>
  queryOptions({
    queryKey: [communityId, 'contract', 'terms', year ?? 'now', amendment ?? 'latest'] as const,
    queryFn: ({ signal }): Promise<TermsPage> => call(api.GET('/api/contract/terms', { params: { query: { year, amendment } }, signal })),
  });

/** Terms move euros, deadlines, missions and dashboards: everything is read again. */
export function useTermsKept(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return () => client.invalidateQueries({ queryKey: [communityId] });
}

/** Terms to be recorded for a year, over the version and the revision that were on screen. */
interface Recorded {
  year: number;
  amendment: number;
  revision: number;
  terms: ContractTerms;
}

/** Records the terms of a year, or corrects the version that counts. */
export function useRecordTerms() {
  const kept = useTermsKept();
  return useMutation({
    mutationFn: ({ year, ...body }: Recorded): Promise<TermsPage> => call(api.PUT('/api/contract/terms/{year}', { params: { path: { year } }, body })),
    onSuccess: kept,
  });
}

/** A dated amendment, from the version that was on screen. */
interface Amended {
  year: number;
  label: string;
  effectiveOn: Day;
  from: number;
  revision: number;
  laterYears: boolean;
  terms: ContractTerms;
}

/** Adds an amendment to a year. */
export function useAmendTerms() {
  const kept = useTermsKept();
  return useMutation({
    mutationFn: ({ year, ...body }: Amended): Promise<TermsPage> => call(api.POST('/api/contract/terms/{year}/amendments', { params: { path: { year } }, body })),
    onSuccess: kept,
  });
}

/** Records, corrects and removes crises that the ARS recognised. */
export function useCrises() {
  const kept = useTermsKept();
  const save = useMutation({
    mutationFn: ({ id, revision, ...body }: CrisisInput & { id: string | null; revision: number }) =>
      id === null
        ? call(api.POST('/api/contract/crises', { body }))
        : call(api.PUT('/api/contract/crises/{crisisId}', { params: { path: { crisisId: id } }, body: { ...body, revision } })),
    onSuccess: kept,
  });
  const remove = useMutation({
    mutationFn: ({ id, revision }: Pick<Crisis, 'id' | 'revision'>) =>
      call(api.DELETE('/api/contract/crises/{crisisId}', { params: { path: { crisisId: id }, query: { revision } } })),
    onSuccess: kept,
  });
  return { save, remove };
}
