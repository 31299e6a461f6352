import { absentPlaces, expectedPeriods, isSettled } from '@maillage/domain/indicators';
import type { Period } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import { loadAbsences } from '../collection/collection.store';
import type { IndicatorFacts } from '../values/facts';
import { loadIndicators, type StoredIndicator } from '../definition/indicator.store';
import { loadValuesInside, type TouchedValue } from './lock.store';

/** A value of a period that a lock would leave as it is: missing, or not validated. */
export interface LeftValue {
  indicator: StoredIndicator;
  periodKey: string;
  status: 'missing' | 'draft' | 'submitted';
}

/** What a lock of a period is prepared from. */
export interface LockGroundwork {
  indicators: readonly StoredIndicator[];
  inside: readonly TouchedValue[];
  /** Places answered by the reason why they have no value. */
  absent: ReadonlySet<string>;
}

/** Reads what a lock of a period is prepared from. */
export async function readGroundwork(tx: Tx, period: Period): Promise<LockGroundwork> {
  return {
    indicators: await loadIndicators(tx),
    inside: await loadValuesInside(tx, period.start, period.end),
    absent: absentPlaces(await loadAbsences(tx, period.start)),
  };
}

/** What is not validated in a period and in those inside it: given and waiting, or never given nor answered. */
export function leftOpen({ indicators, inside, absent }: LockGroundwork, period: Period, { today, calendar }: IndicatorFacts): LeftValue[] {
  const given = new Map(inside.map((value) => [`${value.indicatorId} ${value.periodKey}`, value.status]));
  return indicators.flatMap((indicator) => {
    const awaited = expectedPeriods(indicator, { today, calendar, since: period.start }).filter(({ start, end }) => start >= period.start && end <= period.end);
    const keys = new Set([...awaited.map(({ key }) => key), ...inside.filter(({ indicatorId }) => indicatorId === indicator.id).map(({ periodKey }) => periodKey)]);
    return [...keys].sort().flatMap((periodKey): LeftValue[] => {
      const status = given.get(`${indicator.id} ${periodKey}`);
      if (isSettled(status) || (status === undefined && absent.has(`${indicator.id} ${periodKey}`))) return [];
      return [{ indicator, periodKey, status: status === 'draft' || status === 'submitted' ? status : 'missing' }];
    });
  });
}
