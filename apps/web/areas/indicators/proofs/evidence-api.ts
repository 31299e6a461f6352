import type { components } from '@maillage/api-client';
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { api, asForm, call } from '../../../lib/api';

type Schemas = components['schemas'];

export type Proof = Schemas['ListedProofDto'];
export type ProofCard = Schemas['ProofCardDto'];
export type ProofRecord = Schemas['ProofRecordDto'];
export type ProofKind = Proof['kind'];
export type RecordKind = ProofRecord['kind'];

/** What is looked for among the proofs. */
export interface ProofSearch {
  q?: string;
  kind?: ProofKind;
}

/** Where a file is downloaded. */
export const evidenceHref = (evidenceId: string): string => `/api/evidence/${evidenceId}`;
/** The address of the page of a proof. */
export const proofHref = (evidenceId: string): string => `/indicateurs/preuves/${evidenceId}`;

/** The proofs of the community, the latest first, page after page. */
export const proofsQuery = (communityId: string, { q, kind }: ProofSearch) =>
  infiniteQueryOptions({
    queryKey: [communityId, 'indicators', 'proofs', q ?? '', kind ?? null] as const,
    queryFn: ({ signal, pageParam }) => call(api.GET('/api/evidence', { params: { query: { q: q || undefined, kind, after: pageParam ?? undefined } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ more }) => more,
  });

/** The page of a proof. */
export const proofQuery = (communityId: string, evidenceId: string) =>
  queryOptions({
    queryKey: [communityId, 'indicators', 'proof', evidenceId] as const,
    queryFn: ({ signal }): Promise<ProofCard> => call(api.GET('/api/evidence/{evidenceId}/card', { params: { path: { evidenceId } }, signal })),
  });

/** Records of the product that can prove a value. */
export const recordsQuery = (communityId: string, kind: RecordKind, q: string) =>
  queryOptions({
    queryKey: [communityId, 'indicators', 'proof-records', kind, q] as const,
    queryFn: ({ signal }): Promise<ProofRecord[]> => call(api.GET('/api/evidence/records', { params: { query: { kind, q: q || undefined } }, signal })),
  });

/** What the installation takes when nothing else is known yet. */
const ordinaryLimit = 20_000_000;

/** Most bytes of a file. */
export function useFileLimit(): number {
  const { data } = useQuery({
    queryKey: ['evidence', 'limits'] as const,
    queryFn: ({ signal }) => call(api.GET('/api/evidence/limits', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data?.bytes ?? ordinaryLimit;
}

/** A proof that comes or goes touches the pages of its values, and every dashboard of the community. */
function useKept(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return () => client.invalidateQueries({ queryKey: [communityId] });
}

/** Sends a file. */
export function useAddEvidence() {
  return useMutation({
    mutationFn: ({ measureId, file }: { measureId: string; file: File }) =>
      call(
        api.POST('/api/measures/{measureId}/evidence', {
          params: { path: { measureId } },
          body: { file: file as unknown as string },
          bodySerializer: asForm,
        }),
      ),
    onSuccess: useKept(),
  });
}

/** What can be tied to a value besides a file. */
export type Tied = { evidenceId: string } | { url: string; title: string } | { kind: RecordKind; id: string };

/** Ties an address, a record of the product, or a proof the community already has. */
export function useTieEvidence(measureId: string) {
  return useMutation({
    mutationFn: (tied: Tied) => {
      const params = { path: { measureId } };
      if ('evidenceId' in tied) return call(api.PUT('/api/measures/{measureId}/evidence/{evidenceId}', { params: { path: { measureId, ...tied } } }));
      if ('url' in tied) return call(api.POST('/api/measures/{measureId}/evidence/links', { params, body: tied }));
      return call(api.POST('/api/measures/{measureId}/evidence/records', { params, body: tied }));
    },
    onSuccess: useKept(),
  });
}

/** Takes a proof away from a value. */
export function useDetachEvidence() {
  return useMutation({
    mutationFn: ({ measureId, evidenceId }: { measureId: string; evidenceId: string }) =>
      call(api.DELETE('/api/measures/{measureId}/evidence/{evidenceId}', { params: { path: { measureId, evidenceId } } })),
    onSuccess: useKept(),
  });
}

/** Takes a proof away from the community. */
export function useWithdrawEvidence() {
  return useMutation({
    mutationFn: (evidenceId: string) => call(api.DELETE('/api/evidence/{evidenceId}', { params: { path: { evidenceId } } })),
    onSuccess: useKept(),
  });
}
