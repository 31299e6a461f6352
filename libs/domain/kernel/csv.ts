/** What a cell of a table for spreadsheets can hold. */
export type CsvValue = string | number | boolean | null | undefined;

/** What a French spreadsheet recognises UTF-8 by; the first thing of the file. */
export const csvMark = '\uFEFF';

// A spreadsheet runs a cell that starts so; an apostrophe makes it text. Real numbers are written by us and stay numbers.
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const safe = dangerous.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line as French spreadsheets read it: semicolons, decimal comma, no formula. */
export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(cell).join(';')}\r\n`;
