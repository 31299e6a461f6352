import type { ReportSnapshot } from '@maillage/domain/reports';
import { renderDocuments } from './documents';

/** What a report is delivered as. */
export const documentFormats = ['pdf', 'xlsx', 'json'] as const;
/** One of the formats of a report. */
export type DocumentFormat = (typeof documentFormats)[number];

/** What each format is, for files and messages. */
export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/** What people call each document. */
export const formatLabels: Readonly<Record<DocumentFormat, string>> = { pdf: 'Rapport PDF', xlsx: 'Tableur', json: 'Données JSON' };

/** A document that was made. */
export interface RenderedDocument {
  format: DocumentFormat;
  name: string;
  bytes: Uint8Array;
}

/** The three documents of a report, from what it froze alone: the same snapshot gives the same bytes. */
export async function render(snapshot: ReportSnapshot): Promise<RenderedDocument[]> {
  return (await renderDocuments(snapshot)).map(({ kind, bytes }) => ({ format: kind, name: documentName(snapshot, kind), bytes }));
}

/** `rapport-2026-T3-001-v2-cpts-du-giennois-berry.pdf`: says what it is, wherever it is kept. */
function documentName(snapshot: ReportSnapshot, format: DocumentFormat): string {
  const { report, community } = snapshot;
  const place = community.title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `rapport-${report.number}-v${report.version}-${place}.${format}`;
}
