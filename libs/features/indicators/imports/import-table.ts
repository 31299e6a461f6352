import type { ImportRow } from '@maillage/domain/indicators';
import { found } from '@maillage/domain/kernel';
import { fileTypeFromBuffer } from 'file-type';
import { csvRows } from './import-csv';
import { refuseFile } from './import-refusal';
import { xlsxRows } from './import-xlsx';

/** A table that is read once, from its title line to its last row; nothing of it is kept in memory but the rows at hand. */
export interface OpenTable {
  kind: 'csv' | 'xlsx';
  headers: string[];
  /** Line of the title, from 1. */
  headerLine: number;
  /** Some at a time: asking for each of a hundred thousand takes longer than reading them. */
  rows: AsyncIterable<readonly ImportRow[]>;
  /** How many lines are to be read, about; null when only reading tells. */
  expected: number | null;
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const advice: Readonly<Record<string, string>> = {
  'application/x-cfb': 'c\'est un ancien classeur Excel (.xls). Enregistrez-le au format .xlsx ou CSV',
  'application/vnd.oasis.opendocument.spreadsheet': 'c\'est un classeur OpenDocument (.ods). Enregistrez-le au format .xlsx ou CSV',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'c\'est un classeur qui contient des macros. Enregistrez-le au format .xlsx, sans macro',
  'application/pdf': 'c\'est un PDF. Seuls les fichiers CSV et XLSX se lisent',
};

/** What a file is, from its content; `import-file-refused` for anything but a CSV or an XLSX. */
export async function kindOfTable(bytes: Uint8Array): Promise<OpenTable['kind']> {
  if (bytes.length === 0) refuseFile('il est vide');
  const detected = (await fileTypeFromBuffer(bytes))?.mime;
  if (detected === spreadsheet) return 'xlsx';
  if (detected === undefined || detected.startsWith('text/')) return 'csv';
  return refuseFile(advice[detected] ?? `son contenu n'est pas celui d'un tableau (${detected}), quel que soit son nom. Choisissez un fichier CSV ou XLSX`);
}

/** Opens a table: the first line that is not empty holds the titles of the columns. */
export async function openTable(bytes: Buffer, signal?: AbortSignal): Promise<OpenTable> {
  const kind = await kindOfTable(bytes);
  const reading = kind === 'csv' ? csvRows(bytes, signal) : xlsxRows(bytes, signal);
  let read: ImportRow[] = [];
  while (read.length === 0) {
    const next = await reading.next();
    if (next.done) return refuseFile('il ne contient aucune ligne');
    read = next.value;
  }
  const [title, ...first] = read;
  const { line, cells } = found(title);
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const headers = cells.slice(0, width).map((cell) => cell.trim().slice(0, 200));
  async function* rows(): AsyncGenerator<readonly ImportRow[]> {
    yield first;
    yield* reading;
  }
  return { kind, headers, headerLine: line, rows: rows(), expected: kind === 'csv' ? linesIn(bytes) : null };
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
