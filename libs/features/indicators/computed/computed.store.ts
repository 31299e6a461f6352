import type { ComputedOutcome } from '@maillage/domain/indicators';
import type { Ids, Tx } from '@maillage/platform';
import type { ComputedValueRow } from './computed.row';
import type { Writing } from '../definition/indicator.store';

/** What a formula gave, as it is stored. */
export type StoredComputed = Omit<ComputedValueRow, 'communityId'>;

const columns = `indicator_id as "indicatorId", period_key as "periodKey", period_start as "periodStart", period_end as "periodEnd", outcome, gap, numerator,
  denominator, value, provisional, inputs, formula, kept_numerator as "keptNumerator", kept_denominator as "keptDenominator", kept_value as "keptValue",
  kept_reason as "keptReason", computed_at as "computedAt", updated_at as "updatedAt", updated_by as "updatedBy", revision`;

/** What the formula of an indicator gives, newest period first. */
export async function loadComputed(tx: Tx, indicatorId: string): Promise<StoredComputed[]> {
  return tx.query(`select ${columns} from computed_value where indicator_id = $1 order by period_end desc`, [indicatorId]);
}

/** What waits for somebody's choice, newest period first. */
export async function loadAsked(tx: Tx): Promise<StoredComputed[]> {
  return tx.query(`select ${columns} from computed_value where outcome = 'asked' order by period_end desc, indicator_id limit 200`);
}

/** What a formula gives for a period, where nothing or something else was. */
export async function saveComputed(
  tx: Tx,
  one: Pick<StoredComputed, 'indicatorId' | 'periodKey' | 'periodStart' | 'periodEnd' | 'outcome' | 'gap' | 'numerator' | 'denominator' | 'value' | 'provisional' | 'inputs' | 'formula'>,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into computed_value (indicator_id, period_key, period_start, period_end, outcome, gap, numerator, denominator, value, provisional, inputs, formula, computed_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
     on conflict (community_id, indicator_id, period_key) do update set outcome = excluded.outcome, gap = excluded.gap, numerator = excluded.numerator,
       denominator = excluded.denominator, value = excluded.value, provisional = excluded.provisional, inputs = excluded.inputs, formula = excluded.formula,
       computed_at = excluded.computed_at, updated_at = excluded.updated_at, updated_by = null, revision = computed_value.revision + 1`,
    [one.indicatorId, one.periodKey, one.periodStart, one.periodEnd, one.outcome, one.gap, one.numerator, one.denominator, one.value, one.provisional, JSON.stringify(one.inputs), one.formula, at],
  );
}

/** Somebody chose: the value that stands (`kept`, against what the formula gives now), or the formula's (`written`). */
export async function settleAsked(tx: Tx, { indicatorId, periodKey }: { indicatorId: string; periodKey: string }, outcome: Extract<ComputedOutcome, 'kept' | 'written'>, reason: string, by: Writing): Promise<void> {
  const kept = outcome === 'kept';
  await tx.query(
    `update computed_value set outcome = $3, kept_reason = $4, updated_at = $5, updated_by = $6, revision = revision + 1,
       kept_numerator = case when $7 then numerator end, kept_denominator = case when $7 then denominator end, kept_value = case when $7 then value end
      where indicator_id = $1 and period_key = $2`,
    [indicatorId, periodKey, outcome, reason, by.at, by.personId, kept],
  );
}

/** Forgets what a formula gave, once the indicator has none. */
export async function forgetComputed(tx: Tx, indicatorId: string): Promise<void> {
  await tx.query('delete from computed_value where indicator_id = $1', [indicatorId]);
}

/** The version of its definition that gave an indicator its formula: 1 when it was created with it. */
export async function formulaVersion(tx: Tx, indicatorId: string): Promise<number> {
  const [row]: { version: number | null }[] = await tx.query(
    `select max(version)::int as version from indicator_change where indicator_id = $1 and 'formula' = any(fields)`,
    [indicatorId],
  );
  return row?.version ?? 1;
}

/** The indicators in use that these ones feed. */
export async function loadFed(tx: Tx, indicatorIds: readonly string[]): Promise<string[]> {
  if (indicatorIds.length === 0) return [];
  const rows: { id: string }[] = await tx.query(
    `select id from indicator where formula is not null and archived_at is null
        and exists (select 1 from jsonb_array_elements(formula -> 'inputs') as input where (input ->> 'id')::uuid = any($1)) order by id`,
    [indicatorIds],
  );
  return rows.map(({ id }) => id);
}

/** Which of these are computed. */
export async function whichAreComputed(tx: Tx, indicatorIds: readonly string[]): Promise<string[]> {
  if (indicatorIds.length === 0) return [];
  const rows: { id: string }[] = await tx.query('select id from indicator where formula is not null and archived_at is null and id = any($1)', [indicatorIds]);
  return rows.map(({ id }) => id);
}

/** Writes that indicators are to be computed again. */
export async function markDue(tx: Tx, ids: Ids, indicatorIds: readonly string[], at: Date): Promise<void> {
  await tx.query('insert into computed_due (id, indicator_id, at) select * from unnest($1::uuid[], $2::uuid[]), (select $3::timestamptz) as now (at)', [
    indicatorIds.map(() => ids.next()),
    indicatorIds,
    at,
  ]);
}

/** Takes what is to be computed again: whoever else takes it waits, then finds nothing. */
export async function takeDue(tx: Tx): Promise<string[]> {
  const rows: { indicatorId: string }[] = await tx.query(
    `with taken as (delete from computed_due returning indicator_id) select distinct indicator_id as "indicatorId" from taken order by 1`,
  );
  return rows.map(({ indicatorId }) => indicatorId);
}
