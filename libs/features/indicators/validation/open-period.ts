import type { Actor } from '@maillage/domain/identity';
import { requireOpen, requireReviewable } from '@maillage/domain/indicators';
import type { Period } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import { holdLocks, loadLockGround } from './lock.store';

/** A value somebody is about to change. */
export interface ChangedPlace {
  indicatorId: string;
  period: Pick<Period, 'key' | 'start' | 'end'>;
}

/**
 * To be asked before a value, its proofs or its absence is written, in the same transaction: nobody can lock the period meanwhile.
 * The exception the change is made under; null when the period is not locked. Refused (`period-locked`) otherwise.
 */
export async function requireOpenPeriod(tx: Tx, actor: Pick<Actor, 'communityId'> & { personId: string | null }, place: ChangedPlace, now: Date): Promise<string | null> {
  await holdLocks(tx, actor.communityId, 'to-write-values');
  const ground = await loadLockGround(tx, now, { indicatorId: place.indicatorId, periodKey: place.period.key });
  return requireOpen(ground, { ...place, personId: actor.personId }, now)?.id ?? null;
}

/** The same for those who read and validate: what was changed under an exception is validated while it lasts, and locked at once. */
export async function requireReviewablePeriod(tx: Tx, actor: Pick<Actor, 'communityId' | 'personId'>, place: ChangedPlace, now: Date): Promise<{ locked: boolean }> {
  await holdLocks(tx, actor.communityId, 'to-write-values');
  const ground = await loadLockGround(tx, now, { indicatorId: place.indicatorId, periodKey: place.period.key });
  return requireReviewable(ground, { ...place, personId: actor.personId }, now);
}

/** The period of a stored value, as the locks read it. */
export const placeOf = (measure: { indicatorId: string; periodKey: string; periodStart: string; periodEnd: string }): ChangedPlace => ({
  indicatorId: measure.indicatorId,
  period: { key: measure.periodKey, start: measure.periodStart, end: measure.periodEnd },
});
