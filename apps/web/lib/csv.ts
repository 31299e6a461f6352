import { csvLine, csvMark, type CsvValue } from '@maillage/domain/kernel';

export type { CsvValue };

/** A table as French spreadsheets read it: byte-order mark, semicolons, decimal comma, no formula. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return csvMark + [header, ...rows].map(csvLine).join('');
}

/** Hands a file made in the page to the browser. */
export function downloadText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
