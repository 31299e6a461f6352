import type { LockException, LockGround, PeriodLock } from '@maillage/domain/indicators';
import { found, type Day, type Period } from '@maillage/domain/kernel';
import { part, together, type Told, type Tx, withInstants } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';
import { validationPart, type StoredValidation } from './validation.store';

/** A lock as the list shows it; `unlockedAt` when it no longer stands. */
export type StoredLock = PeriodLock & {
  lockedBy: string | null;
  valuesLocked: number;
  valuesLeft: number;
  unlockedAt: Date | null;
  unlockedBy: string | null;
  unlockReason: string | null;
};

/** An exception as the list shows it. */
export type StoredException = LockException & { reason: string; grantedAt: Date; grantedBy: string | null; closedBy: string | null };

const lockColumns = `id, period_key as "periodKey", period_start as "periodStart", period_end as "periodEnd", locked_at as "lockedAt", locked_by as "lockedBy",
  values_locked as "valuesLocked", values_left as "valuesLeft", unlocked_at as "unlockedAt", unlocked_by as "unlockedBy", unlock_reason as "unlockReason"`;
const exceptionColumns = `id, person_id as "personId", indicator_id as "indicatorId", period_key as "periodKey", until, reason, granted_at as "grantedAt",
  granted_by as "grantedBy", closed_at as "closedAt", closed_by as "closedBy"`;

/**
 * Holds the locks of a community still until the end of the transaction: many change values at once, one changes the locks. To be
 * called before a value, a proof or an absence is written, so that nothing slips into a period while it is being locked.
 */
export async function holdLocks(tx: Tx, communityId: string, how: 'to-write-values' | 'to-change-locks'): Promise<void> {
  const shared = how === 'to-write-values' ? '_shared' : '';
  await tx.query(`select pg_advisory_xact_lock${shared}(hashtextextended('period-lock ' || $1, 0))`, [communityId]);
}

/** The locks that stand, and the exceptions not yet over; of one value when named. */
export async function loadLockGround(tx: Tx, now: Date, place?: { indicatorId: string; periodKey: string }): Promise<LockGround> {
  const locks: PeriodLock[] = await tx.query(`select ${lockColumns} from period_lock where unlocked_at is null order by period_end`);
  if (locks.length === 0) return { locks, exceptions: [] };
  const exceptions: LockException[] = await tx.query(
    `select ${exceptionColumns} from lock_exception
      where closed_at is null and until > $1 and ($2::uuid is null or (indicator_id = $2 and period_key = $3))`,
    [now, place?.indicatorId ?? null, place?.periodKey ?? null],
  );
  return { locks, exceptions };
}

const exceptionsTold = (rows: Told<StoredException>[]): StoredException[] => rows.map((row) => withInstants<StoredException>(row, 'until', 'grantedAt', 'closedAt'));

/** What acts on values depend on at the instant `$1` of its last part, to be read with other things: validation, locks, exceptions. */
export const actsParts = {
  settings: validationPart,
  locks: part(
    `select ${lockColumns} from period_lock where unlocked_at is null order by period_end`,
    (rows: Told<StoredLock>[]): PeriodLock[] => rows.map((row) => withInstants<StoredLock>(row, 'lockedAt', 'unlockedAt')),
  ),
  exceptions: part(`select ${exceptionColumns} from lock_exception where closed_at is null and until > $1`, exceptionsTold),
};

/** Exceptions granted for the values of the indicator `$1`, the newest first, to be read with other things. */
export const grantedPart = part(`select ${exceptionColumns} from lock_exception where indicator_id = $1 order by granted_at desc, id desc limit 500`, exceptionsTold);

const readActsGround = together(actsParts);

/** How values are validated and what is locked, in one statement: what acts on values depend on. */
export async function loadActsGround(tx: Tx, now: Date): Promise<{ settings: StoredValidation; ground: LockGround }> {
  const { settings, locks, exceptions } = await readActsGround(tx, { settings: [], locks: [], exceptions: [now] });
  return { settings, ground: { locks, exceptions } };
}

/** Every lock there was, the newest first. */
export async function loadLocks(tx: Tx): Promise<StoredLock[]> {
  return tx.query(`select ${lockColumns} from period_lock order by locked_at desc, id desc`);
}

/** One lock, or `not-found`. */
export async function loadLock(tx: Tx, id: string): Promise<StoredLock> {
  const rows: StoredLock[] = await tx.query(`select ${lockColumns} from period_lock where id = $1 for update`, [id]);
  return found(rows[0]);
}

/** Exceptions granted, the newest first; of one value when named. */
export async function loadExceptions(tx: Tx, place?: { indicatorId: string; periodKey?: string }): Promise<StoredException[]> {
  return tx.query(
    `select ${exceptionColumns} from lock_exception
      where ($1::uuid is null or indicator_id = $1) and ($2::text is null or period_key = $2) order by granted_at desc, id desc limit 500`,
    [place?.indicatorId ?? null, place?.periodKey ?? null],
  );
}

/** One exception, or `not-found`. */
export async function loadException(tx: Tx, id: string): Promise<StoredException> {
  const rows: StoredException[] = await tx.query(`select ${exceptionColumns} from lock_exception where id = $1 for update`, [id]);
  return found(rows[0]);
}

/** Keeps a new lock. */
export async function insertLock(tx: Tx, id: string, period: Period, counts: { locked: number; left: number }, by: Writing): Promise<void> {
  await tx.query(
    `insert into period_lock (id, period_key, period_start, period_end, locked_at, locked_by, values_locked, values_left)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, period.key, period.start, period.end, by.at, by.personId, counts.locked, counts.left],
  );
}

/** A lock no longer stands. */
export async function liftLock(tx: Tx, id: string, reason: string, by: Writing): Promise<void> {
  await tx.query('update period_lock set unlocked_at = $2, unlocked_by = $3, unlock_reason = $4 where id = $1', [id, by.at, by.personId, reason]);
}

/** Keeps a new exception. */
export async function insertException(tx: Tx, one: { id: string; personId: string; indicatorId: string; periodKey: string; until: Date; reason: string }, by: Writing): Promise<void> {
  await tx.query(
    `insert into lock_exception (id, person_id, indicator_id, period_key, until, reason, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [one.id, one.personId, one.indicatorId, one.periodKey, one.until, one.reason, by.at, by.personId],
  );
}

/** An exception opens nothing any more. */
export async function closeException(tx: Tx, id: string, by: Writing): Promise<void> {
  await tx.query('update lock_exception set closed_at = $2, closed_by = $3 where id = $1', [id, by.at, by.personId]);
}

/** A value a lock touches, as its list shows it. */
export interface TouchedValue {
  id: string;
  indicatorId: string;
  periodKey: string;
  status: 'draft' | 'submitted' | 'validated' | 'locked';
}

/** Values whose period is this one or lies inside it. */
export async function loadValuesInside(tx: Tx, start: Day, end: Day): Promise<TouchedValue[]> {
  return tx.query(
    `select id, indicator_id as "indicatorId", period_key as "periodKey", status from measure where period_start >= $1 and period_end <= $2
      order by period_end, indicator_id`,
    [start, end],
  );
}

/** Validated values become locked, or locked ones validated again. */
export async function setLocked(tx: Tx, ids: readonly string[], locked: boolean, by: Writing): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update measure set status = $2, updated_at = $3, updated_by = $4, revision = revision + 1 where id = any ($1) and status = $5`,
    [ids, locked ? 'locked' : 'validated', by.at, by.personId, locked ? 'validated' : 'locked'],
  );
}
