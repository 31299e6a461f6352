import { type AciContract, type ContractSettings, contractYears, defaultContractSettings } from '@maillage/domain/contract';
import { addDays, addYears, type Day, dayParts, daysBetween, holds } from '@maillage/domain/kernel';

/** The years that run side by side. */
export const yearKinds = ['contract', 'civil', 'accounting', 'membership'] as const;
/** The years that run side by side. */
export type YearKind = (typeof yearKinds)[number];

/** A year that runs, and the day of it that today is. */
export interface YearClock {
  kind: YearKind;
  /** Number of the contract year; null for the others. */
  number: number | null;
  start: Day;
  end: Day;
  /** 1 on the first day. */
  dayNumber: number;
  /** 365 or 366. */
  days: number;
}

const clock = (kind: YearKind, number: number | null, start: Day, end: Day, today: Day): YearClock => ({
  kind,
  number,
  start,
  end,
  dayNumber: daysBetween(start, today) + 1,
  days: daysBetween(start, end) + 1,
});

/** The year that begins each year on a day (`MM-DD`) and holds today. */
export function yearFrom(start: string, today: Day): { start: Day; end: Day } {
  const { year } = dayParts(today);
  const thisYear = `${year}-${start}`;
  const begins = thisYear <= today ? thisYear : addYears(thisYear, -1);
  return { start: begins, end: addDays(addYears(begins, 1), -1) };
}

/** The years that run today, the contract's first; it is absent without a contract, before the signature and after the end. */
export function yearClocks(contract: (Pick<AciContract, 'signedOn' | 'durationYears'> & ContractSettings) | null, today: Day): YearClock[] {
  const { accountingYearStart, membershipYearStart } = contract ?? defaultContractSettings;
  const years = contract ? contractYears(contract) : [];
  const running = years.findIndex((year) => holds(year, today));
  const period = years[running];
  const others = [
    ['civil', '01-01'],
    ['accounting', accountingYearStart],
    ['membership', membershipYearStart],
  ] as const;
  return [
    ...(period ? [clock('contract', running + 1, period.start, period.end, today)] : []),
    ...others.map(([kind, from]) => {
      const { start, end } = yearFrom(from, today);
      return clock(kind, null, start, end, today);
    }),
  ];
}
