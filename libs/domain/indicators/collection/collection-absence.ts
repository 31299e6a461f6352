import { type Day, ensure, formatPeriod, freeText, optionalText, parsePeriod, type PeriodCalendar, type PeriodKey, textLimits, type Uuid } from '@maillage/domain/kernel';
import { taskKey } from './collection';
import type { Indicator } from '../definition/indicator';
import { frequencyLabels } from '../definition/kinds';

/** « Pas de valeur cette période »: an answer with its reason. It is no figure, and never zero. */
export interface Absence {
  periodKey: PeriodKey;
  periodStart: Day;
  periodEnd: Day;
  reason: string;
}

/** Where periods have no value, as what is awaited reads it. */
export const absentPlaces = (absences: readonly { indicatorId: Uuid; periodKey: PeriodKey }[]): ReadonlySet<string> =>
  new Set(absences.map(({ indicatorId, periodKey }) => taskKey(indicatorId, periodKey)));

/** Fewer characters than this say nothing. */
export const absenceReasonMin = 5;

/**
 * States that a period has no value. Refused: archived indicator, one given at each event (nothing is awaited of it), wrong period or one that is not over, a value already there, a
 * reason too short or that looks like a patient's identifier.
 */
export function stateAbsence(
  indicator: Pick<Indicator, 'name' | 'frequency' | 'archivedAt'>,
  hasValue: boolean,
  input: { periodKey: string; reason: string | null | undefined },
  { today, calendar = {} }: { today: Day; calendar?: PeriodCalendar },
): Absence {
  ensure(indicator.archivedAt === null, 'indicator-archived', { name: indicator.name });
  ensure(indicator.frequency !== 'event', 'absence-event', { name: indicator.name });
  const period = parsePeriod(input.periodKey, calendar);
  ensure(period.kind === indicator.frequency, 'measure-period-mismatch', { expected: frequencyLabels[indicator.frequency], period: formatPeriod(period) });
  ensure(today >= period.end, 'measure-period-not-over', { from: period.end, period: period.key });
  ensure(!hasValue, 'absence-has-value', { period: formatPeriod(period) });
  const reason = optionalText(input.reason, 'Raison', textLimits.sentence);
  ensure(reason !== null && reason.length >= absenceReasonMin, 'absence-reason-missing', { field: 'reason' });
  return { periodKey: period.key, periodStart: period.start, periodEnd: period.end, reason: freeText(reason, 'Raison', textLimits.sentence) ?? reason };
}
