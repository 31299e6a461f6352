import { addDays, dayParts, lastPeriods, periodOn, quarterPeriod, shiftPeriod, type Day, type Period } from '@maillage/domain/kernel';

/** The days of the demonstration, counted back from today so that it is never out of date. */
export interface DemoCalendar {
  /** The eight last finished quarters, oldest first. */
  quarters: Period[];
  /** Signature of the contract: a 15 April, so that contract years and civil years differ. */
  signedOn: Day;
  /** The project is put in force and values are expected from then on. */
  startsOn: Day;
}

/** The calendar of a demonstration loaded on that day. */
export function demoCalendar(today: Day): DemoCalendar {
  const { year, month } = dayParts(today);
  const last = shiftPeriod(quarterPeriod(year, Math.ceil(month / 3)), -1);
  const quarters = last ? lastPeriods(last, 8) : [];
  const startsOn = quarters[0]?.start ?? today;
  const spring = (of: number): Day => `${of}-04-15`;
  const latest = addDays(startsOn, -60);
  const signedOn = spring(dayParts(latest).year) <= latest ? spring(dayParts(latest).year) : spring(dayParts(latest).year - 1);
  return { quarters, signedOn, startsOn };
}

/** The finished periods of a kind that carry the values of an indicator, oldest first. */
export function periodsOf(kind: Period['kind'], count: number, today: Day, signedOn: Day): Period[] {
  const calendar = { contractStart: signedOn };
  const running = periodOn(kind, today, calendar);
  const last = running && shiftPeriod(running, -1, calendar);
  return last ? lastPeriods(last, count, calendar) : [];
}

/** Ten in the morning (UTC) of a day. */
export const morning = (day: Day): string => `${day}T08:00:00Z`;


