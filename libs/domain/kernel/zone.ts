import type { Day } from './day';
import { DomainError } from './errors';

/** What the clock on the wall shows in a zone. */
export interface LocalTime {
  day: Day;
  hour: number;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
    } catch {
      throw new DomainError('invalid-time-zone', { value: timeZone });
    }
    formats.set(timeZone, format);
  }
  return format;
}

/** The local day, hour and minute of an instant. The instant is given: the domain has no clock. */
export function localTime(now: Date, timeZone: string): LocalTime {
  const parts: Record<string, string> = {};
  for (const part of formatFor(timeZone).formatToParts(now)) parts[part.type] = part.value;
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    hour: Number(parts['hour']),
    minute: Number(parts['minute']),
  };
}

/** The day it is in a zone at an instant. */
export function today(now: Date, timeZone: string): Day {
  return localTime(now, timeZone).day;
}

/** True for an IANA zone this machine knows ('Europe/Paris', 'Indian/Reunion'…). */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/.test(value)) return false;
  try {
    formatFor(value);
    return true;
  } catch {
    return false;
  }
}
