import type { Tx } from '@maillage/platform';
import { sha256 } from './hash-chain';

/** What a line of the journal answers for: what rows of other tables became, told beside the line. */
export interface Sealing {
  count: number;
  /** Hash of their hashes, in their order. */
  hash: string;
}

/** A row as it is kept: its columns, as JSON. */
export type SealedRow = Record<string, unknown>;
/** What names a row in its table. */
export type SealedKey = Record<string, unknown>;

/** The sealing of rows kept under these hashes, in their order. */
export const sealingOf = (hashes: readonly string[]): Sealing => ({ count: hashes.length, hash: sha256(hashes.join('\n')) });

/** SQL of the hash of a row of `sealed_state`, whole. */
const hashSql = `encode(sha256(convert_to(jsonb_build_object('line', line, 'position', position, 'table', table_name, 'key', row_key, 'was', was, 'state', state)::text, 'UTF8')), 'hex')`;

/**
 * Keeps beside a line of the journal what this transaction made of the rows the journal answers for. Their marks are taken away: what
 * stays marked was changed without a line. A row that is in the end as it was is not kept. Null when there is none.
 */
export async function keepSealed(tx: Tx, communityId: string, line: number): Promise<Sealing | null> {
  const kept: { position: number; hash: string }[] = await tx.query(
    `with taken as (delete from seal_mark where community_id = $1 and xact = pg_current_xact_id()::text::bigint returning id, table_name, row_key, was, state),
          ends as (select id, table_name, row_key, first_value(was) over (partition by table_name, row_key order by id) as was, state,
                          row_number() over (partition by table_name, row_key order by id desc) = 1 as last from taken),
          told as (select $2::bigint as line, row_number() over (order by id) as position, table_name, row_key, was, state
                     from ends where last and was is distinct from state)
     insert into sealed_state (community_id, line, position, table_name, row_key, was, state, hash)
     select $1, line, position, table_name, row_key, was, state, ${hashSql} from told returning position, hash`,
    [communityId, line],
  );
  return kept.length === 0 ? null : sealingOf(kept.sort((a, b) => a.position - b.position).map(({ hash }) => hash));
}

/** A row kept beside a line: its hash, and whether it still is that of what it says. */
export interface KeptHash {
  line: number;
  table: string;
  key: SealedKey;
  state: SealedRow | null;
  hash: string;
  sound: boolean;
}

/** What is kept beside lines of the journal, from one to another, in its order. */
export async function loadKeptHashes(tx: Tx, from: number, to: number): Promise<KeptHash[]> {
  return tx.query(
    `select line, table_name as "table", row_key as key, case when hash <> ${hashSql} then coalesce(state, was) end as state, hash, hash = ${hashSql} as sound
       from sealed_state where line between $1 and $2 order by line, position`,
    [from, to],
  );
}

/** What is kept beside lines that answer for nothing, or are not there. */
export async function loadStrayKept(tx: Tx, limit: number): Promise<{ table: string; key: SealedKey; state: SealedRow | null }[]> {
  return tx.query(
    `select table_name as "table", row_key as key, coalesce(state, was) as state from sealed_state s
      where not exists (select from audit_entry a where a.id = s.line and a.sealed is not null) order by line, position limit $1`,
    [limit],
  );
}

/** Rows that an act found otherwise than the one before had left them. */
export async function loadBrokenSequences(tx: Tx, table: string): Promise<SealedDifference[]> {
  return tx.query(
    `select s.row_key as key, s.was as now, s.before as kept, s.told as known, a.at
       from (select row_key, line, was, lag(state) over w as before, lag(line) over w is not null as told from sealed_state where table_name = $1
              window w as (partition by row_key order by line, position)) s left join audit_entry a on a.id = s.line
      where s.was is distinct from s.before and (s.told or s.was is not null) order by s.line`,
    [table],
  );
}

/** A row that is not what was kept of it last. */
export interface SealedDifference {
  key: SealedKey;
  now: SealedRow | null;
  kept: SealedRow | null;
  /** False when nothing was ever kept of it. */
  known: boolean;
  /** When it was kept. */
  at: Date | null;
}

/** Rows of a table that are not what was kept of them last. `key`, `left`: its columns, as its triggers name them. */
export async function loadSealedDifferences(tx: Tx, { table, key, left }: { table: string; key: string; left: string }, limit: number): Promise<SealedDifference[]> {
  return tx.query(
    `with kept as (select distinct on (row_key) row_key, state, line from sealed_state where table_name = $1 order by row_key, line desc, position desc),
          standing as (select sealed_key(to_jsonb(t), $2) as row_key, to_jsonb(t) - 'community_id' - string_to_array($3, ',') as state from ${table} t)
     select coalesce(n.row_key, k.row_key) as key, n.state as now, k.state as kept, k.row_key is not null as known, a.at
       from kept k full join standing n on n.row_key = k.row_key left join audit_entry a on a.id = k.line
      where n.state is distinct from k.state order by 1 limit $4`,
    [table, key, left, limit],
  );
}

/** The tables the journal answers for, with what their triggers say of them. */
export async function loadSealedTables(tx: Tx): Promise<{ table: string; key: string; left: string }[]> {
  return tx.query(
    `select c.relname as "table", split_part(encode(t.tgargs, 'escape'), '\\000', 1) as key, split_part(encode(t.tgargs, 'escape'), '\\000', 2) as "left"
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
      where p.proname = 'mark_sealed' and t.tgname = c.relname || '_sealed_insert' order by c.relname`,
  );
}

/** What the columns of a table hold where nothing was ever said: a state kept before a column was added means this. */
export async function loadDefaults(tx: Tx, table: string): Promise<SealedRow> {
  const columns: { name: string; expression: string }[] = await tx.query(
    `select quote_ident(a.attname) as name, pg_get_expr(d.adbin, d.adrelid) as expression from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1::regclass and a.attname <> 'community_id' and a.attgenerated = '' and a.attidentity = '' order by a.attnum`,
    [table],
  );
  if (columns.length === 0) return {};
  const [row]: { defaults: SealedRow }[] = await tx.query(
    `select to_jsonb(d) as defaults from (select ${columns.map(({ name, expression }) => `${expression} as ${name}`).join(', ')}) d`,
  );
  return row?.defaults ?? {};
}
