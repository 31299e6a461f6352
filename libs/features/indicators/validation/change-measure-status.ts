import { checkActReason, checkRemark, isSettled, moveMeasure, requireNotFrozen, requireNotSent, requireProof, returnedPauseMinutes, type MeasureMove, type MeasureStage } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { requireRevision } from '@maillage/features/community';
import { Clock, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { EvidenceUse } from '../proofs/evidence-use';
import { countEvidence, loadEvidence } from '../proofs/evidence.store';
import { indicatorFacts, requireMeasureRight, type IndicatorFacts } from '../values/facts';
import { loadIndicator, type StoredIndicator } from '../definition/indicator.store';
import { contentOf, MeasureTrace } from '../values/measure-trace';
import type { MeasureAct } from '../values/measure.row';
import { deleteMeasure, loadMeasure, setMeasureStage, type StoredMeasure } from '../values/measure.store';
import { placeOf, requireOpenPeriod, requireReviewablePeriod } from './open-period';
import { loadValidation, type StoredValidation } from './validation.store';

/** A value as seen on screen. */
export interface SeenMeasure {
  id: string;
  revision: number;
}

const mostAtOnce = 500;

const acts: Readonly<Record<MeasureMove, MeasureAct>> = {
  'submit': 'submitted', 'check': 'checked', 'validate': 'validated', 'send-back': 'returned', 'reopen': 'reopened', 'delete': 'deleted',
};

/** A value held against other writers, with what its moves depend on. */
interface Held {
  measure: StoredMeasure;
  indicator: StoredIndicator;
  facts: IndicatorFacts;
  settings: StoredValidation;
}

/** Moves values along their life: sent, read, validated, sent back, opened again, taken away. */
@Injectable()
export class ChangeMeasureStatus {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly trace: MeasureTrace,
    private readonly use: EvidenceUse,
    private readonly jobs: Jobs,
  ) {}

  /** Takes values one step further, as they were seen: read by the coordination or validated, as the community set. All of them or none. */
  async validate(actor: Actor, seen: readonly SeenMeasure[]): Promise<void> {
    requireRight(actor, 'measures.validate');
    if (seen.length > mostAtOnce) throw new DomainError('too-many', { label: 'Valeurs', max: mostAtOnce });
    await this.db.run(actor.communityId, async (tx) => {
      for (const one of [...seen].sort((a, b) => (a.id < b.id ? -1 : 1))) {
        const held = await this.held(tx, actor, one.id);
        const { measure, settings } = held;
        const done = isSettled(measure.status) || measure.checkedAt !== null;
        if (done && measure.revision === one.revision + 1 && measure.updatedBy === actor.personId) continue;
        await this.requireSeen(tx, held, one);
        const move = settings.steps === 2 && measure.checkedAt === null && actor.role === 'coordinator' ? 'check' : 'validate';
        const stage = moveMeasure(move, measure, actor.role, settings);
        if (move === 'validate') requireProof(held.indicator, await countEvidence(tx, measure.id));
        const { locked } = await requireReviewablePeriod(tx, actor, placeOf(measure), this.clock.now());
        await this.move(tx, actor, held, move, locked && stage === 'validated' ? 'locked' : stage);
      }
    });
  }

  /** Sends a draft to those who validate. */
  async submit(actor: Actor, seen: SeenMeasure): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const held = await this.held(tx, actor, seen.id);
      const { measure, settings, indicator } = held;
      await requireMeasureRight(tx, actor, indicator);
      if (measure.status === 'submitted' && measure.revision === seen.revision + 1 && measure.submittedBy === actor.personId) return;
      await this.requireSeen(tx, held, seen);
      const stage = moveMeasure('submit', measure, actor.role, settings);
      await requireOpenPeriod(tx, actor, placeOf(measure), this.clock.now());
      await this.move(tx, actor, held, 'submit', stage);
    });
  }

  /** Sends a value back to who gave it: a draft again, with the remark they read, of which an e-mail tells them a moment later. */
  async sendBack(actor: Actor, seen: SeenMeasure, remark: string | null): Promise<void> {
    requireRight(actor, 'measures.validate');
    await this.db.run(actor.communityId, async (tx) => {
      const held = await this.held(tx, actor, seen.id);
      const { measure, settings } = held;
      if (measure.remark !== null && measure.revision === seen.revision + 1 && measure.returnedBy === actor.personId) return;
      await this.requireSeen(tx, held, seen);
      const stage = moveMeasure('send-back', measure, actor.role, settings);
      const said = checkRemark(remark);
      await requireReviewablePeriod(tx, actor, placeOf(measure), this.clock.now());
      await this.move(tx, actor, held, 'send-back', stage, { reason: said });
      const runAt = new Date(this.clock.now().getTime() + returnedPauseMinutes * 60_000);
      await this.jobs.enqueue(tx, 'collection.tell-returned', {}, { runAt, subject: measure.id });
    });
  }

  /** Opens a validated value again, with the reason that stays in its history; a locked one only to who holds an exception. */
  async reopen(actor: Actor, seen: SeenMeasure, reason: string | null): Promise<void> {
    requireRight(actor, 'measures.validate');
    await this.db.run(actor.communityId, async (tx) => {
      const held = await this.held(tx, actor, seen.id);
      const { measure, settings } = held;
      await this.requireSeen(tx, held, seen);
      const exceptionId = await requireOpenPeriod(tx, actor, placeOf(measure), this.clock.now());
      const opened = measure.status === 'locked' ? { ...measure, status: 'validated' as const } : measure;
      const stage = moveMeasure('reopen', opened, actor.role, settings);
      await this.move(tx, actor, held, 'reopen', stage, { reason: checkActReason(reason), exceptionId });
    });
  }

  /** Takes a value that is not validated away: the period has no value again. Its history stays. */
  async delete(actor: Actor, seen: SeenMeasure): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const held = await this.held(tx, actor, seen.id);
      const { measure, settings, indicator } = held;
      await requireMeasureRight(tx, actor, indicator);
      await this.requireSeen(tx, held, seen);
      await requireOpenPeriod(tx, actor, placeOf(measure), this.clock.now());
      const stage = moveMeasure('delete', measure, actor.role, settings);
      // A proof that left with a report does not lose its value.
      for (const { hash } of await loadEvidence(tx, [measure.id])) {
        requireNotFrozen(await this.use.closedDialogues(tx, hash, measure.id));
        requireNotSent((await this.use.carrying(tx, { hash, timeZone: held.facts.timeZone }, measure.id)).filter(({ sent }) => sent));
      }
      await this.move(tx, actor, held, 'delete', stage);
    });
  }

  private async held(tx: Tx, actor: Actor, id: string): Promise<Held> {
    const { indicatorId } = await loadMeasure(tx, id);
    const indicator = await loadIndicator(tx, indicatorId, true);
    const facts = await indicatorFacts(tx, actor.communityId, this.clock);
    return { indicator, measure: await loadMeasure(tx, id), facts, settings: await loadValidation(tx) };
  }

  private async requireSeen(tx: Tx, { measure, facts }: Held, seen: SeenMeasure): Promise<void> {
    await requireRevision(tx, measure, seen.revision, contentOf(measure), facts.timeZone);
  }

  /** Writes the move and its two traces. */
  private async move(
    tx: Tx,
    actor: Actor,
    { measure, indicator, facts }: Held,
    move: MeasureMove,
    stage: MeasureStage | null,
    { reason = null, exceptionId = null }: { reason?: string | null; exceptionId?: string | null } = {},
  ): Promise<void> {
    if (stage === null) await deleteMeasure(tx, measure.id);
    else await setMeasureStage(tx, measure.id, stage, { remark: move === 'send-back' ? reason : null, exceptionId }, this.trace.by(actor));
    const state = contentOf(measure);
    const states = stage === null ? { before: state } : { after: state };
    await this.trace.write(tx, actor, { act: acts[move], indicator, periodKey: measure.periodKey, ...states, reason }, facts.calendar.contractStart ?? null);
  }
}
