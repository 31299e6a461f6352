import { isSettled, reopenMeasure, validateMeasure } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { requireRevision } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { indicatorFacts, requireMeasureRight, type IndicatorFacts } from './facts';
import { loadIndicator, type StoredIndicator } from './indicator.store';
import { contentOf, MeasureTrace } from './measure-trace';
import { deleteMeasure, loadMeasure, setMeasureStatus, type StoredMeasure } from './measure.store';

/** A value as seen on screen. */
export interface SeenMeasure {
  id: string;
  revision: number;
}

const mostAtOnce = 500;

/** Moves values along their life: validated, opened again, taken away. */
@Injectable()
export class ChangeMeasureStatus {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly trace: MeasureTrace,
  ) {}

  /** Validates values as they were seen: all of them or none. */
  async validate(actor: Actor, seen: readonly SeenMeasure[]): Promise<void> {
    requireRight(actor, 'measures.validate');
    if (seen.length > mostAtOnce) throw new DomainError('too-many', { label: 'Valeurs', max: mostAtOnce });
    await this.db.run(actor.communityId, async (tx) => {
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      for (const one of [...seen].sort((a, b) => (a.id < b.id ? -1 : 1))) {
        const { measure, indicator } = await this.locked(tx, one.id);
        if (measure.status === 'validated' && measure.revision === one.revision + 1 && measure.validatedBy === actor.personId) continue;
        await requireRevision(tx, measure, one.revision, contentOf(measure), facts.timeZone);
        await setMeasureStatus(tx, measure.id, validateMeasure(measure), this.trace.by(actor));
        await this.tell(tx, actor, facts, indicator, measure, 'validated');
      }
    });
  }

  /** Opens a validated value again, with the reason that stays in its history. */
  async reopen(actor: Actor, seen: SeenMeasure, reason: string | null): Promise<void> {
    requireRight(actor, 'measures.validate');
    await this.db.run(actor.communityId, async (tx) => {
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      const { measure, indicator } = await this.locked(tx, seen.id);
      await requireRevision(tx, measure, seen.revision, contentOf(measure), facts.timeZone);
      const reopened = reopenMeasure(measure, reason);
      await setMeasureStatus(tx, measure.id, reopened.status, this.trace.by(actor));
      await this.tell(tx, actor, facts, indicator, measure, 'reopened', reopened.reason);
    });
  }

  /** Takes a draft away: the period has no value again. Its history stays. */
  async delete(actor: Actor, seen: SeenMeasure): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      const { measure, indicator } = await this.locked(tx, seen.id);
      await requireMeasureRight(tx, actor, indicator);
      await requireRevision(tx, measure, seen.revision, contentOf(measure), facts.timeZone);
      if (isSettled(measure.status)) throw new DomainError('measure-locked');
      await deleteMeasure(tx, measure.id);
      await this.tell(tx, actor, facts, indicator, measure, 'deleted');
    });
  }

  /** A value and its indicator, held against other writers. */
  private async locked(tx: Tx, id: string): Promise<{ measure: StoredMeasure; indicator: StoredIndicator }> {
    const { indicatorId } = await loadMeasure(tx, id);
    const indicator = await loadIndicator(tx, indicatorId, true);
    return { indicator, measure: await loadMeasure(tx, id) };
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    facts: IndicatorFacts,
    indicator: StoredIndicator,
    measure: StoredMeasure,
    ...[act, reason]: ['validated' | 'deleted'] | ['reopened', string]
  ): Promise<void> {
    const state = contentOf(measure);
    const states = act === 'deleted' ? { before: state } : { after: state };
    await this.trace.write(
      tx,
      actor,
      { act, indicator, periodKey: measure.periodKey, ...states, reason: reason ?? null },
      facts.calendar.contractStart ?? null,
    );
  }
}
