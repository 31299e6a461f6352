import { DomainError } from './errors';

/** A calendar day, 'YYYY-MM-DD', from the database to the screen. Strings compare in the order of time. */
export type Day = string;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day in its three numbers; `month` is 1 to 12. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
}

/** True for a year with a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return monthLengths[month - 1] ?? 0;
}

const dash = 45;
const zero = 48;

/** The number written from one place to another; NaN when something there is no digit. Days are read by the ten thousand. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function read(value: unknown): DayParts | undefined {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(4) !== dash || value.charCodeAt(7) !== dash) return undefined;
  const parts = { year: digits(value, 0, 4), month: digits(value, 5, 7), day: digits(value, 8, 10) };
  if (!(parts.year >= 1800 && parts.year <= 2400)) return undefined;
  return parts.day >= 1 && parts.day <= daysInMonth(parts.year, parts.month) ? parts : undefined;
}

/** True for a day that exists, between 1800 and 2400. */
export function isDay(value: unknown): value is Day {
  return read(value) !== undefined;
}

/** The day when it exists, otherwise `invalid-day`. */
export function parseDay(value: unknown): Day {
  if (!isDay(value)) throw new DomainError('invalid-day', { value });
  return value;
}

/** The three numbers of a day. */
export function dayParts(day: Day): DayParts {
  const parts = read(day);
  if (!parts) throw new DomainError('invalid-day', { value: day });
  return parts;
}

/** A day from its numbers. */
export function dayOf(year: number, month: number, day: number): Day {
  return parseDay(`${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`);
}

/** Negative when a is before b, 0 when equal. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earlier of two days. */
export function minDay(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

/** The later of two days. */
export function maxDay(a: Day, b: Day): Day {
  return a >= b ? a : b;
}

// Days since 1970-01-01, by whole-number arithmetic: no Date, no time zone, no summer time.
function toNumber({ year, month, day }: DayParts): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function fromNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(dayParts(day)) + count);
}

/** How many days from a to b; 0 for the same day, negative when b is before a. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(dayParts(to)) - toNumber(dayParts(from));
}

/** Same day number so many months later; the last day of the month when that day does not exist (31/01 + 1 month = 28/02). */
export function addMonths(day: Day, count: number): Day {
  const parts = dayParts(day);
  const months = parts.year * 12 + parts.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOf(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** Same day so many years later; 29 February becomes 28 February in ordinary years. */
export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12);
}

/** First day of the month. */
export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** Last day of the month. */
export function endOfMonth(day: Day): Day {
  const { year, month } = dayParts(day);
  return dayOf(year, month, daysInMonth(year, month));
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(day: Day): number {
  const index = (toNumber(dayParts(day)) + 3) % 7;
  return (index < 0 ? index + 7 : index) + 1;
}
