import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, asForm, call } from '../../../lib/api';

type Schemas = components['schemas'];

export type LinkPage = Schemas['LinkPageDto'];
export type DoorEntry = Schemas['CollectionEntryDto'];
type Contribution = Schemas['ContributeDto'];

/** The secret of the link travels in a header: no address and no log has it. */
const secret = (token: string) => ({ 'x-collection-link': token });

/** What a link asks for. */
export const doorQuery = (token: string) =>
  queryOptions({
    queryKey: ['collection-door', token] as const,
    queryFn: ({ signal }): Promise<LinkPage> => call(api.GET('/api/collection-door', { params: { header: secret(token) }, signal })),
    retry: false,
  });

/** Gives a value through the link; what the page shows is read again by who calls. */
export function useContribute(token: string) {
  return useMutation({ mutationFn: (body: Contribution) => call(api.POST('/api/collection-door/contributions', { params: { header: secret(token) }, body })) });
}

/** Joins a file to a value given through the link. */
export function useJoinFile(token: string) {
  return useMutation({
    mutationFn: ({ contribution, file }: { contribution: string; file: File }) =>
      call(
        api.POST('/api/collection-door/files', {
          params: { header: secret(token), query: { contribution } },
          body: { file } as never,
          bodySerializer: asForm,
        }),
      ),
  });
}

/** Reads what the link asks for again. */
export function useDoorAgain(token: string): () => Promise<unknown> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: doorQuery(token).queryKey });
}
