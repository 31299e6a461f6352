import type { Actor } from '@maillage/domain/identity';
import { exceptionFor, isSettled, lockOver, movesOf, requireReviewable, type LockGround, type MeasureMove, type PeriodLock } from '@maillage/domain/indicators';
import { isDomainError, oncePer, type Period } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import type { StoredIndicator } from '../definition/indicator.store';
import { labelOfLock } from '../validation/lock-period';
import { loadActsGround, loadExceptions, type StoredException } from '../validation/lock.store';
import type { StoredMeasure } from './measure.store';
import type { StoredValidation } from '../validation/validation.store';
import { mayGive, type IndicatorPlace, type ValueLine } from './reading';

/** The lock over a value, as people read it. */
export interface LockShown {
  label: string;
  lockedAt: Date;
}

/** An exception that opens a value, or opened it, as people read it. */
export interface ExceptionShown {
  person: string;
  until: Date;
  reason: string;
  open: boolean;
  mine: boolean;
}

/** What can be done to a value by this reader, and what it went through. */
export interface ValueActs {
  /** This reader may give or correct it now. */
  writable: boolean;
  moves: MeasureMove[];
  lock: LockShown | null;
  /** The exceptions granted for it under the lock, the newest first. */
  exceptions: ExceptionShown[];
  /** Its last change was made under an exception. */
  underException: boolean;
  submittedByName: string | null;
  checkedByName: string | null;
  returnedByName: string | null;
}

/** What the acts on values depend on, read once for a page. */
export interface ActsGround {
  settings: StoredValidation;
  ground: LockGround;
  now: Date;
}

/** Reads what acts on values depend on. */
export async function actsGround(tx: Tx, now: Date): Promise<ActsGround> {
  return { ...(await loadActsGround(tx, now)), now };
}

/** The moves this reader may make on a value now, its lock and whose it is taken into account. */
export function movesNow(actor: Actor, measure: Pick<StoredMeasure, 'indicatorId' | 'status' | 'checkedAt'>, period: Pick<Period, 'key' | 'start' | 'end'>, gives: boolean, { settings, ground, now }: ActsGround): MeasureMove[] {
  const place = { personId: actor.personId, indicatorId: measure.indicatorId, period };
  const locked = lockOver(ground.locks, period) !== undefined;
  const mine = !locked || exceptionFor(ground, place, now) !== undefined;
  const seen = locked && mine && measure.status === 'locked' ? { ...measure, status: 'validated' as const } : measure;
  const giving = (move: MeasureMove): boolean => move === 'submit' || move === 'delete';
  return movesOf(seen, actor.role, settings).filter((move) => (giving(move) ? gives && mine : move === 'reopen' ? mine : reviewable(ground, place, now)));
}

function reviewable(ground: LockGround, place: Parameters<typeof requireReviewable>[1], now: Date): boolean {
  try {
    requireReviewable(ground, place, now);
    return true;
  } catch (error) {
    if (isDomainError(error, 'period-locked')) return false;
    throw error;
  }
}

const shownLock = oncePer((lock: PeriodLock): LockShown => ({ label: labelOfLock(lock), lockedAt: lock.lockedAt }));

/** The lines of values with what this reader may do to each; `granted`: the exceptions, when they are read already. */
export async function withActs<Line extends ValueLine & { indicator: StoredIndicator }>(
  tx: Tx,
  actor: Actor,
  acts: ActsGround,
  lines: readonly Line[],
  { places, names, granted: known }: { places: ReadonlyMap<string, IndicatorPlace>; names: ReadonlyMap<string, string>; granted?: readonly StoredException[] },
): Promise<(Line & ValueActs)[]> {
  const { ground, now } = acts;
  const granted = known ?? (ground.locks.length > 0 ? await loadExceptions(tx) : []);
  const nameOf = (id: string | null | undefined): string | null => (id ? (names.get(id) ?? null) : null);
  return lines.map((line) => {
    const { indicator, measure, period } = line;
    const lock = lockOver(ground.locks, period);
    // What a formula gives is not typed.
    const gives = mayGive(actor, places.get(indicator.id)) && indicator.archivedAt === null && indicator.formula === null;
    const mine = lock && exceptionFor(ground, { personId: actor.personId, indicatorId: indicator.id, period }, now);
    const settled = isSettled(measure?.status);
    // The line last: a spread that is added to afterwards is copied field by field, forty times slower.
    return {
      writable: gives && (lock ? mine !== undefined && (!settled || measure?.status === 'locked') : !settled),
      moves: measure ? movesNow(actor, measure, period, gives, acts) : [],
      lock: lock ? shownLock(lock) : null,
      exceptions: lock ? granted.filter((one) => one.indicatorId === indicator.id && one.periodKey === period.key).map((one) => shown(one, nameOf, actor, now)) : [],
      underException: measure?.exceptionId != null,
      submittedByName: nameOf(measure?.submittedBy),
      checkedByName: nameOf(measure?.checkedBy),
      returnedByName: nameOf(measure?.returnedBy),
      ...line,
    };
  });
}

function shown({ personId, until, reason, closedAt }: StoredException, nameOf: (id: string) => string | null, actor: Actor, now: Date): ExceptionShown {
  const end = closedAt && closedAt < until ? closedAt : until;
  return { person: nameOf(personId) ?? 'Une personne partie', until: end, reason, open: closedAt === null && now < until, mine: personId === actor.personId };
}
