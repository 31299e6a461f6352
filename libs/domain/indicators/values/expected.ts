import { addDays, type Day, daysBetween, groupBy, maxDay, parsePeriod, type Period, type PeriodCalendar, periodOn, periodsBetween, type Uuid } from '@maillage/domain/kernel';
import type { Indicator } from '../definition/indicator';
import { lockOver, type PeriodLock } from '../validation/lock';
import { givableFrom, isSettled, type Measure } from './measure';

/** Days after the end of a period before a missing value counts as late. */
export const defaultMeasureDueDays = 15;

/** A value that is awaited: to be entered, or entered and to be validated. */
export interface ExpectedMeasure {
  indicatorId: Uuid;
  period: Period;
  /** `to-enter`: nothing yet; `to-correct`: sent back to who gave it; `to-validate`: given. */
  need: 'to-enter' | 'to-correct' | 'to-validate';
  /** Last day to do it without being late. */
  dueOn: Day;
  /** 0 until the day after `dueOn`. */
  lateDays: number;
}

type Expected = Pick<Indicator, 'id' | 'frequency' | 'trackedFrom' | 'archivedAt'> & Partial<Pick<Indicator, 'formula' | 'dueDays'>>;
type Given = Pick<Measure, 'indicatorId' | 'periodKey' | 'status' | 'remark'>;

/** What is awaited and how. */
export interface ExpectedOptions {
  today: Day;
  calendar?: PeriodCalendar;
  /** As the community set; an indicator may have its own. */
  dueDays?: number;
  /** Nothing older than this day is asked for (for instance the start of the contract year before). */
  since?: Day;
  /** Places answered by the reason why they have no value (`absentPlaces`): nothing is asked for there. */
  absent?: ReadonlySet<string>;
  /** Locks that stand: nothing is asked for in what they close. */
  locks?: readonly PeriodLock[];
}

/** The last day to give a value of a period without being late: by the delay of the indicator, else that of the community. */
export const dueDayOf = (indicator: Partial<Pick<Indicator, 'dueDays'>>, period: Pick<Period, 'end'>, dueDays = defaultMeasureDueDays): Day =>
  addDays(period.end, indicator.dueDays ?? dueDays);

/** The periods an indicator should have a value for on a day: tracked, and at their last day or after; never an event. */
export function expectedPeriods(indicator: Expected, { today, calendar = {}, since }: ExpectedOptions): Period[] {
  if (indicator.archivedAt !== null) return [];
  const from = since !== undefined && since > indicator.trackedFrom ? since : indicator.trackedFrom;
  return periodsBetween(indicator.frequency, from, today, calendar).filter((period) => period.end <= today && period.end >= from);
}

/** The periods a value can be given for on a day: those awaited, and the contract year that runs, whose figure is followed « à ce jour ». */
export function givablePeriods(indicator: Expected, options: ExpectedOptions): Period[] {
  const awaited = expectedPeriods(indicator, options);
  const { today, calendar = {} } = options;
  const running = indicator.archivedAt === null ? periodOn(indicator.frequency, today, calendar) : undefined;
  const open = running && running.end > today && running.end >= indicator.trackedFrom && givableFrom(running) <= today;
  return open ? [...awaited, running] : awaited;
}

/** The same for many indicators, awaited or givable: those followed alike share their periods. */
export function periodsOfEach(options: ExpectedOptions, periodsOf = expectedPeriods): (indicator: Expected) => readonly Period[] {
  const shared = new Map<string, Period[]>();
  return (indicator) => {
    if (indicator.archivedAt !== null) return [];
    const key = `${indicator.frequency} ${indicator.trackedFrom}`;
    const periods = shared.get(key) ?? periodsOf(indicator, options);
    shared.set(key, periods);
    return periods;
  };
}

/** Everything awaited on a day, the latest first, then in the order of the indicators. An event, once given, waits to be validated; it is never late. */
export function expectedMeasures(indicators: readonly Expected[], measures: readonly Given[], options: ExpectedOptions): ExpectedMeasure[] {
  const { today, dueDays = defaultMeasureDueDays, absent, locks = [] } = options;
  const periodsOf = periodsOfEach(options);
  const given = new Map(measures.map((measure) => [`${measure.indicatorId} ${measure.periodKey}`, measure]));
  const eventsOf = groupBy(measures.filter(({ periodKey }) => periodKey.startsWith('E')), ({ indicatorId }) => indicatorId);
  const givenEvents = ({ id, archivedAt }: Expected): Period[] => (archivedAt === null ? (eventsOf.get(id) ?? []) : []).map(({ periodKey }) => parsePeriod(periodKey)).filter(({ end }) => end >= (options.since ?? end));
  const awaited = indicators.flatMap((indicator) =>
    (indicator.frequency === 'event' ? givenEvents(indicator) : periodsOf(indicator)).flatMap((period): ExpectedMeasure[] => {
      const measure = given.get(`${indicator.id} ${period.key}`);
      const status = measure?.status;
      if (isSettled(status) || (status === undefined && absent?.has(`${indicator.id} ${period.key}`)) || lockOver(locks, period)) return [];
      // Nobody owes what a formula gives; it is only to be validated.
      if (status === undefined && indicator.formula) return [];
      const due = dueDayOf(indicator, period, dueDays);
      const dueOn = period.kind === 'event' ? maxDay(due, today) : due;
      const need = status === undefined ? 'to-enter' : status === 'draft' && measure?.remark ? 'to-correct' : 'to-validate';
      return [{ indicatorId: indicator.id, period, need, dueOn, lateDays: Math.max(0, daysBetween(dueOn, today)) }];
    }),
  );
  return awaited.sort((a, b) => b.lateDays - a.lateDays || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The next value that will be awaited from an indicator: its period now running, the day it is asked for (its last one) and the day it falls due. */
export function nextExpected(indicator: Expected, { today, calendar = {}, dueDays = defaultMeasureDueDays }: ExpectedOptions): { period: Period; from: Day; dueOn: Day } | undefined {
  if (indicator.archivedAt !== null || indicator.frequency === 'event') return undefined;
  const from = indicator.trackedFrom > today ? indicator.trackedFrom : today;
  const period = periodOn(indicator.frequency, from, calendar);
  return period && { period, from: period.end, dueOn: dueDayOf(indicator, period, dueDays) };
}
