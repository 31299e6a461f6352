import { checkEvidence, checkEvidenceLink, evidenceKey, evidenceLimits, refuseHeavy, type EvidenceKind, type EvidenceRecordKind } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, found } from '@maillage/domain/kernel';
import { sha256 } from '@maillage/features/identity';
import { Config, Files, FileTooLarge, Ids, TenantDb, type StoredBytes, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { readContent } from './evidence-content';
import { EvidenceRecords } from './evidence-records';
import { findSameEvidence, insertEvidence, loadEvidence, loadOneEvidence, tieEvidence, type NewEvidence } from './evidence.store';
import { HeldValues, type HeldValue } from './held-value';

/** A file on its way: streamed, or whole. */
export interface ProofFile {
  name: string;
  bytes: Readable | Uint8Array;
}

/** Ties proofs to a value: a file, an address, a record of the product, or a proof the community already has. */
@Injectable()
export class AttachEvidence {
  constructor(
    private readonly db: TenantDb,
    private readonly files: Files,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly records: EvidenceRecords,
    private readonly values: HeldValues,
  ) {}

  /** Most bytes of a file. */
  get maxBytes(): number {
    return this.config.EVIDENCE_MAX_MB * 1_000_000;
  }

  /** Keeps the file and ties it to the value; the same bytes are kept once and are one proof. The id of the proof comes back. */
  async add(actor: Actor, measureId: string, file: ProofFile): Promise<string> {
    requireRight(actor, 'measures.write');
    // Whose value it is comes before what the file is: nothing is said of another community's, nothing is kept for it.
    await this.db.run(actor.communityId, (tx) => this.values.hold(tx, actor, measureId, { write: false }), { readOnly: true });
    const { stored, checked } = await this.keep(file);
    return this.tie(actor, measureId, async (tx) => ({
      kind: 'file',
      hash: stored.hash,
      name: checked.name,
      make: async () => ({ name: checked.name, hash: null, fileId: await this.files.record(tx, stored, checked), url: null, recordKind: null, recordId: null }),
    }));
  }

  /** Ties an address to the value; the same address is one proof. */
  async addLink(actor: Actor, measureId: string, input: { url: string; title: string }): Promise<string> {
    requireRight(actor, 'measures.write');
    const { url, name } = checkEvidenceLink(input);
    const hash = sha256(evidenceKey({ url }));
    return this.tie(actor, measureId, async () => ({ kind: 'link', hash, name, make: async () => ({ name, hash, fileId: null, url, recordKind: null, recordId: null }) }));
  }

  /** Ties a record of the product to the value: a step that was done, a report that was sent. */
  async addRecord(actor: Actor, measureId: string, input: { kind: EvidenceRecordKind; id: string }): Promise<string> {
    requireRight(actor, 'measures.write');
    const recordKind = input.kind;
    const recordId = input.id;
    const hash = sha256(evidenceKey({ recordKind, recordId }));
    return this.tie(actor, measureId, async (tx, { facts }) => {
      const { name } = await this.records.require(tx, recordKind, recordId, facts.timeZone);
      return { kind: 'record', hash, name, make: async () => ({ name, hash, fileId: null, url: null, recordKind, recordId }) };
    });
  }

  /** Ties a proof the community already has to one more value. */
  async addExisting(actor: Actor, measureId: string, evidenceId: string): Promise<string> {
    requireRight(actor, 'measures.write');
    return this.db.run(actor.communityId, async (tx) => {
      const value = await this.values.hold(tx, actor, measureId, { write: true });
      const proof = await loadOneEvidence(tx, evidenceId, true);
      found(proof.removedAt === null ? proof : null);
      await this.write(tx, actor, value, proof);
      return evidenceId;
    });
  }

  private async tie(
    actor: Actor,
    measureId: string,
    decide: (tx: Tx, value: HeldValue) => Promise<{ kind: EvidenceKind; hash: string; name: string; make: () => Promise<Omit<NewEvidence, 'id' | 'kind'>> }>,
  ): Promise<string> {
    return this.db.run(actor.communityId, async (tx) => {
      const value = await this.values.hold(tx, actor, measureId, { write: true });
      const { kind, hash, name, make } = await decide(tx, value);
      const known = await findSameEvidence(tx, kind, hash);
      const id = known ?? this.ids.next();
      if (!known) await insertEvidence(tx, { id, kind, ...(await make()) }, this.values.trace.by(actor));
      await this.write(tx, actor, value, known ? await loadOneEvidence(tx, id) : { id, hash, name });
      return id;
    });
  }

  /** Done again, nothing. */
  private async write(tx: Tx, actor: Actor, value: HeldValue, proof: { id: string; hash: string; name: string }): Promise<void> {
    const already = await loadEvidence(tx, [value.measure.id]);
    if (already.some(({ id, hash }) => id === proof.id || hash === proof.hash)) return;
    if (already.length >= evidenceLimits.perMeasure) throw new DomainError('too-many', { label: 'Preuves', max: evidenceLimits.perMeasure });
    await tieEvidence(tx, value.measure.id, proof.id, this.values.trace.by(actor));
    await this.values.tell(tx, actor, value, 'evidence-added', proof);
  }

  private async keep(file: ProofFile): Promise<{ stored: StoredBytes; checked: { name: string; mediaType: string } }> {
    let checked = { name: '', mediaType: '' };
    try {
      const stored = await this.files.put(file.bytes, {
        maxBytes: this.maxBytes,
        examine: async (path, { size }) => {
          checked = checkEvidence({ name: file.name, size }, await readContent(path));
        },
      });
      return { stored, checked };
    } catch (error) {
      if (error instanceof FileTooLarge) refuseHeavy(this.maxBytes);
      throw error;
    }
  }
}
