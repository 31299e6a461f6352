import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  contractYearNumber,
  contractYearPeriod,
  daysBetween,
  daysInMonth,
  endOfMonth,
  eventPeriod,
  eventRank,
  formatPeriod,
  formatPeriodShort,
  holds,
  isDay,
  isDomainError,
  isOver,
  isTimeZone,
  lastOverQuarter,
  lastPeriods,
  localTime,
  maxDay,
  minDay,
  nextPeriod,
  parseDay,
  parsePeriod,
  type Period,
  periodKindOf,
  type PeriodKind,
  periodKinds,
  periodOn,
  periodsBetween,
  previousPeriod,
  samePeriodLastYear,
  shiftPeriod,
  startOfMonth,
  today,
  weekday,
} from './index';

const code = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
};
const anyDay = fc.integer({ min: -40_000, max: 80_000 }).map((count) => addDays('1970-01-01', count));
const calendar = { contractStart: '2022-04-15' };

describe('days', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '', null, 20260401, '2026-04-01T00:00', '1799-01-01', ' 2026-04-01'])(
    'refuses %j',
    (value) => {
      expect(isDay(value)).toBe(false);
      expect(code(() => parseDay(value))).toBe('invalid-day');
    },
  );

  it('knows leap years', () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });

  it('adds months to the end of a shorter month, and comes back only when it can', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('counts as the calendar does', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2); // the night of summer time
    expect(weekday('2026-11-21')).toBe(6);
    expect(weekday('1970-01-01')).toBe(4);
    expect([startOfMonth('2024-02-10'), endOfMonth('2024-02-10')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([minDay('2026-01-02', '2026-01-01'), maxDay('2026-01-02', '2026-01-01')]).toEqual(['2026-01-01', '2026-01-02']);
  });

  it('agrees with the calendar of the machine', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
        const there = addDays(day, count);
        expect(there).toBe(new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10));
        expect(daysBetween(day, there)).toBe(count);
        expect(Math.sign(compareDays(there, day))).toBe(Math.sign(count));
        expect(weekday(day)).toBe(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
      }),
    );
  });

  it('adding months keeps the day or takes the last one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, count) => {
        const there = addMonths(day, count);
        expect(there.slice(8) === day.slice(8) || there === endOfMonth(there)).toBe(true);
        expect(startOfMonth(addMonths(startOfMonth(day), count))).toBe(startOfMonth(there));
      }),
    );
  });
});

describe('the day it is', () => {
  it('depends on the zone', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect(today(instant, 'Europe/Paris')).toBe('2027-01-01');
    expect(today(instant, 'America/Martinique')).toBe('2026-12-31');
    expect(today(instant, 'Indian/Reunion')).toBe('2027-01-01');
    expect(localTime(instant, 'Europe/Paris')).toEqual({ day: '2027-01-01', hour: 0, minute: 30 });
    expect(localTime(new Date('2026-07-01T22:00:00Z'), 'Europe/Paris')).toEqual({ day: '2026-07-02', hour: 0, minute: 0 });
    expect(code(() => today(instant, 'Europe/Gien'))).toBe('invalid-time-zone');
  });

  it('knows the zones of France and refuses the rest', () => {
    for (const zone of ['Europe/Paris', 'Indian/Mayotte', 'America/Cayenne', 'Pacific/Noumea', 'UTC']) expect(isTimeZone(zone)).toBe(true);
    for (const zone of ['', 'Paris', 'Europe/', '../etc', '+02:00', null]) expect(isTimeZone(zone)).toBe(false);
  });
});

describe('periods', () => {
  it.each<[string, string, string]>([
    ['2026-09', '2026-09-01', '2026-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['CY1', '2022-04-15', '2023-04-14'],
    ['CY5', '2026-04-15', '2027-04-14'],
  ])('%s goes from %s to %s', (key, start, end) => {
    expect(parsePeriod(key, calendar)).toMatchObject({ key, start, end });
  });

  it.each(['2026-13', '2026-Q5', '2026-Q0', 'CY0', 'CY100', 'CY', '26', '1026', '2026-H0', '2026-H3', '2026-S1', 'Q3', '', null, '1815-01', '9999-Q1'])('refuses %j', (key) => {
    expect(code(() => parsePeriod(key, calendar))).toBe('invalid-period');
  });

  it('asks for the contract to name a contract year', () => {
    expect(periodKindOf('CY5')).toBe('contract-year');
    expect(code(() => parsePeriod('CY5'))).toBe('invalid-period');
    expect(code(() => parsePeriod('CY5', { contractStart: null }))).toBe('invalid-period');
    expect(periodOn('contract-year', '2026-01-01')).toBeUndefined();
    expect(periodOn('contract-year', '2022-04-14', calendar)).toBeUndefined();
    expect(contractYearNumber('2022-04-15', '2026-04-14')).toBe(4);
    expect(contractYearNumber('2022-04-15', '2026-04-15')).toBe(5);
    expect(code(() => contractYearPeriod('2022-04-15', 1.5))).toBe('invalid-period');
  });

  it('follow each other across years', () => {
    expect(nextPeriod(parsePeriod('2026-12')).key).toBe('2027-01');
    expect(nextPeriod(parsePeriod('2026-Q4')).key).toBe('2027-Q1');
    expect(previousPeriod(parsePeriod('2026-Q1'))?.key).toBe('2025-Q4');
    expect(previousPeriod(parsePeriod('CY1', calendar), calendar)).toBeUndefined();
    expect(samePeriodLastYear(parsePeriod('2026-09'))?.key).toBe('2025-09');
    expect(samePeriodLastYear(parsePeriod('2026-Q3'))?.key).toBe('2025-Q3');
    expect(samePeriodLastYear(parsePeriod('CY5', calendar), calendar)?.key).toBe('CY4');
    expect(lastPeriods(parsePeriod('2026-Q2'), 3).map(({ key }) => key)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    expect(lastPeriods(parsePeriod('CY2', calendar), 8, calendar).map(({ key }) => key)).toEqual(['CY1', 'CY2']);
    expect(periodsBetween('quarter', '2026-02-01', '2026-07-01').map(({ key }) => key)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect(periodsBetween('contract-year', '2020-01-01', '2023-04-14', calendar).map(({ key }) => key)).toEqual(['CY1']);
    expect(periodsBetween('month', '2026-03-01', '2026-02-01')).toEqual([]);
  });

  it('are over the day after their last day', () => {
    const quarter = parsePeriod('2026-Q3');
    expect([isOver(quarter, '2026-09-30'), isOver(quarter, '2026-10-01')]).toEqual([false, true]);
    expect(lastOverQuarter('2026-09-30').key).toBe('2026-Q2');
    expect(lastOverQuarter('2026-10-01').key).toBe('2026-Q3');
    expect(lastOverQuarter('2027-01-01').key).toBe('2026-Q4');
  });

  it('are told by their day when they are events, nine a day at most, with no rhythm', () => {
    const event = parsePeriod('E2026-11-03');
    expect(event).toEqual({ key: 'E2026-11-03', kind: 'event', start: '2026-11-03', end: '2026-11-03' });
    expect(parsePeriod('E2026-11-03.2')).toEqual({ ...event, key: 'E2026-11-03.2' });
    expect([eventRank('E2026-11-03'), eventRank('E2026-11-03.2'), eventRank('2026-11')]).toEqual([1, 2, 1]);
    for (const key of ['E2026-02-30', 'E2026-11-3', 'E2026-11-03.1', 'E2026-11-03.10', 'E2026-11-03.20', 'E2026-11-03.', 'E2026-11', 'e2026-11-03', 'E0000-01-01']) expect(() => parsePeriod(key)).toThrow('invalid-period');
    expect(() => eventPeriod('2026-11-03', 10)).toThrow('invalid-period');
    expect(periodOn('event', '2026-11-03')).toEqual(event);
    expect(periodsBetween('event', '2026-01-01', '2026-12-31')).toEqual([]);
    expect(lastPeriods(event, 8)).toEqual([event]);
    expect([shiftPeriod(event, 0), shiftPeriod(event, 1), shiftPeriod(event, -1), samePeriodLastYear(event)]).toEqual([event, undefined, undefined, undefined]);
    expect([formatPeriod(event), formatPeriodShort(event), formatPeriod(parsePeriod('E2026-11-03.2'))].map((text) => text.replace(/\u00A0/g, ' '))).toEqual(['3 novembre 2026', '03/11/2026', '3 novembre 2026 (2e)']);
  });

  it('hold every day once, and steps there and back lose nothing', () => {
    const inReach = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(inReach, fc.constantFrom<PeriodKind>(...periodKinds.filter((kind) => kind !== 'event')), fc.integer({ min: 0, max: 20 }), (day, kind, steps) => {
        const at = { contractStart: '1990-01-01' };
        const period = periodOn(kind, day, at) as Period;
        expect(holds(period, day)).toBe(true);
        expect(parsePeriod(period.key, at)).toEqual(period);
        expect(nextPeriod(period, at).start).toBe(addDays(period.end, 1));
        const there = shiftPeriod(period, steps, at) as Period;
        expect(shiftPeriod(there, -steps, at)).toEqual(period);
        expect(periodsBetween(kind, period.start, there.start, at)).toHaveLength(steps + 1);
      }),
    );
  });
});
