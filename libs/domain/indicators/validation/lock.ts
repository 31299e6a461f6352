import { addDays, type Day, DomainError, ensure, formatPeriod, isOver, type Period, type PeriodKey, periodKindOf, type Uuid } from '@maillage/domain/kernel';
import { checkActReason } from './validation';

/** A period of the community that is closed to every change, with all the periods inside it. */
export interface PeriodLock {
  id: Uuid;
  periodKey: PeriodKey;
  periodStart: Day;
  periodEnd: Day;
  lockedAt: Date;
}

/** What opens one value of a locked period to one person, for a time. */
export interface LockException {
  id: Uuid;
  personId: Uuid;
  indicatorId: Uuid;
  periodKey: PeriodKey;
  /** From this instant on it opens nothing. */
  until: Date;
  /** Taken back before its end; null otherwise. */
  closedAt: Date | null;
}

/** The locks and exceptions that stand. */
export interface LockGround {
  locks: readonly PeriodLock[];
  exceptions: readonly LockException[];
}

/** One value, and who wants to change it. */
export interface LockedPlace {
  personId: Uuid | null;
  indicatorId: Uuid;
  period: Pick<Period, 'key' | 'start' | 'end'>;
}

/** Days an exception lasts at most: longer, the period is to be unlocked. */
export const longestException = 31;

/** The lock over a period: its own, or that of a longer one that holds it whole. */
export function lockOver(locks: readonly PeriodLock[], period: Pick<Period, 'start' | 'end'>): PeriodLock | undefined {
  return locks.find(({ periodStart, periodEnd }) => periodStart <= period.start && period.end <= periodEnd);
}

/** True while an exception opens something. */
export const isOpenException = ({ until, closedAt }: Pick<LockException, 'until' | 'closedAt'>, now: Date): boolean => closedAt === null && now < until;

/** The exception that opens a value to a person at an instant. */
export function exceptionFor({ exceptions }: LockGround, { personId, indicatorId, period }: LockedPlace, now: Date): LockException | undefined {
  return exceptions.find((one) => one.personId === personId && one.indicatorId === indicatorId && one.periodKey === period.key && isOpenException(one, now));
}

/** Any exception that opens a value at an instant: what was changed under it can be validated while it lasts. */
export function anyException({ exceptions }: LockGround, { indicatorId, period }: Pick<LockedPlace, 'indicatorId' | 'period'>, now: Date): LockException | undefined {
  return exceptions.find((one) => one.indicatorId === indicatorId && one.periodKey === period.key && isOpenException(one, now));
}

/**
 * Whether a value can be changed by a person: null when its period is not locked, the exception when one opens it.
 * Refused (`period-locked`) otherwise, for everyone.
 */
export function requireOpen(ground: LockGround, place: LockedPlace, now: Date): LockException | null {
  const lock = lockOver(ground.locks, place.period);
  return lock ? (exceptionFor(ground, place, now) ?? refuse(lock)) : null;
}

/** The same for those who read and validate what was changed under somebody's exception. */
export function requireReviewable(ground: LockGround, place: LockedPlace, now: Date): { locked: boolean } {
  const lock = lockOver(ground.locks, place.period);
  if (!lock) return { locked: false };
  if (!anyException(ground, place, now)) refuse(lock);
  return { locked: true };
}

function refuse({ periodKey, periodStart, periodEnd }: PeriodLock): never {
  const kind = periodKindOf(periodKey) ?? 'month';
  throw new DomainError('period-locked', { period: formatPeriod({ key: periodKey, kind, start: periodStart, end: periodEnd }) });
}

/** A period that can be locked today: it is over, and no lock stands over it yet. Its events are closed with it, none alone. */
export function checkLock(period: Period, locks: readonly PeriodLock[], today: Day): void {
  ensure(period.kind !== 'event', 'invalid-period', { value: formatPeriod(period) });
  ensure(isOver(period, today), 'lock-period-not-over', { period: formatPeriod(period), from: addDays(period.end, 1) });
  ensure(lockOver(locks, period) === undefined, 'lock-exists', { period: formatPeriod(period) });
}

/** What an exception is asked for with. */
export interface ExceptionRequest {
  until: Date;
  reason: string | null;
}

/** The reason of an exception. Refused: nothing to open, an end that is past or too far, no reason. */
export function checkException({ until, reason }: ExceptionRequest, locks: readonly PeriodLock[], period: Period, now: Date): string {
  ensure(lockOver(locks, period) !== undefined, 'exception-without-lock', { period: formatPeriod(period) });
  const days = (until.getTime() - now.getTime()) / 86_400_000;
  ensure(days > 0 && days <= longestException, 'exception-end-invalid', { max: longestException, field: 'untilOn' });
  return checkActReason(reason);
}
