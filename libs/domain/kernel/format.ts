import { type Day, dayParts } from './day';
import { eventRank, type Period } from './period';
import { NBSP, NNBSP, unitOf } from './typography';
import { localTime } from './zone';

/** An amount of money in whole cents. */
export type Cents = number;

const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] as const;
const shortMonths = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'] as const;
const quarters = ['janv.–mars', 'avr.–juin', 'juil.–sept.', 'oct.–déc.'] as const;

/** True for a whole number of cents, zero or more, below ten billion euros. */
export function isCents(value: unknown): value is Cents {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 1e12;
}

/** Rounds as people do on paper: half away from zero, on the decimal writing (1,005 → 1,01). */
export function roundTo(value: number, decimals: number): number {
  const sign = value < 0 ? -1 : 1;
  const text = String(Math.abs(value));
  if (text.includes('e')) return Number(value.toFixed(decimals));
  const rounded = sign * Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`);
  return rounded === 0 ? 0 : rounded;
}

/** How many decimals the number is written with. */
export function decimalsOf(value: number): number {
  const text = String(value);
  if (text.includes('e-')) return Number(text.split('e-')[1]) + (text.split('e')[0]?.split('.')[1]?.length ?? 0);
  return text.split('.')[1]?.length ?? 0;
}

/** « 1 234 567,5 »; without `decimals`, as many as the number has. */
export function formatNumber(value: number, decimals: number = decimalsOf(value)): string {
  const rounded = roundTo(value, decimals);
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NNBSP);
  return `${rounded < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** « +4 », « −2,5 », « 0 ». */
export function formatSigned(value: number, decimals: number = decimalsOf(value)): string {
  return `${roundTo(value, decimals) > 0 ? '+' : ''}${formatNumber(value, decimals)}`;
}

/** « 63 % » from 63. */
export function formatPercent(value: number, decimals: number = decimalsOf(value)): string {
  return `${formatNumber(value, decimals)}${NBSP}%`;
}

/** « 63 % », « 12 professionnels », « 1 professionnel », « 4 » when there is no unit. */
export function formatWithUnit(value: number, unit: string | null | undefined, decimals: number = decimalsOf(value)): string {
  return unit ? `${formatNumber(value, decimals)}${NBSP}${unitOf(roundTo(value, decimals), unit)}` : formatNumber(value, decimals);
}

/** « 1 234 € », or « 1 234,50 € » when there are cents. */
export function formatEuros(cents: Cents): string {
  return `${formatNumber(cents / 100, cents % 100 === 0 ? 0 : 2)}${NBSP}€`;
}

/** « 14 avril 2027 », « 1er mai 2027 ». */
export function formatDay(day: Day): string {
  const parts = dayParts(day);
  return `${parts.day === 1 ? '1er' : parts.day}${NBSP}${months[parts.month - 1]}${NBSP}${parts.year}`;
}

/** « 14/04/2027 », for tables. */
export function formatDayShort(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** « 14 avril 2027 à 10 h 42 », in a named zone. */
export function formatInstant(instant: Date, timeZone: string): string {
  const time = localTime(instant, timeZone);
  return `${formatDay(time.day)} à ${formatHour(time)}`;
}

/** « 14/04/2027 10:42 », for tables, in a named zone. */
export function formatInstantShort(instant: Date, timeZone: string): string {
  const { day, hour, minute } = localTime(instant, timeZone);
  return `${formatDayShort(day)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** « 10 h 42 ». */
export function formatHour(time: { hour: number; minute: number }): string {
  return `${time.hour}${NBSP}h${NBSP}${String(time.minute).padStart(2, '0')}`;
}

/** « septembre 2026 », « T3 2026 (juil.–sept.) », « S1 2026 (janv.–juin) », « année civile 2026 », « année 5 (15/04/2026–14/04/2027) », « 3 novembre 2026 ». */
export function formatPeriod(period: Period): string {
  const { year, month } = dayParts(period.start);
  if (period.kind === 'month') return `${months[month - 1]}${NBSP}${year}`;
  if (period.kind === 'quarter') return `${formatPeriodShort(period)} (${quarters[Math.ceil(month / 3) - 1]})`;
  if (period.kind === 'half-year') return `${formatPeriodShort(period)} (${month === 1 ? 'janv.–juin' : 'juil.–déc.'})`;
  if (period.kind === 'civil-year') return `année civile${NBSP}${year}`;
  if (period.kind === 'event') return `${formatDay(period.start)}${rankOf(period.key)}`;
  return `${formatPeriodShort(period)} (${formatDayShort(period.start)}–${formatDayShort(period.end)})`;
}

/** « sept. 2026 », « T3 2026 », « S1 2026 », « 2026 », « année 5 », « 03/11/2026 »: for axes of charts and narrow columns. */
export function formatPeriodShort(period: Pick<Period, 'key' | 'kind'>): string {
  const year = period.key.slice(0, 4);
  if (period.kind === 'month') return `${shortMonths[Number(period.key.slice(5)) - 1]}${NBSP}${year}`;
  if (period.kind === 'quarter') return `T${period.key.slice(6)}${NBSP}${year}`;
  if (period.kind === 'half-year') return `S${period.key.slice(6)}${NBSP}${year}`;
  if (period.kind === 'civil-year') return year;
  if (period.kind === 'event') return `${formatDayShort(period.key.slice(1, 11))}${rankOf(period.key)}`;
  return `année${NBSP}${period.key.slice(2)}`;
}

/** « (2e) », for the second event of a day. */
const rankOf = (key: string): string => (eventRank(key) === 1 ? '' : `${NBSP}(${eventRank(key)}e)`);

/** « aujourd’hui », « depuis 1 jour », « depuis 12 jours »: how long something is late. */
export function formatLateness(days: number): string {
  if (days <= 0) return 'aujourd’hui';
  return `depuis ${formatNumber(days)}${NBSP}${days === 1 ? 'jour' : 'jours'}`;
}

/** « 12 Ko », « 3,4 Mo ». */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)}${NBSP}octets`;
  if (bytes < 1e6) return `${formatNumber(bytes / 1000, 0)}${NBSP}Ko`;
  return `${formatNumber(roundTo(bytes / 1e6, 1))}${NBSP}Mo`;
}
