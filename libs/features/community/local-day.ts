import { addDays, today, type Day } from '@maillage/domain/kernel';

const hour = 3_600_000;

/** The instant a day begins in a time zone (midnight there, or the first instant after it when clocks jump over midnight). */
export function startOfDay(day: Day, timeZone: string): Date {
  // Zones go from UTC-12 to UTC+14: the day begins within that window; narrow it to the minute.
  let early = Date.parse(`${addDays(day, -1)}T00:00:00Z`);
  let late = Date.parse(`${day}T00:00:00Z`) + 24 * hour;
  while (late - early > 60_000) {
    const middle = early + Math.floor((late - early) / 120_000) * 60_000;
    if (today(new Date(middle), timeZone) < day) early = middle;
    else late = middle;
  }
  return new Date(late);
}
