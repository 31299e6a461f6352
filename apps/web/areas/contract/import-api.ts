import type { components } from '@maillage/api-client';
import { useMutation } from '@tanstack/react-query';
import { api, call } from '../../lib/api';
import { useTermsKept } from './terms-api';

type Schemas = components['schemas'];

export type ImportPreview = Schemas['ImportPreviewDto'];
export type ImportResult = Schemas['ImportResultDto'];

/** What a `contract/1` file would change; nothing is written. */
export function usePreviewImport() {
  return useMutation({
    mutationFn: (file: Record<string, unknown>): Promise<ImportPreview> => call(api.POST('/api/contract/imports/preview', { body: file as never })),
  });
}

/** Imports a file as previewed; refused when what is recorded changed since. */
export function useImport() {
  const kept = useTermsKept();
  return useMutation({
    mutationFn: ({ file, basis }: { file: Record<string, unknown>; basis: string }): Promise<ImportResult> =>
      call(api.POST('/api/contract/imports', { params: { query: { basis } }, body: file as never })),
    onSuccess: kept,
  });
}

/** Creates an indicator to follow for each indicator of the year that has none; a second time creates nothing. */
export function useFollowIndicators() {
  const kept = useTermsKept();
  return useMutation({
    mutationFn: (year: number) => call(api.POST('/api/money/indicators', { body: { year } })),
    onSuccess: kept,
  });
}

/** The `contract/1` file of a year, as text. */
export async function exportFile(year: number): Promise<string> {
  const file: unknown = await call(api.GET('/api/contract/export', { params: { query: { year } } }));
  return `${JSON.stringify(file, null, 1)}\n`;
}
