import {
  addYears,
  type Day,
  maxDay,
  parsePeriod,
  periodKindOf,
  type Period,
  periodsBetween,
  uniqueBy,
} from '@maillage/domain/kernel';
import type { IndicatorCard } from '../api';

/** How far ahead targets can be set, in years. */
const ahead = 3;

/**
 * The periods a target can be set for, oldest first: those of the indicator (none for events), and the years of the contract, from its beginning to
 * a few years ahead; those already set too.
 */
export function targetPeriods({ indicator, targets, today, contractStart }: IndicatorCard): Period[] {
  const calendar = { contractStart };
  const until = addYears(today, ahead);
  const from = maxDay(indicator.trackedFrom, addYears(today, -1) as Day);
  const own = periodsBetween(indicator.frequency, from, until, calendar);
  const ofYear = yearKind(indicator.frequency, contractStart);
  const years = ofYear === null || ofYear === indicator.frequency ? [] : periodsBetween(ofYear, from, until, calendar);
  const set = targets.flatMap(({ periodKey }) =>
    periodKindOf(periodKey) === 'contract-year' && !contractStart ? [] : [parsePeriod(periodKey, calendar)],
  );
  return uniqueBy([...years, ...own, ...set], ({ key }) => key).sort((a, b) =>
    a.end === b.end ? (a.start < b.start ? -1 : 1) : a.end < b.end ? -1 : 1,
  );
}

/** The years a target can be set for: those of the contract; of events, which have no period of their own, civil ones without a contract. */
export function yearKind(frequency: Period['kind'], contractStart: Day | null): 'contract-year' | 'civil-year' | null {
  return contractStart ? 'contract-year' : frequency === 'event' ? 'civil-year' : null;
}

/** The period the next target is most likely for: the first one after the last set, else the one that runs. */
export function nextTargetPeriod(
  periods: readonly Period[],
  taken: readonly string[],
  kind: Period['kind'],
  today: Day,
): string | undefined {
  const free = periods.filter(({ key, kind: own }) => own === kind && !taken.includes(key));
  const last = periods.filter(({ key }) => taken.includes(key)).at(-1);
  return (
    free.find(({ start }) => (last ? start > last.start : false)) ??
    free.find(({ start, end }) => start <= today && today <= end) ??
    free[0]
  )?.key;
}
