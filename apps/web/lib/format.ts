import { type Day, daysBetween, formatDayShort, formatHour, formatInstant, formatNumber, localTime, NBSP, plural } from '@maillage/domain/kernel';

export {
  capitalise,
  formatBytes,
  formatDay,
  formatDayShort,
  formatEuros,
  formatHour,
  formatInstant,
  formatInstantShort,
  formatLateness,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatPeriodShort,
  formatSigned,
  formatWithUnit,
  french,
  listInFrench,
  NBSP,
  NNBSP,
  plural,
} from '@maillage/domain/kernel';

/** The zone of the machine in front of the person; a community's own zone is passed where its days are meant. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris';
}

/** « aujourd’hui », « demain », « dans 12 jours », « en retard de 12 jours »: a deadline seen from a day. */
export function formatDelay(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'aujourd’hui';
  if (days === 1) return 'demain';
  const count = `${formatNumber(Math.abs(days))}${NBSP}${plural(days, 'jour')}`;
  return days > 0 ? `dans ${count}` : `en retard de ${count}`;
}

/** « à l’instant », « il y a 5 minutes », « à 10 h 42 », « hier à 18 h 05 », « le 14 avril 2027 à 10 h 42 ». */
export function formatWhen(instant: Date, now: Date, timeZone: string = browserZone()): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  if (minutes < 1 && minutes > -2) return 'à l’instant';
  if (minutes > 0 && minutes < 60) return `il y a ${minutes}${NBSP}${plural(minutes, 'minute')}`;
  const then = localTime(instant, timeZone);
  const days = daysBetween(then.day, localTime(now, timeZone).day);
  if (days === 0) return `à ${formatHour(then)}`;
  if (days === 1) return `hier à ${formatHour(then)}`;
  return `le ${formatInstant(instant, timeZone)}`;
}

/** « 15/04/2026–14/04/2027 ». */
export function formatDays(start: Day, end: Day): string {
  return `${formatDayShort(start)}–${formatDayShort(end)}`;
}

/** « année 5 (15/04/2026–14/04/2027) ». */
export function formatContractYear(year: { number: number; start: Day; end: Day }): string {
  return `année${NBSP}${year.number} (${formatDays(year.start, year.end)})`;
}

/** The number a person typed in French (« 1 234,5 », « 12 % », « −3 »); null when it is empty, NaN when it is no number. */
export function parseFrenchNumber(typed: string): number | null {
  const text = typed.replace(/[\s\u00A0\u202F]/g, '').replace(/[%€]$/, '').replace(/^[−–]/, '-');
  if (text === '') return null;
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^-?(\d+([.,]\d*)?|[.,]\d+)$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** The day a person typed: 14/04/2027, 14/4/27, 14-04-2027, 14 04 2027; undefined when it is no day. */
export function parseFrenchDay(typed: string): Day | undefined {
  const match = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{2}|\d{4})$/.exec(typed.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  if (!match) return undefined;
  const [, date = '', month = '', year = ''] = match;
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const check = new Date(Date.UTC(y, m - 1, d));
  return check.getUTCFullYear() === y && check.getUTCMonth() === m - 1 && check.getUTCDate() === d ? day : undefined;
}

/** Today in a zone. */
export function todayIn(timeZone: string = browserZone()): Day {
  return localTime(new Date(), timeZone).day;
}
