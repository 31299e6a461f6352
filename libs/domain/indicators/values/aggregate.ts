import { isOver, type Period, type PeriodCalendar, periodsBetween, roundTo } from '@maillage/domain/kernel';
import type { Indicator } from '../definition/indicator';
import { hasParts, isAnswer } from '../definition/kinds';
import { type MeasureContent, ratioValue } from './measure';

/** What is read of a value to bring several together. */
export type AggregatedMeasure = Pick<MeasureContent, 'periodKey' | 'periodStart' | 'periodEnd' | 'numerator' | 'denominator' | 'value'>;

/** The figure of a year (or of any stretch) made from the values inside it. */
export interface Aggregate {
  /** null: no value at all. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** Periods of the indicator inside the stretch that are over, and how many of them have a value. */
  periodsOver: number;
  periodsWithValue: number;
  /** Every period that is over has its value. */
  complete: boolean;
}

type Aggregated = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'aggregation' | 'frequency'>;

/** In the order of time; the events of one day in their order. */
export const inOrder = (a: Pick<AggregatedMeasure, 'periodKey' | 'periodEnd'>, b: Pick<AggregatedMeasure, 'periodKey' | 'periodEnd'>): number =>
  a.periodEnd === b.periodEnd ? (a.periodKey < b.periodKey ? -1 : 1) : a.periodEnd < b.periodEnd ? -1 : 1;

/**
 * Brings together the values whose period ends inside a stretch: the ratio of the sums for rates and averages (never the mean of
 * the rates), the sum, the last or the mean of counts and quantities, the last answer for yes or no. Nothing says how many events there should be: what there is of them is complete.
 */
export function aggregate(
  indicator: Aggregated,
  measures: readonly AggregatedMeasure[],
  within: Pick<Period, 'start' | 'end'>,
  today: string,
  calendar: PeriodCalendar = {},
): Aggregate {
  const inside = measures
    .filter((measure) => measure.periodEnd >= within.start && measure.periodEnd <= within.end)
    .sort(inOrder);
  const over = periodsBetween(indicator.frequency, within.start, within.end, calendar).filter(
    (period) => period.end >= within.start && period.end <= within.end && isOver(period, today),
  );
  const have = new Set(inside.map(({ periodKey }) => periodKey));
  const counted = {
    periodsOver: over.length,
    periodsWithValue: inside.length,
    complete: over.every(({ key }) => have.has(key)),
  };
  const last = inside[inside.length - 1];
  if (!last) return { value: null, numerator: null, denominator: null, ...counted };
  if (hasParts(indicator.kind)) {
    const sum = (pick: (measure: AggregatedMeasure) => number | null): number => roundTo(inside.reduce((total, measure) => total + (pick(measure) ?? 0), 0), 6);
    const [numerator, denominator] = [sum((measure) => measure.numerator), sum((measure) => measure.denominator)];
    const value = denominator > 0 ? ratioValue(numerator, denominator, indicator) : null;
    return { value, numerator, denominator, ...counted };
  }
  const way = isAnswer(indicator.kind) ? 'last' : indicator.aggregation;
  const total = inside.reduce((sum, measure) => sum + measure.value, 0);
  const value = way === 'last' ? last.value : roundTo(way === 'mean' ? total / inside.length : total, indicator.decimals);
  return { value, numerator: null, denominator: null, ...counted };
}
