import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import { isSettled, type EvidenceKind, type EvidenceRecordKind } from '@maillage/domain/indicators';
import { formatPeriod, found, parsePeriod } from '@maillage/domain/kernel';
import { Clock, Files, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { EvidenceRecords, type EvidenceRecord } from './evidence-records';
import { EvidenceUse, type ReportOfProof } from './evidence-use';
import { listEvidence, loadOneEvidence, loadProvedValues, type EvidenceSearch, type KeptEvidence, type ListedEvidence, type ProvedValue } from './evidence.store';
import { indicatorFacts } from '../values/facts';
import { loadIndicators } from '../definition/indicator.store';
import { mayGive, placesOf } from '../values/reading';

/** Proofs in a list at once. */
const pageSize = 30;

/** The page of a proof: what it is, the values it serves, the reports that carry it. */
export interface EvidenceCard {
  evidence: KeptEvidence;
  values: (ProvedValue & { periodLabel: string; mayDetach: boolean })[];
  reports: ReportOfProof[];
  /** The record as it is now; null for a file or a link, and for a record that is gone. */
  record: EvidenceRecord | null;
  may: { withdraw: boolean };
}

/** Reads of the proofs of a community. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly use: EvidenceUse,
    private readonly records: EvidenceRecords,
  ) {}

  /** The proofs that stand, the latest first; `more` names the one to go on after. */
  async list(actor: Actor, search: { text: string; kind: EvidenceKind | null; after: string | null }): Promise<{ proofs: ListedEvidence[]; more: string | null }> {
    const wanted: EvidenceSearch = { ...search, limit: pageSize + 1 };
    const read = await this.reading(actor, (tx) => listEvidence(tx, wanted));
    const proofs = read.slice(0, pageSize);
    return { proofs, more: read.length > pageSize ? (proofs.at(-1)?.id ?? null) : null };
  }

  /** One proof; withdrawn, it is still told of. */
  async card(actor: Actor, evidenceId: string): Promise<EvidenceCard> {
    return this.reading(actor, async (tx) => {
      const evidence = await loadOneEvidence(tx, evidenceId);
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      const values = await loadProvedValues(tx, evidenceId);
      const reports = await this.use.carrying(tx, { hash: evidence.hash, timeZone: facts.timeZone });
      const named = new Set(values.map(({ indicatorId }) => indicatorId));
      const indicators = (await loadIndicators(tx, { archived: true })).filter(({ id }) => named.has(id));
      const places = await placesOf(tx, actor, { facts, indicators });
      const gives = (id: string): boolean => mayGive(actor, places.get(id));
      const record = evidence.recordKind && evidence.recordId ? await this.records.find(tx, evidence.recordKind, evidence.recordId, facts.timeZone) : null;
      const mine = values.length > 0 || actor.role !== 'lead' || evidence.addedById === actor.personId;
      const kept = reports.some(({ sent }) => sent);
      return {
        evidence,
        values: values.map((value) => ({
          ...value,
          periodLabel: formatPeriod(parsePeriod(value.periodKey, facts.calendar)),
          mayDetach: gives(value.indicatorId) && !isSettled(value.status),
        })),
        reports,
        record,
        may: {
          withdraw: hasRight(actor, 'measures.write') && evidence.removedAt === null && mine && !kept && values.every(({ indicatorId, status }) => gives(indicatorId) && !isSettled(status)),
        },
      };
    });
  }

  /** Records of the product that can prove a value, the latest first. */
  async searchRecords(actor: Actor, kind: EvidenceRecordKind, text: string): Promise<EvidenceRecord[]> {
    return this.reading(actor, async (tx) => {
      const { timeZone } = await indicatorFacts(tx, actor.communityId, this.clock);
      return this.records.search(tx, kind, { text, limit: pageSize, timeZone });
    });
  }

  /** The file of a proof, to be downloaded; not found for what is no file, or was withdrawn. */
  async download(actor: Actor, evidenceId: string): Promise<{ name: string; mediaType: string; size: number; open: () => Readable }> {
    const { name, mediaType, size, hash, removedAt } = await this.reading(actor, (tx) => loadOneEvidence(tx, evidenceId));
    const there = removedAt === null && mediaType !== null && size !== null && (await this.files.has(hash));
    const file = found(there ? { name, mediaType, size } : null);
    return { ...file, open: () => this.files.open(hash) };
  }

  private async reading<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    requireRight(actor, 'indicators.read');
    return this.db.run(actor.communityId, work, { readOnly: true });
  }
}
