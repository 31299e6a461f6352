import type { Day } from '@maillage/domain/kernel';
import { Workbook, type Worksheet } from '@protobi/exceljs';
import JSZip from 'jszip';
import { lookOf, type StyleName, wraps } from './styles';

/** What a cell holds. There is no formula: nothing that comes from people can ever be run. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string; readonly style?: StyleName }
  | { readonly kind: 'number'; readonly value: number; readonly style: StyleName }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'empty'; readonly style?: StyleName };

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly CellValue[])[];
  /** The line of column titles, from 1: frozen, filtered, repeated on each printed page. */
  readonly headerRow?: number;
  /** Columns that stay in sight when one scrolls to the right. */
  readonly frozenColumns?: number;
  /** Heights in points of the rows that need more than one line, by row number. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly landscape?: boolean;
}

/** What the file says of itself. */
export interface WorkbookFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: Date;
  /** Foot of the printed pages. */
  readonly footer: string;
}

/** The longest text a cell may hold. */
const longestText = 32_767;
/** The first moment an archive can write; the true date is inside the document. */
const archiveDate = new Date(Date.UTC(1980, 0, 1));

/** A workbook as bytes (Office Open XML). The same sheets give the same bytes. */
export async function writeWorkbook(sheets: readonly Sheet[], facts: WorkbookFacts): Promise<Buffer> {
  const book = new Workbook();
  const { title, subject, author, createdAt } = facts;
  Object.assign(book, { title, subject, creator: author, lastModifiedBy: author, created: createdAt, modified: createdAt });
  for (const sheet of sheets) addSheet(book, sheet, facts);
  return dated(Buffer.from(await book.xlsx.writeBuffer()));
}

/** The archive again with one fixed date on its parts. */
async function dated(bytes: Buffer): Promise<Buffer> {
  const archive = await JSZip.loadAsync(bytes);
  archive.forEach((_, part) => (part.date = archiveDate));
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function addSheet(book: Workbook, { name, widths, rows, headerRow, frozenColumns = 0, heights, landscape = true }: Sheet, { footer }: WorkbookFacts): void {
  const sheet = book.addWorksheet(name, {
    views: [headerRow ? { state: 'frozen', xSplit: frozenColumns, ySplit: headerRow, showGridLines: false } : { state: 'normal', showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.7, right: 0.7, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(headerRow ? { printTitlesRow: `${headerRow}:${headerRow}` } : {}),
    },
    headerFooter: { oddFooter: `&L${footer.replace(/&/g, '&&')}&Rpage &P / &N` },
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  rows.forEach((cells, index) => addRow(sheet, index + 1, cells, heights?.get(index + 1) ?? heightOf(cells, widths)));
  if (headerRow) sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: Math.max(headerRow, rows.length), column: widths.length } };
}

function addRow(sheet: Worksheet, number: number, cells: readonly CellValue[], height: number | undefined): void {
  const row = sheet.getRow(number);
  if (height !== undefined) row.height = height;
  cells.forEach((cell, index) => {
    const target = row.getCell(index + 1);
    if (cell.kind === 'text') target.value = cellText(cell.text);
    if (cell.kind === 'number') target.value = cell.value;
    if (cell.kind === 'day') target.value = new Date(`${cell.day}T00:00:00Z`);
    const style = cell.kind === 'day' ? 'day' : (cell.style ?? (cell.kind === 'text' ? 'text' : undefined));
    if (style) target.style = lookOf(style);
  });
}

/** Text is stored as text: what starts with = + - or @ shows these signs and computes nothing; « _x0041_ » would be read as the letter it encodes. */
function cellText(text: string): string {
  const shown = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return shown.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** The height of a row whose texts go on over several lines: programs that do not work it out by themselves would cut them. */
function heightOf(cells: readonly CellValue[], widths: readonly number[]): number | undefined {
  const lines = cells.map((cell, index) => {
    if (cell.kind !== 'text' || !wraps(cell.style ?? 'text')) return 1;
    const width = widths[index] ?? 10;
    return cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.12) / width)), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? undefined : Math.min(400, most * 13.5 + 2);
}
