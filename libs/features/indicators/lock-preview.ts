import { expectedPeriods, isSettled } from '@maillage/domain/indicators';
import type { Period } from '@maillage/domain/kernel';
import type { IndicatorFacts } from './facts';
import type { StoredIndicator } from './indicator.store';
import type { TouchedValue } from './lock.store';

/** A value of a period that a lock would leave as it is: missing, or not validated. */
export interface LeftValue {
  indicator: StoredIndicator;
  periodKey: string;
  status: 'missing' | 'draft' | 'submitted';
}

/** What is not validated in a period and in those inside it: given and waiting, or never given. */
export function leftOpen(indicators: readonly StoredIndicator[], inside: readonly TouchedValue[], period: Period, { today, calendar }: IndicatorFacts): LeftValue[] {
  const given = new Map(inside.map((value) => [`${value.indicatorId} ${value.periodKey}`, value.status]));
  return indicators.flatMap((indicator) => {
    const awaited = expectedPeriods(indicator, { today, calendar, since: period.start }).filter(({ start, end }) => start >= period.start && end <= period.end);
    const keys = new Set([...awaited.map(({ key }) => key), ...inside.filter(({ indicatorId }) => indicatorId === indicator.id).map(({ periodKey }) => periodKey)]);
    return [...keys].sort().flatMap((periodKey): LeftValue[] => {
      const status = given.get(`${indicator.id} ${periodKey}`);
      if (isSettled(status)) return [];
      return [{ indicator, periodKey, status: status === 'draft' || status === 'submitted' ? status : 'missing' }];
    });
  });
}
