import type { Sealing, Vouched } from '@maillage/features/identity';
import type { Tx } from '@maillage/platform';

/** A line of the journal as it is stored, with the name of who acted. */
export interface JournalRow {
  id: number;
  at: Date;
  personId: string | null;
  who: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  subjectLabel: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** A line with its place in the chain. */
export interface WholeJournalRow extends JournalRow {
  role: string | null;
  /** What the thing was called then, as it was written. */
  storedLabel: string | null;
  vouched: Vouched | null;
  sealed: Sealing | null;
  previousHash: string | null;
  hash: string;
}

/** What a search of the journal asks. */
export interface JournalSearch {
  /** Acts kept; null: all. */
  acts: readonly string[] | null;
  personId: string | null;
  /** What was touched; null: anything. */
  subject: { type: string; id: string } | null;
  /** Words to be found in the name of the person or of the thing, in what changed, and the acts whose French sentence holds them. */
  words: string | null;
  actsOfWords: readonly string[];
  /** First and last instant (excluded). */
  from: Date | null;
  before: Date | null;
  /** Lines older than this one. */
  beforeId: number | null;
  limit: number;
}

const folded = (column: string): string => `translate(lower(${column}), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')`;
const fold = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The texts of a state, folded, that hold a pattern: what was written in a field, whatever its name. */
const holds = (state: string): string => `exists (select from jsonb_path_query(${state}, '$.** ? (@.type() == "string")') as t where ${folded(`t #>> '{}'`)} like $3)`;

const lines = `a.id, a.at, a.person_id as "personId", m.name as who, a.act, a.subject_type as "subjectType", a.subject_id as "subjectId",
       coalesce(a.subject_label, s.name, a.after->>'email', a.before->>'email') as "subjectLabel", a.before, a.after`;

const tables = `audit_entry a
       left join membership m on m.community_id = a.community_id and m.person_id = a.person_id
       left join membership s on a.subject_type = 'person' and s.community_id = a.community_id and s.person_id::text = a.subject_id`;

const searched = `($1::text[] is null or a.act = any ($1))
        and ($2::uuid is null or a.person_id = $2)
        and ($3::text is null or ${folded('m.name')} like $3 or ${folded('a.subject_label')} like $3 or ${folded('s.name')} like $3 or a.act = any ($4)
          or ${holds('a.before')} or ${holds('a.after')})
        and ($5::timestamptz is null or a.at >= $5)
        and ($6::timestamptz is null or a.at < $6)
        and ($7::text is null or (a.subject_type = $7 and a.subject_id = $8))
        and ($9::bigint is null or (a.at, a.id) < (select c.at, c.id from audit_entry c where c.id = $9))`;

function values({ acts, personId, subject, words, actsOfWords, from, before, beforeId }: JournalSearch): unknown[] {
  const pattern = words === null ? null : `%${fold(words).replace(/[\\%_]/g, '\\$&')}%`;
  return [acts, personId, pattern, actsOfWords, from, before, subject?.type ?? null, subject?.id ?? null, beforeId];
}

/** Lines of the journal, newest first. */
export async function findJournal(tx: Tx, search: JournalSearch): Promise<JournalRow[]> {
  return tx.query(`select ${lines} from ${tables} where ${searched} order by a.at desc, a.id desc limit $10`, [...values(search), search.limit]);
}

/** Lines of the journal, newest first, with all that makes them a chain. */
export async function findWholeJournal(tx: Tx, search: JournalSearch): Promise<WholeJournalRow[]> {
  return tx.query(
    `select ${lines}, a.role, a.subject_label as "storedLabel", a.vouched, a.sealed, a.previous_hash as "previousHash", a.hash from ${tables} where ${searched} order by a.at desc, a.id desc limit $10`,
    [...values(search), search.limit],
  );
}

/** What a subject was called last; null when the journal knows nothing of it. */
export async function nameOfSubject(tx: Tx, { type, id }: { type: string; id: string }): Promise<string | null> {
  const rows: { label: string | null }[] = await tx.query(
    `select a.subject_label as label from audit_entry a where a.subject_type = $1 and a.subject_id = $2 and a.subject_label is not null order by a.id desc limit 1`,
    [type, id],
  );
  return rows[0]?.label ?? null;
}

/** Who appears in the journal, by name. */
export async function peopleOfJournal(tx: Tx): Promise<{ personId: string; name: string }[]> {
  return tx.query(
    `select m.person_id as "personId", m.name from membership m
      where exists (select from audit_entry a where a.community_id = m.community_id and a.person_id = m.person_id)
      order by m.name`,
  );
}
