import { addDays, type Day, lastOverQuarter, localTime, type Period } from '@maillage/domain/kernel';

/** The quarter whose report is due on a local day: the last one over, `delayDays` after its end at the earliest. */
export function quarterDueOn(day: Day, delayDays = 0): Period | undefined {
  const quarter = lastOverQuarter(day);
  return day > addDays(quarter.end, delayDays) ? quarter : undefined;
}

/** The same for an instant, in the zone of the community: midnight there, not here. */
export function quarterDueAt(now: Date, timeZone: string, delayDays = 0): Period | undefined {
  return quarterDueOn(localTime(now, timeZone).day, delayDays);
}

/** The quarter to prepare by itself, unless a report of it exists already (cancelled ones included: a person decided). */
export function quarterToPrepare(
  now: Date,
  timeZone: string,
  existing: readonly { periodKey: string }[],
  options: { delayDays?: number; firstQuarterStart?: Day | null } = {},
): Period | undefined {
  const quarter = quarterDueAt(now, timeZone, options.delayDays ?? 0);
  if (!quarter || existing.some(({ periodKey }) => periodKey === quarter.key)) return undefined;
  return options.firstQuarterStart && quarter.end < options.firstQuarterStart ? undefined : quarter;
}
