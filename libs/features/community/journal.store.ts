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

/** What a search of the journal asks. */
export interface JournalSearch {
  /** Acts kept; null: all. */
  acts: readonly string[] | null;
  personId: string | null;
  /** Words to be found in the name of the person or of the thing, and the acts whose French sentence holds them. */
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

/** Lines of the journal, newest first. */
export async function findJournal(tx: Tx, search: JournalSearch): Promise<JournalRow[]> {
  const pattern = search.words === null ? null : `%${fold(search.words).replace(/[\\%_]/g, '\\$&')}%`;
  return tx.query(
    `select a.id, a.at, a.person_id as "personId", m.name as who, a.act, a.subject_type as "subjectType", a.subject_id as "subjectId",
            coalesce(a.subject_label, s.name, a.after->>'email', a.before->>'email') as "subjectLabel", a.before, a.after
       from audit_entry a
       left join membership m on m.community_id = a.community_id and m.person_id = a.person_id
       left join membership s on a.subject_type = 'person' and s.community_id = a.community_id and s.person_id::text = a.subject_id
      where ($1::text[] is null or a.act = any ($1))
        and ($2::uuid is null or a.person_id = $2)
        and ($3::text is null or ${folded('m.name')} like $3 or ${folded('a.subject_label')} like $3 or ${folded('s.name')} like $3 or a.act = any ($4))
        and ($5::timestamptz is null or a.at >= $5)
        and ($6::timestamptz is null or a.at < $6)
        and ($7::bigint is null or (a.at, a.id) < (select c.at, c.id from audit_entry c where c.id = $7))
      order by a.at desc, a.id desc
      limit $8`,
    [search.acts, search.personId, pattern, search.actsOfWords, search.from, search.before, search.beforeId, search.limit],
  );
}

/** Who appears in the journal, by name. */
export async function peopleOfJournal(tx: Tx): Promise<{ personId: string; name: string }[]> {
  return tx.query(
    `select m.person_id as "personId", m.name from membership m
      where exists (select from audit_entry a where a.community_id = m.community_id and a.person_id = m.person_id)
      order by m.name`,
  );
}
