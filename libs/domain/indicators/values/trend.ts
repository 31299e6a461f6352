import { formatNumber, formatPeriodShort, formatSigned, formatWithUnit, french, type Period, plural, roundTo, unitOf } from '@maillage/domain/kernel';
import type { Indicator } from '../definition/indicator';
import { isAnswer } from '../definition/kinds';

type Told = Pick<Indicator, 'kind' | 'unit' | 'decimals'>;

/** A value as people read it: « 63 % », « 12 professionnels », « oui ». */
export function formatValue(indicator: Told, value: number | null): string {
  if (value === null) return 'sans valeur';
  if (isAnswer(indicator.kind)) return value === 1 ? 'oui' : 'non';
  return formatWithUnit(value, indicator.unit, indicator.decimals);
}

/** A difference as people read it: « +4 points », « −12 actes », « +3 ». */
export function formatDifference(indicator: Told, difference: number): string {
  const rounded = roundTo(difference, indicator.decimals);
  const signed = formatSigned(rounded, indicator.decimals);
  if (indicator.unit === '%') return `${signed} ${plural(rounded, 'point')}`;
  return indicator.unit ? `${signed} ${unitOf(rounded, indicator.unit)}` : signed;
}

/** « au T3 2026 », « au S1 2026 », « en septembre 2026 », « en 2026 », « en année 5 », « le 03/11/2026 ». */
export function inPeriod(period: Pick<Period, 'key' | 'kind'>): string {
  if (period.kind === 'event') return `le ${formatPeriodShort(period)}`;
  return `${period.kind === 'quarter' || period.kind === 'half-year' ? 'au' : 'en'} ${formatPeriodShort(period)}`;
}

/** « de l’année 5 », « de 2026 », « du S1 2026 ». */
function ofPeriod(period: Pick<Period, 'key' | 'kind'>): string {
  const label = formatPeriodShort(period);
  return period.kind === 'contract-year' ? `de l'${label}` : period.kind === 'quarter' || period.kind === 'half-year' ? `du ${label}` : `de ${label}`;
}

/** What the sentence under a chart is made from. */
export interface TrendInput {
  indicator: Told;
  period: Pick<Period, 'key' | 'kind'>;
  value: number | null;
  target: number | null;
  /** Value of the same period a year before. */
  lastYear: number | null;
  /** Value of the period just before, said when there is none a year before. */
  before?: { value: number; period: Pick<Period, 'key' | 'kind'> } | null;
  /** The sum since the start of the year, when that is what the target is compared with. */
  soFar?: { value: number; target: number; year: Pick<Period, 'key' | 'kind'> } | null;
  /** The period brings events together: nothing is missing when there was none. */
  events?: boolean;
}

/** « 63 % au T3 2026, objectif 70 % : +4 points en un an »; « 12 actes au T3 2026, 34 depuis le début de l’année 5 (objectif 60) ». */
export function trendSentence({ indicator, period, value, target, lastYear, before = null, soFar = null, events = false }: TrendInput): string {
  const goal = target === null ? '' : isAnswer(indicator.kind) ? `, attendu ${target === 1 ? 'oui' : 'non'}` : `, objectif ${formatValue(indicator, target)}`;
  const sum = soFar ? `, ${formatValue({ ...indicator, unit: null }, soFar.value)} depuis le début ${ofPeriod(soFar.year)} (objectif ${formatValue({ ...indicator, unit: null }, soFar.target)})` : '';
  if (value === null) return french(`${events ? 'Aucun événement' : 'Aucune valeur'} ${inPeriod(period)}${goal}${events ? sum : ''}`);
  const start = `${formatValue(indicator, value)} ${inPeriod(period)}${goal}${sum}`;
  return french(capital(`${start}${change(indicator, value, lastYear, before)}`));
}

function change(indicator: Told, value: number, lastYear: number | null, before: TrendInput['before']): string {
  if (isAnswer(indicator.kind)) return '';
  const reference = lastYear ?? before?.value;
  if (reference === undefined) return '';
  const since = lastYear !== null ? 'en un an' : `depuis ${before ? formatPeriodShort(before.period) : ''}`;
  const difference = roundTo(value - reference, indicator.decimals);
  return difference === 0 ? ` : stable ${since}` : ` : ${formatDifference(indicator, difference)} ${since}`;
}

function capital(text: string): string {
  return text.startsWith('oui') || text.startsWith('non') ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** « 126 sur 200 »: both parts of a ratio. */
export function formatParts(numerator: number | null, denominator: number | null): string {
  return numerator === null || denominator === null ? '' : `${formatNumber(numerator)} sur ${formatNumber(denominator)}`;
}
