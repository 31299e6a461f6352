import { read, utils } from '@e965/xlsx';

/** A line of the indicators of a report, as the spreadsheet holds it. */
export interface SheetLine {
  code: string;
  value: unknown;
  target: unknown;
  unit: string | null;
}

/** The lines of the report's own period, read from the spreadsheet. */
export function reportedLines(bytes: Uint8Array): SheetLine[] {
  const sheet = read(bytes).Sheets['Indicateurs'];
  if (!sheet) throw new Error('Le tableur n’a pas de feuille « Indicateurs ».');
  return utils
    .sheet_to_json<Record<string, unknown>>(sheet, { defval: null })
    .filter((line) => line['Période du rapport'] === 'oui')
    .map((line) => ({
      code: String(line['Code']),
      value: line['Valeur'],
      target: line['Objectif'],
      unit: line['Unité'] as string | null,
    }));
}

/** A number of the spreadsheet, written as the screen writes it. */
export function written(value: unknown, unit: string | null): string {
  if (typeof value !== 'number') throw new Error(`« ${String(value)} » n’est pas un nombre.`);
  const number = (given: number): string => new Intl.NumberFormat('fr-FR').format(given);
  return (unit === '%' ? `${number(Math.round(value * 1e6) / 1e4)} %` : `${number(value)} ${unit ?? ''}`)
    .replace(/\s+/g, ' ')
    .trim();
}
