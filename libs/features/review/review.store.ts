import type { Day } from '@maillage/domain/kernel';
import type { Preparation, Proposal, ReviewLine, ReviewStatus } from '@maillage/domain/review';
import type { Tx } from '@maillage/platform';
import type { NextYearOutcome } from './review.row';
import type { FrozenReview } from './seal';

/** Who writes, and when. */
export interface Writing {
  personId: string;
  at: Date;
}

interface Revised {
  revision: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/** The review of a contract year as a whole. */
export interface StoredReview extends Revised {
  year: number;
  status: ReviewStatus;
  closingId: string | null;
  hash: string | null;
}

/** A line, a proposal, a preparation as they are stored, each with the code it is about. */
export type StoredLine = ReviewLine & Revised & { code: string };
/** A proposal as it is kept, with its revision. */
export type StoredProposal = Revised & { code: string; content: Proposal };
/** A preparation as it is kept, with its revision. */
export type StoredPreparation = Preparation & Revised & { code: string; personName: string | null };

const revised = 'revision, updated_at as "updatedAt", updated_by as "updatedBy"';

/** The reviews somebody has closed at least once, by year. */
export async function loadReviews(tx: Tx): Promise<StoredReview[]> {
  return tx.query(`select contract_year as year, status, closing_id as "closingId", hash, ${revised} from management_review order by 1`);
}

/** Contract years closed on a copy that names a proof, by its hash; of one value when named. A year opened again is not closed. */
export async function closedYearsWithProof(tx: Tx, hash: string, measureId: string | null): Promise<number[]> {
  const rows: { year: number }[] = await tx.query(
    `select r.contract_year as year from management_review r join review_event e on e.community_id = r.community_id and e.id = r.closing_id
      where r.status = 'closed' and exists (
        select from jsonb_path_query(e.snapshot, '$.sheet.**.proofs') as proofs where proofs @> jsonb_build_array(jsonb_build_object('hash', $1::text)) and $2::uuid is null
        union all
        select from jsonb_path_query(e.snapshot, '$.sheet.** ? (exists (@.proofs) && exists (@.link.indicatorId))') as line
          join measure m on m.id = $2 and line->'link'->>'indicatorId' = m.indicator_id::text
         where line->'proofs' @> jsonb_build_array(jsonb_build_object('hash', $1::text)))
      order by 1`,
    [hash, measureId],
  );
  return rows.map(({ year }) => year);
}

/** Writes the state of a review, its first time or its next revision. */
export async function saveReview(tx: Tx, review: Pick<StoredReview, 'year' | 'status' | 'closingId' | 'hash'>, by: Writing): Promise<void> {
  await tx.query(
    `insert into management_review (contract_year, status, closing_id, hash, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, contract_year) do update set status = excluded.status, closing_id = excluded.closing_id, hash = excluded.hash,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by, revision = management_review.revision + 1`,
    [review.year, review.status, review.closingId, review.hash, by.at, by.personId],
  );
}

/** What was said of the indicators of a year. */
export async function loadLines(tx: Tx, year: number): Promise<StoredLine[]> {
  return tx.query(
    `select indicator_code as code, comment, fund_remark as "fundRemark", ars_remark as "arsRemark", conclusion,
       agreed_cents::float8 as "agreedCents", ${revised} from review_line where contract_year = $1`,
    [year],
  );
}

/** Writes what is said of an indicator. */
export async function saveLine(tx: Tx, year: number, code: string, line: ReviewLine, by: Writing): Promise<void> {
  await tx.query(
    `insert into review_line (contract_year, indicator_code, comment, fund_remark, ars_remark, conclusion, agreed_cents, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (community_id, contract_year, indicator_code) do update set comment = excluded.comment, fund_remark = excluded.fund_remark,
       ars_remark = excluded.ars_remark, conclusion = excluded.conclusion, agreed_cents = excluded.agreed_cents,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by, revision = review_line.revision + 1`,
    [year, code, line.comment, line.fundRemark, line.arsRemark, line.conclusion, line.agreedCents, by.at, by.personId],
  );
}

/** What was proposed of the indicators of a year. */
export async function loadProposals(tx: Tx, year: number): Promise<StoredProposal[]> {
  return tx.query(`select indicator_code as code, content, ${revised} from review_proposal where contract_year = $1`, [year]);
}

/** Writes a proposal. */
export async function saveProposal(tx: Tx, year: number, code: string, proposal: Proposal, by: Writing): Promise<void> {
  await tx.query(
    `insert into review_proposal (contract_year, indicator_code, content, updated_at, updated_by) values ($1, $2, $3, $4, $5)
     on conflict (community_id, contract_year, indicator_code) do update set content = excluded.content, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by, revision = review_proposal.revision + 1`,
    [year, code, JSON.stringify(proposal), by.at, by.personId],
  );
}

/** How the actions of a year are prepared. */
export async function loadPreparations(tx: Tx, year: number): Promise<StoredPreparation[]> {
  return tx.query(
    `select p.action_code as code, p.status, p.person_id as "personId", m.name as "personName", p.due_on as "dueOn", p.note, p.revision,
       p.updated_at as "updatedAt", p.updated_by as "updatedBy"
       from review_preparation p left join membership m on m.person_id = p.person_id where p.contract_year = $1`,
    [year],
  );
}

/** Writes how an action is prepared. */
export async function savePreparation(tx: Tx, year: number, code: string, preparation: Preparation, by: Writing): Promise<void> {
  await tx.query(
    `insert into review_preparation (contract_year, action_code, status, person_id, due_on, note, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (community_id, contract_year, action_code) do update set status = excluded.status, person_id = excluded.person_id,
       due_on = excluded.due_on, note = excluded.note, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
       revision = review_preparation.revision + 1`,
    [year, code, preparation.status, preparation.personId, preparation.dueOn, preparation.note, by.at, by.personId],
  );
}

/** Something that happened to a review. */
export interface ReviewEvent {
  id: string;
  act: 'closed' | 'reopened';
  at: Date;
  by: string | null;
  reason: string | null;
  hash: string | null;
  nextYear: NextYearOutcome | null;
}

/** What happened to the review of a year, newest first. */
export async function loadEvents(tx: Tx, year: number): Promise<ReviewEvent[]> {
  return tx.query(
    `select e.id, e.act, e.at, m.name as by, e.reason, e.hash, e.next_year as "nextYear"
       from review_event e left join membership m on m.person_id = e.by_person_id where e.contract_year = $1 order by e.id desc`,
    [year],
  );
}

/** A closing with what it froze. */
export interface Closing {
  id: string;
  year: number;
  at: Date;
  snapshot: FrozenReview;
  hash: string;
}

const closings = `select id, contract_year as year, at, snapshot, hash from review_event where act = 'closed'`;

/** These closings. */
export async function loadClosings(tx: Tx, ids: readonly string[]): Promise<Closing[]> {
  return ids.length === 0 ? [] : tx.query(`${closings} and id = any($1) order by id`, [ids]);
}

/** Every closing of the community, oldest first. */
export async function allClosings(tx: Tx): Promise<Closing[]> {
  return tx.query(`${closings} order by id`);
}

/** Keeps what happened. */
export async function insertEvent(
  tx: Tx,
  event: { id: string; year: number; act: 'closed' | 'reopened'; reason?: string; frozen?: { snapshot: FrozenReview; hash: string; nextYear: NextYearOutcome } },
  by: Writing,
): Promise<void> {
  await tx.query(
    `insert into review_event (id, contract_year, act, at, by_person_id, reason, snapshot, hash, next_year) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      event.id, event.year, event.act, by.at, by.personId, event.reason ?? null,
      event.frozen ? JSON.stringify(event.frozen.snapshot) : null, event.frozen?.hash ?? null, event.frozen?.nextYear ?? null,
    ],
  );
}

/** The files that prove the values of these indicators in a stretch of days, oldest first. */
export async function loadProofs(
  tx: Tx,
  indicatorIds: readonly string[],
  within: { start: Day; end: Day },
): Promise<{ indicatorId: string; name: string; hash: string }[]> {
  if (indicatorIds.length === 0) return [];
  return tx.query(
    `select m.indicator_id as "indicatorId", e.name, coalesce(f.hash, e.hash) as hash from measure m join measure_evidence l on l.measure_id = m.id
       join evidence e on e.id = l.evidence_id left join file f on f.id = e.file_id
      where m.indicator_id = any($1) and m.period_end between $2 and $3
      group by m.indicator_id, e.id, f.hash, e.community_id order by min(m.period_end), e.id`,
    [indicatorIds, within.start, within.end],
  );
}

/** Those of these indicators that count patients. */
export async function patientCounts(tx: Tx, indicatorIds: readonly string[]): Promise<string[]> {
  if (indicatorIds.length === 0) return [];
  const rows: { id: string }[] = await tx.query('select id from indicator where counts_patients and id = any($1)', [indicatorIds]);
  return rows.map(({ id }) => id);
}

/** The name of someone who may be given a task here; null for a reader, someone who left, or of another community. */
export async function nameOfMember(tx: Tx, personId: string): Promise<string | null> {
  const rows: { name: string }[] = await tx.query(`select name from membership where person_id = $1 and ended_at is null and role <> 'reader'`, [personId]);
  return rows[0]?.name ?? null;
}
