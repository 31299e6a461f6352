import type { Tx } from '@maillage/platform';
import { steadyState, type HistoryLine, type MeasureState } from './measure-history';
import { measureStateSql, type MeasurePlace } from './measure-state.store';

/** A line of history with the hash it was written with. */
export type StoredHistoryLine = HistoryLine & { hash: string };

const columns = `c.community_id as "communityId", c.id, c.group_id as "groupId", c.indicator_id as "indicatorId", c.period_key as "periodKey", c.act, c.at,
  c.by_person_id as "byPersonId", c.before, c.after, c.reason, c.state, c.hash`;

/** Lines of these groups, by group and then by id, after one. */
export async function loadGroups(tx: Tx, groups: readonly string[], after: StoredHistoryLine | null, limit: number): Promise<StoredHistoryLine[]> {
  return tx.query(
    `select ${columns} from measure_change c where c.group_id = any ($1) and ($2::uuid is null or (c.group_id, c.id) > ($2, $3::uuid))
      order by c.group_id, c.id limit $4`,
    [groups, after?.groupId ?? null, after?.id ?? null, limit],
  );
}

/** Lines that no line of the journal answers for. */
export async function loadStrayLines(tx: Tx, limit: number): Promise<StoredHistoryLine[]> {
  return tx.query(
    `select ${columns} from measure_change c where not exists (select from audit_entry a where a.vouched->>'group' = c.group_id::text) order by c.id limit $1`,
    [limit],
  );
}

/** A value as it stands now. */
export interface StandingValue extends MeasurePlace {
  id: string;
  state: MeasureState;
}

/** Values of the community at work by id, after one, as they stand. */
export async function loadStanding(tx: Tx, after: string | null, limit: number): Promise<StandingValue[]> {
  const rows: StandingValue[] = await tx.query(
    `select m.id, m.indicator_id as "indicatorId", m.period_key as "periodKey", ${measureStateSql} as state
       from measure m where $1::uuid is null or m.id > $1 order by m.id limit $2`,
    [after, limit],
  );
  return rows.map((row) => ({ ...row, state: steadyState(row.state) }));
}

/** What these lines of history say a value had become, by line. */
export async function loadKeptStates(tx: Tx, ids: readonly string[]): Promise<Map<string, { state: MeasureState | null; at: Date }>> {
  const rows: { id: string; state: MeasureState | null; at: Date }[] = await tx.query('select id, state, at from measure_change where id = any ($1)', [ids]);
  return new Map(rows.map(({ id, state, at }) => [id, { state, at }]));
}

/** What a column of values holds where nothing was ever said: a state kept before the column was added means this. */
export async function loadColumnDefaults(tx: Tx): Promise<MeasureState> {
  const columns: { name: string; expression: string }[] = await tx.query(
    `select quote_ident(a.attname) as name, pg_get_expr(d.adbin, d.adrelid) as expression
       from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = 'measure'::regclass and a.attname <> 'community_id' and a.attgenerated = '' order by a.attnum`,
  );
  if (columns.length === 0) return {};
  const [row]: { defaults: MeasureState }[] = await tx.query(
    `select jsonb_strip_nulls(to_jsonb(d)) as defaults from (select ${columns.map(({ name, expression }) => `${expression} as ${name}`).join(', ')}) d`,
  );
  return steadyState(row?.defaults ?? {});
}
