import { isUtf8 } from 'node:buffer';
import { importLimits, type ImportRow } from '@maillage/domain/indicators';
import { CsvError, parse } from 'csv-parse';
import { refuseFile } from './import-refusal';

const slice = 64 * 1024;
const marks = { utf16: [[0xff, 0xfe], [0xfe, 0xff]], utf8: [0xef, 0xbb, 0xbf] } as const;

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/** UTF-8 when the whole file is; else the letters of French Windows. UTF-16 and bytes that are no text are refused. */
function encodingOf(bytes: Buffer): 'utf-8' | 'windows-1252' {
  const utf16 = marks.utf16.some((mark) => startsWith(bytes, mark));
  if (utf16) refuseFile('il est écrit en UTF-16 (« texte Unicode »). Enregistrez-le au format « CSV UTF-8 », puis recommencez');
  if (bytes.includes(0)) refuseFile('il contient des caractères qui ne sont pas du texte. Enregistrez le tableau au format « CSV UTF-8 » ou XLSX');
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text in pieces, never whole. */
function* pieces(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += slice) yield decoder.decode(bytes.subarray(start, start + slice), { stream: true });
  yield decoder.decode();
}

/** The sign between cells, as the first lines use it most: semicolon, comma or tab. */
export function separatorOf(head: string): string {
  const outside = head.replace(/"(?:[^"]|"")*"/g, '');
  const lines = outside.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 5);
  const [first = ''] = lines;
  const times = (sign: string): number => first.split(sign).length - 1;
  return [';', '\t', ','].reduce((best, sign) => (times(sign) > times(best) ? sign : best), ';');
}

/** The rows of a CSV that are not empty, as each piece of the file is read, with the line where each begins. */
export async function* csvRows(bytes: Buffer, signal?: AbortSignal): AsyncGenerator<ImportRow[]> {
  const encoding = encodingOf(bytes);
  const delimiter = separatorOf(new TextDecoder(encoding).decode(bytes.subarray(0, slice)));
  let begins = 1;
  let read: { line: number; cells: string[] }[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: importLimits.lineCharacters,
    // Taken as each is read and not left to the stream: handing them over one by one costs as much as reading them.
    on_record: (record: string[], { lines }: { lines: number }) => {
      read.push({ line: begins, cells: record });
      begins = lines + 1;
      return null;
    },
  });
  // Said to the writing that met it, below.
  parser.on('error', () => undefined);
  let [rows, empty] = [0, 0];
  const taken = (): ImportRow[] => {
    const full = read.filter((row) => {
      if (row.cells.some((cell) => cell.trim() !== '')) return true;
      empty += 1;
      if (empty > importLimits.emptyRows) refuseFile(`plus de ${importLimits.emptyRows} lignes y sont vides (jusqu'à la ligne ${row.line}). Supprimez-les, puis recommencez`);
      return false;
    });
    read = [];
    rows += full.length;
    if (rows > importLimits.rows) refuseFile(`il dépasse ${importLimits.rows} lignes. Coupez-le en plusieurs fichiers`);
    for (const { line, cells } of full) check(cells, line);
    return full;
  };
  try {
    for (const piece of pieces(bytes)) {
      signal?.throwIfAborted();
      await new Promise<void>((resolve, reject) => parser.write(piece, (error) => (error ? reject(error) : resolve())));
      if (read.length > 0) yield taken();
    }
    await new Promise<void>((resolve, reject) => parser.end((error?: Error | null) => (error ? reject(error) : resolve())));
    yield taken();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = begins;
    // What stands before the fault is looked at first: persons in it matter more than its quotes.
    yield taken();
    refuseFile(sentence(error, at));
  } finally {
    parser.destroy();
  }
}

function check(record: readonly string[], line: number): void {
  if (record.length > importLimits.columns) refuseFile(`la ligne ${line} a plus de ${importLimits.columns} colonnes`);
  const long = record.findIndex((cell) => cell.length > importLimits.cellCharacters);
  if (long >= 0) refuseFile(`la ligne ${line}, colonne ${long + 1}, dépasse ${importLimits.cellCharacters} caractères`);
}

function sentence(error: CsvError, line: number): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `des guillemets ouverts ligne ${line} ne sont jamais fermés. Fermez-les ou supprimez-les, puis recommencez`;
    case 'CSV_MAX_RECORD_SIZE':
      return `la ligne ${line} dépasse ${importLimits.lineCharacters} caractères : des guillemets n'y sont peut-être pas fermés`;
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return `les guillemets de la ligne ${line} sont mal placés. Un texte entre guillemets occupe toute la case, et un guillemet s'y écrit deux fois`;
    default:
      return `la ligne ${line} ne se lit pas`;
  }
}
