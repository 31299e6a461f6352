import { aggregate, hasParts, type Indicator, inOrder, isAnswer, isSettled, type MeasureContent, type MeasureStatus } from '@maillage/domain/indicators';
import { type Day, holds, type Period, type PeriodCalendar } from '@maillage/domain/kernel';
import type { Standing } from './euros';
import { missingStanding } from './scoring-year';

/** A value of the linked indicator, with what the euros say of it. */
export type YearValue = Pick<MeasureContent, 'periodKey' | 'periodStart' | 'periodEnd' | 'numerator' | 'denominator' | 'value'> & {
  status: MeasureStatus;
  /** Local day it was given. */
  recordedOn: Day;
  /** Proofs attached to it. */
  evidence: number;
};

/** What is read of the linked indicator. */
export type LinkedIndicator = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'aggregation' | 'frequency'>;

/**
 * The value of a contract indicator in a contract year, from the values of the indicator it is linked to: the one of the year
 * itself, or what its months, quarters or events make together. Validated when every value used is. A figure given while its period runs
 * is of the day it was given.
 */
export function yearStanding(
  indicator: LinkedIndicator,
  values: readonly YearValue[],
  year: Period,
  { today, source, calendar }: { today: Day; source: string | null; calendar: PeriodCalendar },
): Standing {
  const inside = values.filter(({ periodEnd }) => periodEnd >= year.start && periodEnd <= year.end).sort(inOrder);
  const { value } = aggregate(indicator, inside, year, today, calendar);
  const together = hasParts(indicator.kind) || (!isAnswer(indicator.kind) && indicator.aggregation !== 'last');
  const used = together ? inside : inside.slice(-1);
  const last = used[used.length - 1];
  if (value === null || !last) return missingStanding;
  return {
    value,
    status: used.every(({ status }) => isSettled(status)) ? 'validated' : 'draft',
    asOf: holds({ start: last.periodStart, end: last.periodEnd }, last.recordedOn) ? last.recordedOn : last.periodEnd,
    source,
    evidence: used.reduce((sum, { evidence }) => sum + evidence, 0),
  };
}
