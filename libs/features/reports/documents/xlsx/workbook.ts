import { type Day, daysBetween } from '@maillage/domain/kernel';
import { xmlText } from '../pdf/syntax';
import { type StyleName, styleIndex, stylesXml, wraps } from './styles';
import { zip } from './zip';

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

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
// The longest text a cell may hold.
const longestText = 32_767;

/** « A », « Z », « AA ». */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** A workbook as bytes (Office Open XML). The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[], facts: WorkbookFacts): Buffer {
  const numbers = sheets.map((_, index) => index + 1);
  return zip([
    { name: '[Content_Types].xml', text: contentTypes(numbers) },
    { name: '_rels/.rels', text: relationships([['rId1', `${relations}/officeDocument`, 'xl/workbook.xml'], ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml']]) },
    { name: 'docProps/core.xml', text: coreProperties(facts) },
    { name: 'xl/workbook.xml', text: workbookXml(sheets) },
    { name: 'xl/_rels/workbook.xml.rels', text: relationships([...numbers.map((number): [string, string, string] => [`rId${number}`, `${relations}/worksheet`, `worksheets/sheet${number}.xml`]), [`rId${sheets.length + 1}`, `${relations}/styles`, 'styles.xml']]) },
    { name: 'xl/styles.xml', text: stylesXml() },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: sheetXml(sheet, facts, index === 0) })),
  ]);
}

function contentTypes(numbers: readonly number[]): string {
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`
  );
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('');
  return `${declaration}<Relationships xmlns="${packageRelations}">${items}</Relationships>`;
}

function coreProperties({ title, author, subject, createdAt }: WorkbookFacts): string {
  const date = `${createdAt.toISOString().slice(0, 19)}Z`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(author)}</dc:creator><dc:language>fr-FR</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`
  );
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, headerRow, widths, rows }, index): string[] => {
    if (!headerRow) return [];
    const quoted = `'${xmlText(name)}'`;
    const last = `$${columnName(widths.length - 1)}$${Math.max(headerRow, rows.length)}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!$A$${headerRow}:${last}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${headerRow}:$${headerRow}</definedName>`,
    ];
  });
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000"/></bookViews>` +
    `<sheets>${sheets.map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  );
}

function sheetXml(sheet: Sheet, facts: WorkbookFacts, first: boolean): string {
  const { widths, rows, headerRow, frozenColumns = 0, heights, landscape = true } = sheet;
  const lastColumn = columnName(widths.length - 1);
  const corner = `${columnName(frozenColumns)}${(headerRow ?? 0) + 1}`;
  const pane = headerRow
    ? `<pane ${frozenColumns ? `xSplit="${frozenColumns}" ` : ''}ySplit="${headerRow}" topLeftCell="${corner}" activePane="${frozenColumns ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`
    : '';
  const body = rows.map((cells, index) => {
    const height = heights?.get(index + 1) ?? heightOf(cells, widths);
    return `<row r="${index + 1}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`)).join('')}</row>`;
  });
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${lastColumn}${Math.max(1, rows.length)}"/>` +
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"${first ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${body.join('')}</sheetData>` +
    (headerRow ? `<autoFilter ref="A${headerRow}:${lastColumn}${Math.max(headerRow, rows.length)}"/>` : '') +
    '<pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>&amp;L${xmlText(facts.footer.replace(/&/g, '&&'))}&amp;Rpage &amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
  );
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

function cellXml(cell: CellValue, reference: string): string {
  if (cell.kind === 'empty') return cell.style ? `<c r="${reference}" s="${styleIndex(cell.style)}"/>` : '';
  if (cell.kind === 'number') return `<c r="${reference}" s="${styleIndex(cell.style)}"><v>${cell.value}</v></c>`;
  if (cell.kind === 'day') return `<c r="${reference}" s="${styleIndex('day')}"><v>${serialDay(cell.day)}</v></c>`;
  // Text is stored as text: a cell that starts with = + - or @ shows these signs and computes nothing.
  // « _x0041_ » would be read as the letter it encodes.
  const shown = cell.text.length > longestText ? `${cell.text.slice(0, longestText - 1)}…` : cell.text;
  const text = xmlText(shown.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'));
  return `<c r="${reference}" s="${styleIndex(cell.style ?? 'text')}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** The number spreadsheets count days with. */
function serialDay(day: Day): number {
  return daysBetween('1899-12-30', day);
}
