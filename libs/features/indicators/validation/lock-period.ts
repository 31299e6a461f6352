import { requireRight, type Actor } from '@maillage/domain/identity';
import { checkActReason, checkLock, isSettled, lockOver } from '@maillage/domain/indicators';
import { DomainError, formatPeriod, parsePeriod, periodKindOf } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { indicatorFacts } from '../values/facts';
import { loadIndicators } from '../definition/indicator.store';
import { holdLocks, insertLock, liftLock, loadLock, loadLockGround, loadValuesInside, setLocked, type StoredLock, type TouchedValue } from './lock.store';
import { leftOpen, readGroundwork } from './lock-preview';
import { MeasureTrace, type ManyValues, type MeasureEvent } from '../values/measure-trace';

/** Locks a period for the whole community, or opens it again with a reason. */
@Injectable()
export class LockPeriod {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trace: MeasureTrace,
  ) {}

  /** Locks a period and all those inside it. `seenLeft`: how many values the person was told are not validated. The id of the lock comes back. */
  async lock(actor: Actor, periodKey: string, seenLeft: number): Promise<string> {
    requireRight(actor, 'measures.lock');
    return this.db.run(actor.communityId, async (tx) => {
      await holdLocks(tx, actor.communityId, 'to-change-locks');
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      const period = parsePeriod(periodKey, facts.calendar);
      const { locks } = await loadLockGround(tx, this.clock.now());
      checkLock(period, locks, facts.today);
      const groundwork = await readGroundwork(tx, period);
      const { inside } = groundwork;
      const left = leftOpen(groundwork, period, facts);
      if (left.length !== seenLeft) throw new DomainError('lock-changed');
      const validated = inside.filter(({ status }) => status === 'validated');
      const settled = inside.filter(({ status }) => isSettled(status)).length;
      const id = this.ids.next();
      await insertLock(tx, id, period, { locked: settled, left: left.length }, this.trace.by(actor));
      await setLocked(tx, validated.map((value) => value.id), true, this.trace.by(actor));
      const label = formatPeriod(period);
      await this.tell(tx, actor, 'locked', validated, null, { act: 'period.locked', subjectType: 'period', subjectId: id, label, after: { period: label, valuesLocked: settled, valuesLeft: left.length } });
      return id;
    });
  }

  /** Opens a locked period again: what another lock does not hold is validated, no longer locked. */
  async unlock(actor: Actor, lockId: string, reason: string | null): Promise<void> {
    requireRight(actor, 'measures.lock');
    await this.db.run(actor.communityId, async (tx) => {
      await holdLocks(tx, actor.communityId, 'to-change-locks');
      const lock = await loadLock(tx, lockId);
      const label = labelOfLock(lock);
      if (lock.unlockedAt !== null) throw new DomainError('lock-lifted', { period: label });
      const why = checkActReason(reason);
      await liftLock(tx, lock.id, why, this.trace.by(actor));
      const { locks } = await loadLockGround(tx, this.clock.now());
      const inside = await loadValuesInside(tx, lock.periodStart, lock.periodEnd);
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      const freed = inside.filter(({ status, periodKey }) => status === 'locked' && !lockOver(locks, parsePeriod(periodKey, facts.calendar)));
      await setLocked(tx, freed.map((value) => value.id), false, this.trace.by(actor));
      await this.tell(tx, actor, 'unlocked', freed, why, { act: 'period.unlocked', subjectType: 'period', subjectId: lock.id, label, before: { period: label }, after: { period: label, reason: why } });
    });
  }

  /** One line of the journal for the period, a line of history for each value. */
  private async tell(tx: Tx, actor: Actor, act: 'locked' | 'unlocked', values: readonly TouchedValue[], reason: string | null, line: ManyValues): Promise<void> {
    if (values.length === 0) return audit(tx, actor, line);
    const named = new Map((await loadIndicators(tx, { archived: true })).map((indicator) => [indicator.id, indicator]));
    const events = values.flatMap(({ indicatorId, periodKey }): MeasureEvent[] => {
      const indicator = named.get(indicatorId);
      return indicator ? [{ act, indicator, periodKey, reason }] : [];
    });
    await this.trace.writeMany(tx, actor, events, line);
  }
}

/** « T3 2026 (juillet à septembre) »: the period of a lock, in words. */
export function labelOfLock({ periodKey, periodStart, periodEnd }: Pick<StoredLock, 'periodKey' | 'periodStart' | 'periodEnd'>): string {
  return formatPeriod({ key: periodKey, kind: periodKindOf(periodKey) ?? 'month', start: periodStart, end: periodEnd });
}
