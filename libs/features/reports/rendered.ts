import type { ReportSnapshot } from '@maillage/domain/reports';
import { renderPdf } from './documents/report/render-pdf';

/** What a report is delivered as. */
export const documentFormats = ['pdf', 'xlsx', 'json'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What each format is, for files and messages. */
export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/** What people call each document. */
export const formatLabels: Readonly<Record<DocumentFormat, string>> = { pdf: 'Rapport PDF', xlsx: 'Tableur', json: 'Données JSON' };

/** The bytes of one document. The same snapshot gives the same bytes. */
export async function renderDocument(format: DocumentFormat, snapshot: ReportSnapshot): Promise<Uint8Array> {
  if (format === 'pdf') return renderPdf(snapshot);
  return Buffer.from(JSON.stringify(snapshot, null, 2));
}

/** `rapport-2026-T3-001-v2-cpts-du-giennois-berry.pdf`: says what it is, wherever it is kept. */
export function documentName(snapshot: ReportSnapshot, format: DocumentFormat): string {
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
