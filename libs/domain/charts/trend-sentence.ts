import { french, formatSigned, plural, roundTo } from '../kernel';
import { type ValueFormat, writeValue } from './parts';

/** What the sentence of a chart is made from. */
export interface TrendInput extends ValueFormat {
  periods: readonly string[];
  values: readonly (number | null)[];
  targets?: readonly (number | null)[];
  /** 12 for months, 4 for quarters, 1 for years: to compare with the same moment a year before. */
  perYear: 12 | 4 | 1;
}

function yearChange(input: TrendInput, last: number): string {
  const { values, unit, decimals, yesNo } = input;
  const now = values[last];
  const before = values[last - input.perYear];
  if (yesNo || typeof now !== 'number' || typeof before !== 'number') return '';
  const change = roundTo(now - before, decimals ?? 1);
  if (change === 0) return ' : stable en un an';
  const words = unit === '%' ? plural(Math.abs(change), 'point') : (unit ?? '');
  return ` : ${formatSigned(change)}${words ? ` ${words}` : ''} en un an`;
}

/** « 63 % au T3 2026, objectif 70 % : +4 points en un an »: what the chart shows, in one sentence. */
export function trendSentence(input: TrendInput): string {
  const last = input.values.findLastIndex((value) => value !== null);
  if (last < 0) return french('Aucune valeur n\'a encore été saisie.');
  const target = input.targets?.[last] ?? null;
  const against = target === null ? ', sans objectif fixé' : `, objectif ${writeValue(target, input)}`;
  const period = input.periods[last] ?? '';
  const link = /^T\d/.test(period) ? 'au' : /^[aeiouyéèêAEIOUÉ]/.test(period) || input.perYear === 12 ? 'en' : 'pour';
  return french(`${writeValue(input.values[last], input)} ${link} ${period}${against}${yearChange(input, last)}.`);
}
