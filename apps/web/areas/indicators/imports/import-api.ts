import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { api, asForm, call } from '../../../lib/api';

type Schemas = components['schemas'];

export type ImportLine = Schemas['ImportLineDto'];
export type ValueImport = Schemas['ValueImportDto'];
export type ImportIssue = Schemas['ImportIssueDto'];

const root = (communityId: string) => [communityId, 'value-imports'] as const;

/** The workbook of what is awaited. */
export const templateHref = '/api/value-imports/template';

/** The page of an import. */
export const importHref = (id: string): string => `/indicateurs/importer/${id}`;

/** The last imports. */
export const importsQuery = (communityId: string) =>
  queryOptions({ queryKey: [...root(communityId), 'list'] as const, queryFn: ({ signal }): Promise<ImportLine[]> => call(api.GET('/api/value-imports', { signal })) });

/** One import, whole. */
export const importQuery = (communityId: string, importId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'one', importId] as const,
    queryFn: ({ signal }): Promise<ValueImport> => call(api.GET('/api/value-imports/{importId}', { params: { path: { importId } }, signal })),
  });

/** Sends a file; the id of the import comes back. */
export function useBringFile() {
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: (file: File) => call(api.POST('/api/value-imports', { body: { file: file as unknown as string }, bodySerializer: asForm })),
    onSuccess: () => client.invalidateQueries({ queryKey: [...root(communityId), 'list'] }),
  });
}

/** After anything happened to an import: everything of the community is read again, its values may have changed. */
export function useImportMoved(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return () => client.invalidateQueries({ queryKey: [communityId] });
}

/** What a person decides of an import; the page it answers with is kept. */
export function useImportActs(importId: string) {
  const client = useQueryClient();
  const { communityId } = useSession();
  const kept = (page: ValueImport): Promise<unknown> => {
    client.setQueryData(importQuery(communityId, importId).queryKey, page);
    return client.invalidateQueries({ queryKey: [...root(communityId), 'list'] });
  };
  const params = { path: { importId } };
  return {
    map: useMutation({ mutationFn: (body: Schemas['MapImportDto']) => call(api.PUT('/api/value-imports/{importId}/mapping', { params, body })), onSuccess: kept }),
    confirm: useMutation({ mutationFn: (body: Schemas['ConfirmImportDto']) => call(api.POST('/api/value-imports/{importId}/confirmation', { params, body })), onSuccess: kept }),
    cancel: useMutation({ mutationFn: () => call(api.POST('/api/value-imports/{importId}/cancellation', { params })), onSuccess: kept }),
  };
}
