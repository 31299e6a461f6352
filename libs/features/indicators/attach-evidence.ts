import { checkEvidence, checkEvidenceRemoval, evidenceLimits } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, Files, FileTooLarge, Ids, TenantDb, type StoredBytes, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { deleteEvidence, insertEvidence, loadEvidence, loadOneEvidence } from './evidence.store';
import { indicatorFacts, requireMeasureRight } from './facts';
import { loadIndicator, type StoredIndicator } from './indicator.store';
import { MeasureTrace } from './measure-trace';
import { loadMeasure } from './measure.store';

/** Adds a proof to a value, or takes one away from a draft. */
@Injectable()
export class AttachEvidence {
  constructor(
    private readonly db: TenantDb,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trace: MeasureTrace,
  ) {}

  /** Keeps the file and ties it to the value; the same file twice is kept once. The id of the proof comes back. */
  async add(actor: Actor, measureId: string, file: { name: string; bytes: Uint8Array }): Promise<string> {
    requireRight(actor, 'measures.write');
    // Whose value it is comes before what the file is: nothing is said of another community's, nothing is kept for it.
    await this.db.run(actor.communityId, (tx) => this.given(tx, actor, measureId), { readOnly: true });
    const detected = await fileTypeFromBuffer(file.bytes);
    const { name, mediaType } = checkEvidence(file, detected?.mime ?? null);
    const stored = await this.keep(file.bytes);
    return this.db.run(actor.communityId, async (tx) => {
      const indicator = await this.given(tx, actor, measureId, true);
      const { periodKey } = await loadMeasure(tx, measureId);
      const already = await loadEvidence(tx, [measureId]);
      const same = already.find(({ hash }) => hash === stored.hash);
      if (same) return same.id;
      if (already.length >= evidenceLimits.perMeasure) throw new DomainError('too-many', { label: 'Preuves', max: evidenceLimits.perMeasure });
      const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
      const fileId = await this.files.record(tx, stored, { name, mediaType });
      const id = this.ids.next();
      await insertEvidence(tx, { id, measureId, fileId }, this.trace.by(actor));
      const after = { fileName: name, hash: stored.hash };
      await this.trace.write(tx, actor, { act: 'evidence-added', indicator, periodKey, after }, calendar.contractStart ?? null);
      return id;
    });
  }

  /** Takes a proof away from a draft. */
  async remove(actor: Actor, evidenceId: string): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const { measureId, name, hash } = await loadOneEvidence(tx, evidenceId);
      const indicator = await this.given(tx, actor, measureId, true);
      const measure = await loadMeasure(tx, measureId);
      checkEvidenceRemoval(measure);
      await deleteEvidence(tx, evidenceId);
      const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
      const before = { fileName: name, hash };
      const event = { act: 'evidence-removed' as const, indicator, periodKey: measure.periodKey, before };
      await this.trace.write(tx, actor, event, calendar.contractStart ?? null);
    });
  }

  /** The indicator of a value this person may give; held when it is to be written. */
  private async given(tx: Tx, actor: Actor, measureId: string, lock = false): Promise<StoredIndicator> {
    const { indicatorId } = await loadMeasure(tx, measureId);
    const indicator = await loadIndicator(tx, indicatorId, lock);
    await requireMeasureRight(tx, actor, indicator);
    return indicator;
  }

  private async keep(bytes: Uint8Array): Promise<StoredBytes> {
    try {
      return await this.files.put(bytes, { maxBytes: evidenceLimits.bytes });
    } catch (error) {
      if (error instanceof FileTooLarge) throw new DomainError('evidence-refused', { rule: 'le fichier dépasse 10 Mo' });
      throw error;
    }
  }
}
