import { maskCount, rateGivesAway } from '@maillage/domain/community';
import type { Day, Period, PeriodCalendar } from '@maillage/domain/kernel';
import { isAnswer, isCounted } from '../definition/kinds';
import type { Indicator } from '../definition/indicator';
import { aggregate } from '../values/aggregate';
import type { Measure } from '../values/measure';

/** The figures of a value, whatever it comes from. */
export type Figures = Pick<Measure, 'numerator' | 'denominator' | 'value'>;

/** True when the figures of a value, taken alone, must not leave the community as they are. */
export function isSmall(indicator: Pick<Indicator, 'kind' | 'countsPatients'>, figures: Figures, maskBelow: number): boolean {
  if (!indicator.countsPatients || isAnswer(indicator.kind)) return false;
  if (isCounted(indicator.kind)) return maskCount(figures.value, maskBelow).masked;
  // An average over a handful of patients tells of each of them; what is added is no count of people.
  if (indicator.kind === 'average') return figures.denominator !== null && maskCount(figures.denominator, maskBelow).masked;
  return figures.numerator !== null && figures.denominator !== null && rateGivesAway(figures.numerator, figures.denominator, maskBelow);
}

type Fed = Pick<Indicator, 'id' | 'kind' | 'unit' | 'decimals' | 'aggregation' | 'frequency' | 'countsPatients' | 'formula'>;
type Given = Omit<Measure, 'revision'>;

/** What the inputs of a formula are read from: every indicator, archived ones too, and their values over the period. */
export interface SmallGround {
  indicators: readonly Fed[];
  measures: readonly Given[];
  maskBelow: number;
  today: Day;
  calendar: PeriodCalendar;
}

/**
 * True when what a formula gives for a period would give away a small number of patients that one of its inputs hides, near or far:
 * whoever knows the formula reads it back (`ACC-04 * 100`, `ACC-04 + ACC-05`). Each input is looked at over the whole period and over
 * each of its values inside it, since a last or a mean may tell one of them.
 */
export function givesSmallAway(indicator: Pick<Fed, 'formula'>, period: Pick<Period, 'key' | 'kind' | 'start' | 'end'>, ground: SmallGround, seen: ReadonlySet<string> = new Set()): boolean {
  const { indicators, measures, maskBelow, today, calendar } = ground;
  return (indicator.formula?.inputs ?? []).some(({ id }) => {
    const input = indicators.find((one) => one.id === id);
    if (!input || seen.has(id)) return false;
    const inside = measures.filter((one) => one.indicatorId === id && one.periodEnd >= period.start && one.periodEnd <= period.end);
    if (inside.some((one) => isSmall(input, one, maskBelow))) return true;
    const whole = inside.length > 1 ? aggregate(input, inside, period as Period, today, calendar) : null;
    if (whole?.value != null && isSmall(input, { ...whole, value: whole.value }, maskBelow)) return true;
    return givesSmallAway(input, period, ground, new Set([...seen, id]));
  });
}
