import { addDays, addYears, type Day, dayOf, dayParts, daysInMonth, isDay } from './day';
import { DomainError } from './errors';

/** What a value can cover; an event is told by its day, nothing says beforehand when the next one comes. */
export const periodKinds = ['month', 'quarter', 'half-year', 'civil-year', 'contract-year', 'event'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Months in a period of each kind: a longer one can hold a shorter one. An event is shorter than any. */
export const periodMonths: Readonly<Record<PeriodKind, number>> = { 'month': 1, 'quarter': 3, 'half-year': 6, 'civil-year': 12, 'contract-year': 12, 'event': 0 };

/** '2026-09', '2026-Q3', '2026-H1', '2026', 'CY5', 'E2026-11-03', or 'E2026-11-03.2' for the second event of a day. */
export type PeriodKey = string;

/** A stretch of days, both ends included. */
export interface Period {
  key: PeriodKey;
  kind: PeriodKind;
  start: Day;
  end: Day;
}

/** What contract years are counted from; needed only for them. */
export interface PeriodCalendar {
  /** The day the contract was signed. */
  contractStart?: Day | null;
}

const monthKey = /^(\d{4})-(0[1-9]|1[0-2])$/;
const quarterKey = /^(\d{4})-Q([1-4])$/;
const halfYearKey = /^(\d{4})-H([12])$/;
const civilYearKey = /^\d{4}$/;
const contractYearKey = /^CY([1-9]\d?)$/;
const eventKey = /^E(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:\.([2-9]))?$/;

/** Events of one indicator that one day can hold. */
export const eventsOfDay = 9;

/** The kind a key belongs to, or undefined when it is no key. */
export function periodKindOf(key: unknown): PeriodKind | undefined {
  if (typeof key !== 'string') return undefined;
  if (monthKey.test(key)) return 'month';
  if (quarterKey.test(key)) return 'quarter';
  if (halfYearKey.test(key)) return 'half-year';
  if (civilYearKey.test(key)) return 'civil-year';
  if (contractYearKey.test(key)) return 'contract-year';
  return isDay(eventKey.exec(key)?.[1]) ? 'event' : undefined;
}

/** The month of a year; `month` may run over (13 is January of the next year). */
export function monthPeriod(year: number, month: number): Period {
  const index = year * 12 + month - 1;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  const start = dayOf(y, m, 1);
  return { key: start.slice(0, 7), kind: 'month', start, end: dayOf(y, m, daysInMonth(y, m)) };
}

/** The civil quarter of a year; `quarter` may run over (5 is the first of the next year). */
export function quarterPeriod(year: number, quarter: number): Period {
  const index = year * 4 + quarter - 1;
  const y = Math.floor(index / 4);
  const q = index - y * 4 + 1;
  return {
    key: `${String(y).padStart(4, '0')}-Q${q}`,
    kind: 'quarter',
    start: dayOf(y, q * 3 - 2, 1),
    end: dayOf(y, q * 3, daysInMonth(y, q * 3)),
  };
}

/** The half of a civil year; `half` may run over (3 is the first of the next year). */
export function halfYearPeriod(year: number, half: number): Period {
  const index = year * 2 + half - 1;
  const y = Math.floor(index / 2);
  const h = index - y * 2 + 1;
  return { key: `${String(y).padStart(4, '0')}-H${h}`, kind: 'half-year', start: dayOf(y, h * 6 - 5, 1), end: dayOf(y, h * 6, daysInMonth(y, h * 6)) };
}

/** A civil year, from January to December. */
export function civilYearPeriod(year: number): Period {
  return { key: String(year).padStart(4, '0'), kind: 'civil-year', start: dayOf(year, 1, 1), end: dayOf(year, 12, 31) };
}

/**
 * Year `number` of a contract signed on a day: from its anniversary to the eve of the next one.
 * Signed on 29 February, the anniversary falls on 28 February in ordinary years.
 */
export function contractYearPeriod(contractStart: Day, number: number): Period {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new DomainError('invalid-period', { value: `CY${number}` });
  return {
    key: `CY${number}`,
    kind: 'contract-year',
    start: addYears(contractStart, number - 1),
    end: addDays(addYears(contractStart, number), -1),
  };
}

/** An event, told by its day; `rank` 2 is the second one of that day, up to 9. */
export function eventPeriod(day: Day, rank = 1): Period {
  if (!isDay(day) || !Number.isInteger(rank) || rank < 1 || rank > eventsOfDay) throw new DomainError('invalid-period', { value: `E${String(day)}.${rank}` });
  return { key: rank === 1 ? `E${day}` : `E${day}.${rank}`, kind: 'event', start: day, end: day };
}

/** Which event of its day a key names: 1 for the first; 1 too for a key that names no event. */
export function eventRank(key: PeriodKey): number {
  return Number(eventKey.exec(key)?.[2] ?? 1);
}

/** The number of the contract year a day belongs to; undefined before the signature. */
export function contractYearNumber(contractStart: Day, day: Day): number | undefined {
  if (day < contractStart) return undefined;
  let number = dayParts(day).year - dayParts(contractStart).year + 1;
  if (addYears(contractStart, number - 1) > day) number -= 1;
  return number;
}

/** The period a key names; `invalid-period` for a wrong key, or a contract year without a contract. */
export function parsePeriod(key: unknown, calendar: PeriodCalendar = {}): Period {
  const kind = periodKindOf(key);
  const text = String(key);
  if (kind === 'month') return bounded(text, () => monthPeriod(Number(text.slice(0, 4)), Number(text.slice(5))));
  if (kind === 'quarter') return bounded(text, () => quarterPeriod(Number(text.slice(0, 4)), Number(text.slice(6))));
  if (kind === 'half-year') return bounded(text, () => halfYearPeriod(Number(text.slice(0, 4)), Number(text.slice(6))));
  if (kind === 'civil-year') return bounded(text, () => civilYearPeriod(Number(text)));
  if (kind === 'contract-year' && isDay(calendar.contractStart)) return contractYearPeriod(calendar.contractStart, Number(text.slice(2)));
  if (kind === 'event') return bounded(text.slice(1), () => eventPeriod(text.slice(1, 11), eventRank(text)));
  throw new DomainError('invalid-period', { value: text });
}

function bounded(key: string, make: () => Period): Period {
  const year = Number(key.slice(0, 4));
  if (year < 1900 || year > 2200) throw new DomainError('invalid-period', { value: key });
  return make();
}

/** The period of a kind that holds a day (the first event of that day); undefined for a contract year before the signature or without a contract. */
export function periodOn(kind: PeriodKind, day: Day, calendar: PeriodCalendar = {}): Period | undefined {
  const { year, month } = dayParts(day);
  if (kind === 'month') return monthPeriod(year, month);
  if (kind === 'quarter') return quarterPeriod(year, Math.ceil(month / 3));
  if (kind === 'half-year') return halfYearPeriod(year, Math.ceil(month / 6));
  if (kind === 'civil-year') return civilYearPeriod(year);
  if (kind === 'event') return eventPeriod(day);
  if (!isDay(calendar.contractStart)) return undefined;
  const number = contractYearNumber(calendar.contractStart, day);
  return number === undefined ? undefined : contractYearPeriod(calendar.contractStart, number);
}

/** The period so many steps later (earlier when negative); undefined before contract year 1, and for an event, which follows no rhythm. */
export function shiftPeriod(period: Period, steps: number, calendar: PeriodCalendar = {}): Period | undefined {
  if (period.kind === 'event') return steps === 0 ? period : undefined;
  const { year, month } = dayParts(period.start);
  if (period.kind === 'month') return monthPeriod(year, month + steps);
  if (period.kind === 'quarter') return quarterPeriod(year, Math.ceil(month / 3) + steps);
  if (period.kind === 'half-year') return halfYearPeriod(year, Math.ceil(month / 6) + steps);
  if (period.kind === 'civil-year') return civilYearPeriod(year + steps);
  const number = Number(period.key.slice(2)) + steps;
  return number < 1 ? undefined : parsePeriod(`CY${number}`, calendar);
}

/** The next period of the same kind. `invalid-period` after an event. */
export function nextPeriod(period: Period, calendar: PeriodCalendar = {}): Period {
  const next = shiftPeriod(period, 1, calendar);
  if (!next) throw new DomainError('invalid-period', { value: period.key });
  return next;
}

/** The period before; undefined before contract year 1. */
export function previousPeriod(period: Period, calendar: PeriodCalendar = {}): Period | undefined {
  return shiftPeriod(period, -1, calendar);
}

/** The same period a year before (the previous contract year for a contract year). */
export function samePeriodLastYear(period: Period, calendar: PeriodCalendar = {}): Period | undefined {
  return period.kind === 'event' ? undefined : shiftPeriod(period, -12 / periodMonths[period.kind], calendar);
}

/** All periods of a kind that touch [from, to], oldest first; none for events, which nothing announces. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day, calendar: PeriodCalendar = {}): Period[] {
  const periods: Period[] = [];
  if (kind === 'event') return periods;
  const floor = kind === 'contract-year' && isDay(calendar.contractStart) && from < calendar.contractStart ? calendar.contractStart : from;
  let period = periodOn(kind, floor, calendar);
  while (period && period.start <= to) {
    periods.push(period);
    period = nextPeriod(period, calendar);
  }
  return periods;
}

/** The last `count` periods up to and including this one, oldest first. */
export function lastPeriods(period: Period, count: number, calendar: PeriodCalendar = {}): Period[] {
  const periods: Period[] = [];
  for (let steps = 0; steps < count; steps += 1) {
    const earlier = shiftPeriod(period, -steps, calendar);
    if (!earlier) break;
    periods.unshift(earlier);
  }
  return periods;
}

/** True when the last day of the period is over at this local day. */
export function isOver(period: Period, day: Day): boolean {
  return day > period.end;
}

/** True when the day is inside the period. */
export function holds(period: Pick<Period, 'start' | 'end'>, day: Day): boolean {
  return period.start <= day && day <= period.end;
}

/** The quarter that ended last before (not on) a local day. */
export function lastOverQuarter(day: Day): Period {
  const { year, month } = dayParts(day);
  return quarterPeriod(year, Math.ceil(month / 3) - 1);
}
