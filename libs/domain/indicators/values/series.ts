import {
  daysBetween,
  type Day,
  formatPeriodShort,
  lastPeriods,
  maxDay,
  minDay,
  parsePeriod,
  type Period,
  type PeriodCalendar,
  periodKindOf,
  periodOn,
  samePeriodLastYear,
  shiftPeriod,
} from '@maillage/domain/kernel';
import { aggregate } from './aggregate';
import { defaultMeasureDueDays, dueDayOf } from './expected';
import type { Indicator, Target } from '../definition/indicator';
import { isAdded } from '../definition/kinds';
import type { Measure } from './measure';
import { type Progress, progress } from './progress';
import { eventsByQuarter, isEventDriven, quarterOfEventsToShow, toldBy } from './events';
import { type DatedTarget, datedTargets, targetAmong } from '../definition/target';
import { trendSentence } from './trend';

/** One period of a curve; a gap stays a gap. */
export interface SeriesPoint {
  periodKey: string;
  label: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
  status: Measure['status'] | null;
  comment: string | null;
}

/** Everything a card, a page or a report says of an indicator at a period. */
export interface IndicatorStanding {
  period: Period;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  status: Measure['status'] | null;
  comment: string | null;
  /** What the target is compared with: the value, or the sum of the year so far for an added count with a yearly target. */
  compared: number | null;
  target: number | null;
  targetSetFor: string | null;
  progress: Progress;
  sentence: string;
  series: SeriesPoint[];
}

type SeriesMeasure = Pick<Measure, 'periodKey' | 'periodStart' | 'periodEnd' | 'numerator' | 'denominator' | 'value' | 'status' | 'comment'>;
type SeriesIndicator = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'direction' | 'aggregation' | 'frequency' | 'baseline'> & Partial<Pick<Indicator, 'alert'>>;

/** The period of an indicator to look at on a day: the last one whose end has come; the quarter for events. */
export function lastDuePeriod(indicator: Pick<Indicator, 'frequency'>, today: Day, calendar: PeriodCalendar = {}): Period | undefined {
  const current = periodOn(toldBy(indicator.frequency), today, calendar);
  if (!current || current.end === today) return current;
  return shiftPeriod(current, -1, calendar);
}

/**
 * The period a dashboard shows on a day: the last due one, or the one before while its value is still within its delay,
 * so that a page does not empty itself the day after a quarter's end. A contract year that runs is shown as soon as it has a figure,
 * and so is a quarter of events as soon as something happened.
 */
export function periodToShow(
  indicator: Pick<Indicator, 'frequency' | 'kind' | 'aggregation'> & Partial<Pick<Indicator, 'dueDays'>>,
  measures: readonly Pick<Measure, 'periodKey'>[],
  today: Day,
  { calendar = {}, dueDays = defaultMeasureDueDays }: { calendar?: PeriodCalendar; dueDays?: number } = {},
): Period | undefined {
  if (isEventDriven(indicator)) return quarterOfEventsToShow(indicator, measures, today);
  const running = indicator.frequency === 'contract-year' ? periodOn('contract-year', today, calendar) : undefined;
  if (running && measures.some(({ periodKey }) => periodKey === running.key)) return running;
  const last = lastDuePeriod(indicator, today, calendar);
  if (!last || today > dueDayOf(indicator, last, dueDays) || measures.some(({ periodKey }) => periodKey === last.key)) return last;
  const before = shiftPeriod(last, -1, calendar);
  return before && measures.some(({ periodKey }) => periodKey === before.key) ? before : last;
}

/** The curve of an indicator over its last periods, oldest first. */
function seriesOf(
  indicator: SeriesIndicator,
  measures: readonly SeriesMeasure[],
  targets: readonly DatedTarget[],
  period: Period,
  options: { count: number; calendar?: PeriodCalendar },
): SeriesPoint[] {
  const { calendar = {} } = options;
  const added = isAdded(indicator);
  return lastPeriods(period, options.count, calendar).map((one) => {
    const measure = measures.find(({ periodKey }) => periodKey === one.key);
    const target = targetAmong(targets, one);
    return {
      periodKey: one.key,
      label: formatPeriodShort(one),
      value: measure?.value ?? null,
      numerator: measure?.numerator ?? null,
      denominator: measure?.denominator ?? null,
      // A yearly target of an added count is no line over its quarters.
      target: !target || (added && !sameLength(target.setFor, one.key)) ? null : target.value,
      status: measure?.status ?? null,
      comment: measure?.comment ?? null,
    };
  });
}

function sameLength(a: string, b: string): boolean {
  return periodKindOf(a) === periodKindOf(b);
}

/**
 * Where an indicator stands at a period: value, target, progress, sentence and curve, all from the same figures. Events stand at a
 * quarter, with what those of each quarter make together; the sum of a year adds the events of that very year.
 */
export function standingOf(
  indicator: SeriesIndicator,
  measures: readonly SeriesMeasure[],
  targets: readonly Pick<Target, 'periodKey' | 'value'>[],
  period: Period,
  { today, calendar = {}, count = 8 }: { today: Day; calendar?: PeriodCalendar; count?: number },
): IndicatorStanding {
  const events = isEventDriven(indicator);
  const told: readonly SeriesMeasure[] = events ? eventsByQuarter(indicator, measures, today, calendar) : measures;
  const find = (wanted: Period | undefined): SeriesMeasure | undefined => told.find(({ periodKey }) => periodKey === wanted?.key);
  const measure = find(period);
  const dated = datedTargets(targets, calendar);
  const applied = targetAmong(dated, period);
  const year = applied && isAdded(indicator) && !sameLength(applied.setFor, period.key) ? parsePeriod(applied.setFor, calendar) : undefined;
  // A target set for an earlier, longer period says nothing of this one.
  const target = year && period.end > year.end ? null : (applied?.value ?? null);
  const soFar = year && target !== null ? { start: year.start, end: minDay(year.end, period.end) } : undefined;
  const compared = soFar && (measure || events) ? aggregate(indicator, measures, soFar, today, calendar).value : (measure?.value ?? null);
  // A figure « à ce jour » is not asked to be at the end of its year.
  const elapsed = soFar && year ? { year, until: maxDay(soFar.start, events ? minDay(today, soFar.end) : soFar.end) } : period.kind === 'contract-year' ? { year: period, until: minDay(today, period.end) } : null;
  const expectedShare = elapsed ? (daysBetween(elapsed.year.start, elapsed.until) + 1) / (daysBetween(elapsed.year.start, elapsed.year.end) + 1) : 1;
  const previous = shiftPeriod(period, -1, calendar);
  // A figure « à ce jour » is not judged before its period is over.
  const alert = indicator.alert && measure && period.end <= today ? { thresholds: indicator.alert, value: measure.value } : null;
  const before = find(previous);
  return {
    period,
    value: measure?.value ?? null,
    numerator: measure?.numerator ?? null,
    denominator: measure?.denominator ?? null,
    status: measure?.status ?? null,
    comment: measure?.comment ?? null,
    compared,
    target,
    targetSetFor: target === null ? null : (applied?.setFor ?? null),
    progress: progress({ indicator, value: compared, target, baseline: soFar ? null : (indicator.baseline?.value ?? null), alert, expectedShare }),
    sentence: trendSentence({
      indicator,
      period,
      value: measure?.value ?? null,
      target: soFar ? null : target,
      lastYear: find(samePeriodLastYear(period, calendar))?.value ?? null,
      before: before && previous ? { value: before.value, period: previous } : null,
      soFar: soFar && year && compared !== null && target !== null ? { value: compared, target, year } : null,
      events,
    }),
    series: seriesOf(indicator, told, dated, period, { count, calendar }),
  };
}
