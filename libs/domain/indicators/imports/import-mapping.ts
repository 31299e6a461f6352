import { french, isUuid, type PeriodKey, type Uuid } from '@maillage/domain/kernel';
import { fold, readPeriod } from './import-cells';

/** What a column of a table can hold. */
export const importFields = ['indicator', 'period', 'value', 'numerator', 'denominator', 'comment'] as const;
export type ImportField = (typeof importFields)[number];

/** What a column can hold, in French. */
export const importFieldLabels: Readonly<Record<ImportField, string>> = {
  indicator: 'Indicateur (code ou nom)',
  period: 'Période',
  value: 'Valeur',
  numerator: 'Numérateur',
  denominator: 'Dénominateur',
  comment: 'Commentaire',
};

/** What is done with a column: nothing, one of the fields, the values of a period (`period:2026-Q3`) or of an indicator (`indicator:<id>`). */
export type ColumnUse = 'ignore' | ImportField | `period:${PeriodKey}` | `indicator:${Uuid}`;

/** A column as it was found: its title and the first values under it. */
export interface ImportColumn {
  header: string;
  samples: string[];
}

/** Indicators as columns and cells name them. */
export interface NamedIndicator {
  id: Uuid;
  code: string;
  name: string;
}

const titles: Readonly<Record<ImportField, readonly RegExp[]>> = {
  indicator: [/^code( de l'indicateur| indicateur)?( \(.*)?$/, /^(nom de l'|libelle de l'|code )?indicateur$/, /^indicator$/],
  period: [/^periode$/, /^(mois|trimestre|semestre|annee|date|period)$/, /^date de (la )?mesure$/],
  numerator: [/^numerateur/, /^numerator$/],
  denominator: [/^denominateur/, /^denominator$/],
  value: [/^valeur/, /^(resultat|realise|chiffre|nombre|value)$/],
  comment: [/^(commentaire|remarque|observation|note)s?/, /^comment$/],
};

/** Whether a column use is one the product knows. */
export function isColumnUse(use: string): use is ColumnUse {
  if (use === 'ignore' || (importFields as readonly string[]).includes(use)) return true;
  if (use.startsWith('period:')) return use.length <= 40 && readPeriod(use.slice(7)) !== null;
  return use.startsWith('indicator:') && isUuid(use.slice(10));
}

/** Finds an indicator by its code, else by its name when only one bears it. */
export function indicatorNames(indicators: readonly NamedIndicator[]): (text: string) => NamedIndicator | 'several' | undefined {
  const codes = new Map(indicators.map((one) => [fold(one.code).replaceAll(' ', '-'), one]));
  const names = new Map<string, NamedIndicator | 'several'>();
  for (const one of indicators) names.set(fold(one.name), names.has(fold(one.name)) ? 'several' : one);
  return (text) => {
    const said = fold(text);
    return codes.get(said.replaceAll(' ', '-')) ?? names.get(said);
  };
}

/** What the columns most likely are, from their titles; each field is given to one column only. */
export function guessMapping(headers: readonly string[], indicators: readonly NamedIndicator[]): ColumnUse[] {
  const named = indicatorNames(indicators);
  const uses = headers.map((): ColumnUse => 'ignore');
  for (const field of importFields) {
    const ranks = titles[field];
    for (const title of ranks) {
      const column = headers.findIndex((header, index) => uses[index] === 'ignore' && title.test(fold(header)));
      if (column < 0) continue;
      uses[column] = field;
      break;
    }
  }
  headers.forEach((header, index) => {
    if (uses[index] !== 'ignore' || header.trim() === '') return;
    const period = readPeriod(header);
    const indicator = named(header);
    if (period && 'key' in period) uses[index] = `period:${period.key}`;
    else if (indicator !== undefined && indicator !== 'several') uses[index] = `indicator:${indicator.id}`;
  });
  const wide = (start: string): boolean => uses.some((use) => use.startsWith(start));
  // A column of periods or of indicators makes a wide table: the other shape is left out.
  const twice = wide('period:') && wide('indicator:');
  return uses.map((use) => (twice && use.startsWith('indicator:') ? 'ignore' : wide('period:') && !wide('indicator:') && use === 'period' ? 'ignore' : use));
}

/** How the table is laid out. */
export type ImportLayout = 'lines' | 'periods' | 'indicators';

/** One value a line, one column per period, or one column per indicator. */
export function layoutOf(uses: readonly ColumnUse[]): ImportLayout {
  if (uses.some((use) => use.startsWith('period:'))) return 'periods';
  return uses.some((use) => use.startsWith('indicator:')) ? 'indicators' : 'lines';
}

/** What is missing or contradicts itself in a mapping, in French; none when the file can be read with it. */
export function mappingFaults(uses: readonly ColumnUse[]): string[] {
  const has = (field: ImportField): boolean => uses.includes(field);
  const layout = layoutOf(uses);
  const twice = uses.filter((use, index) => use !== 'ignore' && uses.indexOf(use) !== index);
  const faults = [
    ...(twice.length > 0 ? ['Deux colonnes ont le même rôle : gardez-en une.'] : []),
    ...(layout === 'periods' && uses.some((use) => use.startsWith('indicator:')) ? ['Des colonnes sont des périodes et d’autres des indicateurs : choisissez.'] : []),
    ...(layout !== 'indicators' && !has('indicator') ? ['Dites quelle colonne porte l’indicateur (son code ou son nom).'] : []),
    ...(layout !== 'periods' && !has('period') ? ['Dites quelle colonne porte la période.'] : []),
    ...(layout === 'lines' && !has('value') && !(has('numerator') && has('denominator')) ? ['Dites quelle colonne porte la valeur, ou lesquelles portent le numérateur et le dénominateur.'] : []),
    ...(layout === 'lines' && has('numerator') !== has('denominator') ? ['Le numérateur et le dénominateur vont ensemble : il manque l’un des deux.'] : []),
    ...(layout !== 'lines' && (has('value') || has('numerator') || has('denominator')) ? ['Dans un tableau qui a une colonne par période ou par indicateur, les colonnes « Valeur », « Numérateur » et « Dénominateur » ne servent pas.'] : []),
  ];
  return faults.map(french);
}

/** One text for tables made alike: what a mapping is remembered under. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(fold).join('\u001F');
}
