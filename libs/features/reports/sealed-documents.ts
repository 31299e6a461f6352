import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { french } from '@maillage/domain/kernel';
import type { ReportSnapshot } from '@maillage/domain/reports';
import type { Files, Tx } from '@maillage/platform';
import { documentFormats, formatLabels, mediaTypes, type DocumentFormat } from './rendered';
import { loadDocuments, loadSnapshot, type StoredDocument, type StoredReport } from './report.store';
import { hashSeal, hashSnapshot, type Seal } from './seal';
import { loadSeal } from './seal.store';

/** What the database says of a sealed report. */
export interface SealedReport {
  report: StoredReport;
  snapshot: ReportSnapshot | null;
  documents: StoredDocument[];
  seal: Seal | null;
}

/** A document whose bytes were checked. */
export interface CheckedDocument extends Pick<StoredDocument, 'format' | 'name' | 'hash' | 'size'> {
  mediaType: string;
  bytes: Buffer;
}

/** A report with its seal, read inside a transaction. */
export async function loadSealed(tx: Tx, report: StoredReport): Promise<SealedReport> {
  return {
    report,
    snapshot: await loadSnapshot(tx, report.id),
    documents: await loadDocuments(tx, report.id),
    seal: report.sealSequence === null ? null : await loadSeal(tx, report.sealSequence),
  };
}

/** What does not hold together in what the database says, in French; empty when all is well. */
export function sealFaults({ report, snapshot, documents, seal }: SealedReport): string[] {
  if (!seal) return [french('Le rapport n\'est pas scellé.')];
  const faults: string[] = [];
  if (hashSeal(seal) !== seal.hash) faults.push('Le sceau du rapport a été modifié.');
  if (!snapshot || hashSnapshot(snapshot) !== seal.snapshotHash || report.snapshotHash !== seal.snapshotHash) faults.push('Les données figées ne correspondent plus à leur empreinte.');
  for (const format of documentFormats) {
    const document = documents.find((one) => one.format === format);
    if (!document) faults.push(`${formatLabels[format]} : document manquant.`);
    else if (document.hash !== seal.documents[format]) faults.push(`${formatLabels[format]} : l'empreinte n'est plus celle du sceau.`);
  }
  return faults.map(french);
}

/** The bytes of a document when they are those that were sealed; otherwise what is wrong, in French. Nothing unchecked is ever given. */
export async function checkedDocument(files: Pick<Files, 'open'>, document: { format: DocumentFormat; name: string; hash: string; size: number }): Promise<CheckedDocument | string> {
  const { format, name, hash, size } = document;
  const bytes = await readAll(files.open(hash)).catch(() => undefined);
  if (!bytes) return french(`${formatLabels[format]} : le fichier manque.`);
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return french(`${formatLabels[format]} : le fichier a été modifié, son empreinte est différente.`);
  return { format, name, hash, size, mediaType: mediaTypes[format], bytes };
}

/** The three documents, all checked; or everything that is wrong. */
export async function checkedDocuments(files: Pick<Files, 'open'>, sealed: SealedReport): Promise<{ documents: CheckedDocument[] } | { faults: string[] }> {
  const faults = sealFaults(sealed);
  const documents: CheckedDocument[] = [];
  for (const document of sealed.documents) {
    const checked = await checkedDocument(files, document);
    if (typeof checked === 'string') faults.push(checked);
    else documents.push(checked);
  }
  return faults.length > 0 ? { faults } : { documents };
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
