import { acceptedComment, hasParts, refusalReason, requireWaiting } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { type DomainError, formatPeriod, found, isDomainError, parsePeriod, type Uuid } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadCollectionLink } from './collection-link.store';
import { labelOf } from '../definition/define-indicator';
import { findSameEvidence, insertEvidence, loadEvidence, tieEvidence } from '../proofs/evidence.store';
import { indicatorFacts } from '../values/facts';
import { loadIndicator } from '../definition/indicator.store';
import { loadContribution, settleContribution, type StoredContribution } from './link-contribution.store';
import { contentOf, MeasureTrace } from '../values/measure-trace';
import { RecordMeasure } from '../values/record-measure';

/** An answer to accept, with the revision of the value on screen (0 where there was none). */
export interface AcceptedContribution {
  id: Uuid;
  measureRevision: number;
  /** Added to what the sender said; needed for an unusual value that came without comment. */
  comment?: string | null;
}

/** What became of one answer: null when it is the value now, else why it still waits. */
export interface AcceptanceOutcome {
  id: Uuid;
  refusal: DomainError | null;
}

/** Accepts what came through links, by the rules of any value, or refuses it with a reason that its sender reads. */
@Injectable()
export class SettleContributions {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly record: RecordMeasure,
    private readonly trace: MeasureTrace,
  ) {}

  /** Each answer by itself: one that a lock or a validated value refuses waits, the others become values. */
  async accept(actor: Actor, contributions: readonly AcceptedContribution[]): Promise<AcceptanceOutcome[]> {
    requireRight(actor, 'indicators.write');
    await this.db.run(
      actor.communityId,
      async (tx) => {
        for (const { id } of contributions) found(await loadContribution(tx, id));
      },
      { readOnly: true },
    );
    const outcomes: AcceptanceOutcome[] = [];
    for (const one of contributions) {
      try {
        await this.db.run(actor.communityId, (tx) => this.acceptOne(tx, actor, one));
        outcomes.push({ id: one.id, refusal: null });
      } catch (error) {
        if (!isDomainError(error)) throw error;
        outcomes.push({ id: one.id, refusal: error });
      }
    }
    return outcomes;
  }

  /** All of them or none. */
  async refuse(actor: Actor, ids: readonly Uuid[], reason: string): Promise<void> {
    requireRight(actor, 'indicators.write');
    const said = refusalReason(reason);
    await this.db.run(actor.communityId, async (tx) => {
      // Always in the same order: two people who refuse the same answers do not wait for each other in turn.
      for (const id of [...new Set(ids)].sort()) {
        const contribution = found(await loadContribution(tx, id, true));
        requireWaiting(contribution);
        await settleContribution(tx, id, { status: 'refused', reason: said }, this.trace.by(actor));
        await this.tell(tx, actor, contribution, 'contribution.refused', { reason: said });
      }
    });
  }

  private async acceptOne(tx: Tx, actor: Actor, { id, measureRevision, comment }: AcceptedContribution): Promise<void> {
    const contribution = found(await loadContribution(tx, id, true));
    requireWaiting(contribution);
    const { indicatorId, periodKey, numerator, denominator, value } = contribution;
    const { kind } = await loadIndicator(tx, indicatorId);
    const figures = hasParts(kind) ? { numerator, denominator } : { value };
    const said = acceptedComment(contribution.comment, comment ?? null);
    const measure = await this.record.within(tx, actor, { indicatorId, periodKey, ...figures, comment: said, revision: measureRevision }, 'link');
    await settleContribution(tx, id, { status: 'accepted', measureId: measure.id }, this.trace.by(actor));
    await this.tell(tx, actor, contribution, 'contribution.accepted', { ...contentOf({ ...contribution, comment: said }) });
    await this.tieFiles(tx, actor, contribution, measure.id);
  }

  /** The files of the answer become proofs of the value; bytes the community already has are the proof it has. */
  private async tieFiles(tx: Tx, actor: Actor, { indicatorId, periodKey, files }: StoredContribution, measureId: Uuid): Promise<void> {
    if (files.length === 0) return;
    const indicator = await loadIndicator(tx, indicatorId);
    const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
    const already = new Set((await loadEvidence(tx, [measureId])).map(({ hash }) => hash));
    for (const { id: fileId, name, hash } of files.filter((file) => !already.has(file.hash))) {
      const known = await findSameEvidence(tx, 'file', hash);
      const id = known ?? this.ids.next();
      const by = this.trace.by(actor);
      if (!known) await insertEvidence(tx, { id, kind: 'file', name, hash: null, fileId, url: null, recordKind: null, recordId: null }, by);
      if (await tieEvidence(tx, measureId, id, by)) {
        await this.trace.write(tx, actor, { act: 'evidence-added', indicator, periodKey, after: { fileName: name, hash } }, calendar.contractStart ?? null);
      }
    }
  }

  private async tell(tx: Tx, actor: Actor, contribution: StoredContribution, act: 'contribution.accepted' | 'contribution.refused', after: object): Promise<void> {
    const { indicatorId, periodKey, linkId } = contribution;
    const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
    const { recipient } = found(await loadCollectionLink(tx, linkId));
    const label = `${labelOf(await loadIndicator(tx, indicatorId))} · ${formatPeriod(parsePeriod(periodKey, calendar))}`;
    await audit(tx, actor, { act, subjectType: 'indicator', subjectId: indicatorId, label, after: { recipient, ...after }, at: this.trace.by(actor).at });
  }
}
