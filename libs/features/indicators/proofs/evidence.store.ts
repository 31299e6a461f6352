import type { EvidenceKind, EvidenceRecordKind, MeasureStatus } from '@maillage/domain/indicators';
import { found, type Day } from '@maillage/domain/kernel';
import { part, type Told, type Tx, withInstants } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';

/** A proof of the community. */
export interface StoredEvidence {
  id: string;
  kind: EvidenceKind;
  name: string;
  hash: string;
  fileId: string | null;
  mediaType: string | null;
  /** Bytes of a file. */
  size: number | null;
  url: string | null;
  recordKind: EvidenceRecordKind | null;
  recordId: string | null;
  addedAt: Date;
  addedBy: string | null;
}

/** A proof tied to a value; `addedAt` and `addedBy` say when and by whom it was tied. */
export interface MeasureProof extends StoredEvidence {
  measureId: string;
}

/** A proof with whose it is and whether it still stands. */
export interface KeptEvidence extends StoredEvidence {
  addedById: string | null;
  removedAt: Date | null;
  removedBy: string | null;
}

const about = `e.id, e.kind, e.name, coalesce(f.hash, e.hash) as hash, e.file_id as "fileId", f.media_type as "mediaType", f.size::float8 as size, e.url,
  e.record_kind as "recordKind", e.record_id as "recordId"`;

const tied = (which: string): string => `select ${about}, l.measure_id as "measureId", l.added_at as "addedAt", m.name as "addedBy"
   from measure_evidence l join evidence e on e.id = l.evidence_id left join file f on f.id = e.file_id
   left join membership m on m.person_id = l.added_by
  where l.measure_id = any(${which}) order by e.id`;

/** The proofs of these values, in the order they came to the community. */
export async function loadEvidence(tx: Tx, measureIds: readonly string[]): Promise<MeasureProof[]> {
  if (measureIds.length === 0) return [];
  return tx.query(tied('$1'), [measureIds]);
}

/** The proofs of the values of the indicator `$1`, to be read with other things. */
export const evidencePart = part(
  tied('array(select id from measure where indicator_id = $1)'),
  (rows: Told<MeasureProof>[]): MeasureProof[] => rows.map((row) => withInstants<MeasureProof>(row, 'addedAt')),
);

/** One proof, withdrawn ones included, or `not-found`; `lock` holds it against other writers. */
export async function loadOneEvidence(tx: Tx, id: string, lock = false): Promise<KeptEvidence> {
  const rows: KeptEvidence[] = await tx.query(
    `select ${about}, e.added_at as "addedAt", m.name as "addedBy", e.added_by as "addedById", e.removed_at as "removedAt", r.name as "removedBy"
       from evidence e left join file f on f.id = e.file_id left join membership m on m.person_id = e.added_by
       left join membership r on r.person_id = e.removed_by where e.id = $1 ${lock ? 'for update of e' : ''}`,
    [id],
  );
  return found(rows[0]);
}

/** The oldest proof of the community with these bytes (or this key) that still stands. */
export async function findSameEvidence(tx: Tx, kind: EvidenceKind, hash: string): Promise<string | null> {
  const rows: { id: string }[] = await tx.query(
    `select e.id from evidence e left join file f on f.id = e.file_id
      where e.kind = $1 and e.removed_at is null and (f.hash = $2 or e.hash = $2) order by e.id limit 1 for update of e`,
    [kind, hash],
  );
  return rows[0]?.id ?? null;
}

/** What a new proof is made of. */
export type NewEvidence = Pick<StoredEvidence, 'id' | 'kind' | 'name' | 'fileId' | 'url' | 'recordKind' | 'recordId'> & { hash: string | null };

/** A new proof of the community. */
export async function insertEvidence(tx: Tx, evidence: NewEvidence, by: Writing): Promise<void> {
  const { id, kind, name, hash, fileId, url, recordKind, recordId } = evidence;
  await tx.query(
    `insert into evidence (id, kind, name, hash, file_id, url, record_kind, record_id, added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, kind, name, hash, fileId, url, recordKind, recordId, by.at, by.personId],
  );
}

/** Ties a proof to a value; false when it was already. */
export async function tieEvidence(tx: Tx, measureId: string, evidenceId: string, by: Writing): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into measure_evidence (measure_id, evidence_id, added_at, added_by) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [measureId, evidenceId, by.at, by.personId],
  );
  return rows.length > 0;
}

/** Unties a proof from a value; the proof stays, the history still names it. */
export async function untieEvidence(tx: Tx, measureId: string, evidenceId: string): Promise<void> {
  await tx.query('delete from measure_evidence where measure_id = $1 and evidence_id = $2', [measureId, evidenceId]);
}

/** Marks a proof as taken away from the community. */
export async function markEvidenceRemoved(tx: Tx, id: string, by: Writing): Promise<void> {
  await tx.query('update evidence set removed_at = $2, removed_by = $3 where id = $1', [id, by.at, by.personId]);
}

/** A value that a proof serves. */
export interface ProvedValue {
  measureId: string;
  indicatorId: string;
  indicatorCode: string;
  indicatorName: string;
  periodKey: string;
  periodEnd: Day;
  status: MeasureStatus;
}

/** The values a proof serves, the latest first. */
export async function loadProvedValues(tx: Tx, evidenceId: string): Promise<ProvedValue[]> {
  return tx.query(
    `select l.measure_id as "measureId", i.id as "indicatorId", i.code as "indicatorCode", i.name as "indicatorName", m.period_key as "periodKey",
            m.period_end as "periodEnd", m.status
       from measure_evidence l join measure m on m.id = l.measure_id join indicator i on i.id = m.indicator_id
      where l.evidence_id = $1 order by m.period_end desc, i.code`,
    [evidenceId],
  );
}

/** A proof in a list, with how many values it serves. */
export interface ListedEvidence extends StoredEvidence {
  values: number;
}

/** What is looked for among the proofs. */
export interface EvidenceSearch {
  text: string;
  kind: EvidenceKind | null;
  /** Those added before this one come next. */
  after: string | null;
  limit: number;
}

/** Proofs of the community that stand, the latest first. Ids grow with time: the last one read says where to go on. */
export async function listEvidence(tx: Tx, { text, kind, after, limit }: EvidenceSearch): Promise<ListedEvidence[]> {
  return tx.query(
    `select ${about}, e.added_at as "addedAt", m.name as "addedBy", (select count(*)::int from measure_evidence l where l.evidence_id = e.id) as values
       from evidence e left join file f on f.id = e.file_id left join membership m on m.person_id = e.added_by
      where e.removed_at is null and position(lower($1) in lower(e.name || ' ' || coalesce(e.url, ''))) > 0 and ($2::text is null or e.kind = $2)
        and ($3::uuid is null or e.id < $3)
      order by e.id desc limit $4`,
    [text, kind, after, limit],
  );
}

/** A value given without the proof its indicator expects. */
export interface UnprovedValue {
  indicatorId: string;
  periodKey: string;
  periodEnd: Day;
}

/** Values whose period ends from a day on, given without the proof their indicator expects; the latest first. */
export async function loadUnproved(tx: Tx, since: Day): Promise<UnprovedValue[]> {
  return tx.query(
    `select m.indicator_id as "indicatorId", m.period_key as "periodKey", m.period_end as "periodEnd"
       from measure m join indicator i on i.id = m.indicator_id
      where m.period_end >= $1 and i.archived_at is null and (i.evidence_expected is not null or i.kind = 'deliverable')
        and not exists (select from measure_evidence l where l.community_id = m.community_id and l.measure_id = m.id)
      order by m.period_end desc, m.indicator_id`,
    [since],
  );
}

/** How many proofs a value has. */
export async function countEvidence(tx: Tx, measureId: string): Promise<number> {
  const rows: { count: number }[] = await tx.query('select count(*)::int as count from measure_evidence where measure_id = $1', [measureId]);
  return rows[0]?.count ?? 0;
}
