import type { Tx } from '@maillage/platform';
import type { AuditLink, StoredAuditLink } from './audit-link';
import type { ChainHead } from './hash-chain';

/** The last line of a community's journal, kept apart from the lines; `hash` is null before the first. */
export interface AuditHead {
  sequence: number;
  hash: string | null;
}

interface HeldHead extends AuditHead {
  now: Date;
  marked: boolean | null;
}

/** Said by the triggers of the tables the journal answers for, in the transaction that writes to one. */
const markedSql = `current_setting('app.sealed', true) = '1'`;

/** The head of a journal, held until the end of the transaction: whoever writes next waits for it. With the instant of the transaction, and whether it left marks. */
export async function holdHead(tx: Tx, communityId: string): Promise<{ last: ChainHead | null; now: Date; marked: boolean }> {
  const known: HeldHead[] = await tx.query(`select sequence, hash, date_trunc('milliseconds', now()) as now, ${markedSql} as marked from audit_head where community_id = $1 for update`, [communityId]);
  const { sequence, hash, now, marked } = known[0] ?? (await makeHead(tx, communityId));
  return { last: hash === null ? null : { sequence, hash }, now, marked: marked === true };
}

/** The head of a journal without lines, or the one somebody else made at the same time. */
async function makeHead(tx: Tx, communityId: string): Promise<HeldHead> {
  const [made]: HeldHead[] = await tx.query(
    `insert into audit_head as h (community_id, sequence) values ($1, 0) on conflict (community_id) do update set sequence = h.sequence
     returning sequence, hash, date_trunc('milliseconds', now()) as now, ${markedSql} as marked`,
    [communityId],
  );
  if (!made) throw new Error('The head of a journal is made where there is none.');
  return made;
}

/** Adds lines at the end of a journal, and moves its head. */
export async function insertLines(tx: Tx, communityId: string, lines: readonly AuditLink[]): Promise<void> {
  const last = lines.at(-1);
  if (!last) return;
  await tx.query(
    `with added as (
       insert into audit_entry (community_id, id, at, person_id, role, act, subject_type, subject_id, subject_label, before, after, vouched, sealed, previous_hash, hash)
       select $1, l.sequence, l.at, l."personId", l.role, l.act, l."subjectType", l."subjectId", l."subjectLabel", l.before, l.after, l.vouched, l.sealed, l."previousHash", l.hash
         from json_to_recordset($2::json) as l (sequence bigint, at timestamptz, "personId" uuid, role text, act text, "subjectType" text, "subjectId" text,
           "subjectLabel" text, before jsonb, after jsonb, vouched jsonb, sealed jsonb, "previousHash" text, hash text)
        order by l.sequence)
     update audit_head set sequence = $3, hash = $4 where community_id = $1`,
    [communityId, JSON.stringify(lines), last.sequence, last.hash],
  );
}

/** The head of the community at work; null where nothing was ever written. */
export async function loadHead(tx: Tx): Promise<AuditHead | null> {
  const rows: AuditHead[] = await tx.query('select sequence, hash from audit_head');
  return rows[0] ?? null;
}

/** Lines of the community at work in their order, after one, as they were hashed. */
export async function loadLines(tx: Tx, after: number, limit: number): Promise<StoredAuditLink[]> {
  return tx.query(
    `select community_id as "communityId", id as sequence, at, person_id as "personId", role, act, subject_type as "subjectType", subject_id as "subjectId",
            subject_label as "subjectLabel", before, after, vouched, sealed, previous_hash as "previousHash", hash
       from audit_entry where id > $1 order by id limit $2`,
    [after, limit],
  );
}
