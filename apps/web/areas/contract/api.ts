import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type ContractPage = Schemas['ContractPageDto'];
export type ContractInput = Schemas['RecordContractDto'];
export type MissionsPage = Schemas['MissionsPageDto'];
export type Mission = Schemas['MissionDto'];
export type MissionInput = Schemas['ChangeMissionDto'];

export type Agreement = Schemas['AgreementDto'];

/** The versions of the national agreement, oldest first; they change when the operator adds one. */
export const agreementsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'contract', 'agreements'] as const,
    queryFn: async ({ signal }): Promise<Agreement[]> => (await call(api.GET('/api/contract/agreements', { signal }))).agreements,
  });

/** The contract, its years, and the size beside the population. */
export const contractQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'contract', 'page'] as const,
    queryFn: ({ signal }): Promise<ContractPage> => call(api.GET('/api/contract', { signal })),
  });

/** The missions of the agreement and where the community stands. */
export const missionsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'contract', 'missions'] as const,
    queryFn: ({ signal }): Promise<MissionsPage> => call(api.GET('/api/missions', { signal })),
  });

/** What counts days from the contract is read again. */
function useContractKept(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  // Almost every page of a community shows a contract year or a deadline.
  return () => client.invalidateQueries({ queryKey: [communityId] });
}

/** Records the contract. */
export function useRecordContract() {
  const kept = useContractKept();
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: (body: ContractInput) => call(api.PUT('/api/contract', { body })),
    onSuccess: (page) => {
      client.setQueryData(contractQuery(communityId).queryKey, page);
      return kept();
    },
  });
}

/** Chooses or leaves a mission, and gives its dates. */
export function useChangeMission() {
  const kept = useContractKept();
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: ({ code, ...body }: MissionInput & { code: string }) =>
      call(api.PUT('/api/missions/{code}', { params: { path: { code } }, body })),
    onSuccess: (page) => {
      client.setQueryData(missionsQuery(communityId).queryKey, page);
      return kept();
    },
  });
}
