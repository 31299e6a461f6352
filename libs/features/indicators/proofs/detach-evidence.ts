import { checkEvidenceRemoval, requireNotFrozen, requireNotSent } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, found } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { EvidenceUse } from './evidence-use';
import { loadEvidence, loadOneEvidence, loadProvedValues, markEvidenceRemoved, untieEvidence } from './evidence.store';
import { HeldValues, type HeldValue } from './held-value';

/** Takes a proof away: from one value, or from the community. What a sent report carries stays. */
@Injectable()
export class DetachEvidence {
  constructor(
    private readonly db: TenantDb,
    private readonly use: EvidenceUse,
    private readonly values: HeldValues,
  ) {}

  /** Takes a proof away from a value that is not settled; it stays among the proofs of the community. */
  async detach(actor: Actor, measureId: string, evidenceId: string): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const value = await this.values.hold(tx, actor, measureId, { write: true });
      const proof = found((await loadEvidence(tx, [measureId])).find(({ id }) => id === evidenceId));
      await this.untie(tx, actor, value, proof);
    });
  }

  /** Takes a proof away from every value it serves and from the community; its name and its hash stay told. Done again, nothing. */
  async withdraw(actor: Actor, evidenceId: string): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      // Indicators first, in one order, as every other writer of values; then the proof, that nobody ties meanwhile.
      const before = await loadProvedValues(tx, evidenceId);
      const held: HeldValue[] = [];
      for (const { measureId } of [...before].sort((a, b) => (a.indicatorId < b.indicatorId ? -1 : a.indicatorId > b.indicatorId ? 1 : 0))) {
        held.push(await this.values.hold(tx, actor, measureId, { write: true }));
      }
      const proof = await loadOneEvidence(tx, evidenceId, true);
      if (proof.removedAt !== null) return;
      if (held.length === 0 && actor.role === 'lead' && proof.addedById !== actor.personId) throw new DomainError('forbidden');
      const now = await loadProvedValues(tx, evidenceId);
      if (now.length !== held.length) throw new DomainError('evidence-just-tied');
      requireNotSent((await this.use.carrying(tx, { hash: proof.hash, timeZone: 'UTC' })).filter(({ sent }) => sent));
      requireNotFrozen(await this.use.closedDialogues(tx, proof.hash));
      for (const value of held) await this.untie(tx, actor, value, proof);
      const by = this.values.trace.by(actor);
      await markEvidenceRemoved(tx, evidenceId, by);
      const said = { fileName: proof.name, hash: proof.hash };
      await audit(tx, actor, { act: 'evidence.withdrawn', subjectType: 'evidence', subjectId: evidenceId, label: proof.name, before: said, at: by.at });
    });
  }

  private async untie(tx: Tx, actor: Actor, value: HeldValue, proof: { id: string; name: string; hash: string }): Promise<void> {
    const carrying = await this.use.carrying(tx, { hash: proof.hash, timeZone: value.facts.timeZone }, value.measure.id);
    checkEvidenceRemoval(value.measure, carrying.filter(({ sent }) => sent));
    requireNotFrozen(await this.use.closedDialogues(tx, proof.hash, value.measure.id));
    await untieEvidence(tx, value.measure.id, proof.id);
    await this.values.tell(tx, actor, value, 'evidence-removed', proof);
  }
}
