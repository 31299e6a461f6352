import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
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

/** The rows of a CSV that are not empty, with the line where each begins. */
export async function* csvRows(bytes: Buffer, signal?: AbortSignal): AsyncGenerator<ImportRow> {
  const encoding = encodingOf(bytes);
  const delimiter = separatorOf(new TextDecoder(encoding).decode(bytes.subarray(0, slice)));
  let begins = 1;
  /** Where each row ends, of those read and not yet taken: asking the parser for it along with the row costs as much as reading it. */
  const ends: number[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: importLimits.lineCharacters,
    // Called as each row is read: where the row at fault begins is known even when those before it were not taken yet.
    on_record: (record: string[], { lines }: { lines: number }) => {
      begins = lines + 1;
      ends.push(lines);
      return record;
    },
  });
  const source = Readable.from(pieces(bytes), { objectMode: false, ...(signal ? { signal } : {}) });
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let line = 1;
  let [rows, empty] = [0, 0];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const starts = line;
      line = (ends.shift() ?? starts) + 1;
      if (record.every((cell) => cell.trim() === '')) {
        empty += 1;
        if (empty > importLimits.emptyRows) refuseFile(`plus de ${importLimits.emptyRows} lignes y sont vides (jusqu'à la ligne ${starts}). Supprimez-les, puis recommencez`);
        continue;
      }
      rows += 1;
      if (rows > importLimits.rows) refuseFile(`il dépasse ${importLimits.rows} lignes. Coupez-le en plusieurs fichiers`);
      yield { line: starts, cells: checked(record, starts) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refuseFile(sentence(error, begins));
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function checked(record: string[], line: number): string[] {
  if (record.length > importLimits.columns) refuseFile(`la ligne ${line} a plus de ${importLimits.columns} colonnes`);
  const long = record.findIndex((cell) => cell.length > importLimits.cellCharacters);
  if (long >= 0) refuseFile(`la ligne ${line}, colonne ${long + 1}, dépasse ${importLimits.cellCharacters} caractères`);
  return record;
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
