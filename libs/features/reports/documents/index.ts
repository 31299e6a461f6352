import type { ReportSnapshot } from '@maillage/domain/reports';
import { renderJson } from './json/render-json';
import { renderPdf } from './report/render-pdf';
import { renderXlsx } from './xlsx/render-xlsx';

export { reportFormat, renderJson } from './json/render-json';
export { snapshotHash } from './report/facts';
export { renderPdf } from './report/render-pdf';
export { renderXlsx } from './xlsx/render-xlsx';

/** One of the files a report is sent as. */
export interface ReportDocument {
  readonly kind: 'pdf' | 'xlsx' | 'json';
  /** « rapport-2026-T3-01-v1-cpts-du-giennois-berry.pdf »: plain letters, safe in a mail and on any disk. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The PDF of a report, with its data attached. */
export function reportPdf(snapshot: ReportSnapshot): Buffer {
  const description = 'Les données de ce rapport, lisibles par une machine';
  return renderPdf(snapshot, [{ name: `${documentName(snapshot)}.json`, mediaType: 'application/json', description, data: renderJson(snapshot) }]);
}

/** The three files of a report, from its frozen content alone: the same snapshot gives the same bytes. */
export async function renderDocuments(snapshot: ReportSnapshot): Promise<ReportDocument[]> {
  const base = documentName(snapshot);
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return [
    { kind: 'pdf', name: `${base}.pdf`, mediaType: 'application/pdf', bytes: reportPdf(snapshot) },
    { kind: 'xlsx', name: `${base}.xlsx`, mediaType: spreadsheet, bytes: await renderXlsx(snapshot) },
    { kind: 'json', name: `${base}.json`, mediaType: 'application/json', bytes: renderJson(snapshot) },
  ];
}

/** « rapport-2026-T3-001-v2-cpts-du-giennois-berry »: the name of the files, without their ending. */
export function documentName({ report, community }: ReportSnapshot): string {
  return `rapport-${plainLetters(report.number) || 'sans-numero'}-v${report.version}-${plainLetters(community.title).toLowerCase().slice(0, 60).replace(/-$/, '')}`;
}

function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
