import { ensure, freeText, holds, parsePeriod, type Period, type PeriodCalendar, periodKindOf, type PeriodKey, periodMonths, textLimits } from '@maillage/domain/kernel';
import { checkPlainValue } from './check-indicator';
import type { Indicator, Target } from './indicator';

/** The target that applies to a period, and why it does. */
export interface AppliedTarget {
  value: number;
  /** The period the target was set for. */
  setFor: PeriodKey;
  /** `same`: set for this very period; `covering`: for a longer one that holds it; `standing`: for an earlier one, still valid. */
  scope: 'same' | 'covering' | 'standing';
}

/** A target to be recorded: a real period (of events, the one that holds them), a possible value, why that much. */
export function checkTarget(
  indicator: Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'bounded'>,
  input: Pick<Target, 'periodKey' | 'value' | 'rationale'>,
  calendar: PeriodCalendar = {},
): Required<Pick<Target, 'periodKey' | 'value' | 'rationale'>> {
  const period = parsePeriod(input.periodKey, calendar);
  ensure(period.kind !== 'event', 'target-invalid', { rule: 'un objectif se fixe pour une période (un trimestre, une année), pas pour un événement' });
  return { periodKey: period.key, value: checkPlainValue(indicator, input.value, 'Objectif'), rationale: freeText(input.rationale, 'Raison de l’objectif', textLimits.sentence) };
}

type PlainTarget = Pick<Target, 'periodKey' | 'value'>;

/** A target with the period it was set for. */
export type DatedTarget = PlainTarget & { period: Period };

/** Targets with their periods; those of contract years are left out without a contract. */
export function datedTargets(targets: readonly PlainTarget[], calendar: PeriodCalendar = {}): DatedTarget[] {
  return targets.flatMap((target) => {
    if (periodKindOf(target.periodKey) === 'contract-year' && !calendar.contractStart) return [];
    return [{ ...target, period: parsePeriod(target.periodKey, calendar) }];
  });
}

/**
 * The target of a period: the one set for it, else the one of the shortest longer period that holds its last day,
 * else the last one set for an earlier period of any kind. A yearly target of an added count is shown as « covering »:
 * it is to be compared with the sum of the year, not with one quarter.
 */
export function targetFor(targets: readonly PlainTarget[], period: Period, calendar: PeriodCalendar = {}): AppliedTarget | undefined {
  return targetAmong(datedTargets(targets, calendar), period);
}

/** The same, for who asks about many periods. */
export function targetAmong(dated: readonly DatedTarget[], period: Period): AppliedTarget | undefined {
  const same = dated.find((target) => target.periodKey === period.key);
  if (same) return { value: same.value, setFor: same.periodKey, scope: 'same' };
  const length = ({ kind }: Period): number => periodMonths[kind];
  const covering = dated
    .filter((target) => length(target.period) > length(period) && holds(target.period, period.end))
    .sort((a, b) => length(a.period) - length(b.period))[0];
  if (covering) return { value: covering.value, setFor: covering.periodKey, scope: 'covering' };
  const standing = dated.filter((target) => target.period.end < period.end).sort((a, b) => (a.period.end < b.period.end ? 1 : -1))[0];
  return standing && { value: standing.value, setFor: standing.periodKey, scope: 'standing' };
}
