import type { Measure, RecordedMeasure } from '@maillage/domain/indicators';
import { found, type Day, type PeriodKind } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import type { Writing } from './indicator.store';
import type { HistoryLine } from './measure-history';
import type { MeasureAct } from './measure.row';

/** Lines of history written by one statement. */
const mostAtOnce = 5_000;

/** A value as it is stored. */
export type StoredMeasure = Measure & {
  recordedAt: Date;
  recordedBy: string | null;
  validatedAt: Date | null;
  validatedBy: string | null;
  updatedAt: Date;
  updatedBy: string | null;
};

const columns = `id, indicator_id as "indicatorId", period_key as "periodKey", period_start as "periodStart", period_end as "periodEnd",
  numerator, denominator, value, comment, status, recorded_at as "recordedAt", recorded_by as "recordedBy", validated_at as "validatedAt",
  validated_by as "validatedBy", updated_at as "updatedAt", updated_by as "updatedBy", revision`;

/** The value of an indicator in a period, if there is one. */
export async function findMeasure(tx: Tx, indicatorId: string, periodKey: string): Promise<StoredMeasure | undefined> {
  const rows: StoredMeasure[] = await tx.query(`select ${columns} from measure where indicator_id = $1 and period_key = $2`, [
    indicatorId,
    periodKey,
  ]);
  return rows[0];
}

/** One value, or `not-found`. */
export async function loadMeasure(tx: Tx, id: string): Promise<StoredMeasure> {
  const rows: StoredMeasure[] = await tx.query(`select ${columns} from measure where id = $1`, [id]);
  return found(rows[0]);
}

/** Values of one indicator, oldest first. */
export async function loadMeasures(tx: Tx, indicatorId: string): Promise<StoredMeasure[]> {
  return tx.query(`select ${columns} from measure where indicator_id = $1 order by period_end`, [indicatorId]);
}

/** These values, whole. */
export async function loadMeasuresById(tx: Tx, ids: readonly string[]): Promise<StoredMeasure[]> {
  if (ids.length === 0) return [];
  return tx.query(`select ${columns} from measure where id = any($1)`, [ids]);
}

/** A value without what goes with its editing: what curves, standings and reports are made from. */
export type Figure = Omit<Measure, 'revision'>;

type FigureCells = [
  id: string, indicatorId: string, periodKey: string, periodStart: Day, periodEnd: Day,
  numerator: number | null, denominator: number | null, value: number, status: Measure['status'], comment: string | null,
];

const figuresOf = (frequency: PeriodKind, since: string): string => `
  select m.* from measure m join indicator i on i.community_id = m.community_id and i.id = m.indicator_id
   where i.frequency = '${frequency}' and m.period_end >= ${since}`;

/**
 * The figures of every indicator whose period ends from a day on (by frequency: a year of months says less than eight of years);
 * oldest first. Thousands of them at once: they come as one text, read much faster than rows.
 */
export async function loadFigures(tx: Tx, since: Readonly<Record<PeriodKind, Day>>): Promise<Figure[]> {
  const [row]: { figures: string }[] = await tx.query(
    `select coalesce(json_agg(json_build_array(id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, status, comment)
                              order by period_end, indicator_id), '[]')::text as figures
       from (${figuresOf('month', '$1')} union all ${figuresOf('quarter', '$2')} union all ${figuresOf('contract-year', '$3')}) f`,
    [since.month, since.quarter, since['contract-year']],
  );
  const cells = JSON.parse(row?.figures ?? '[]') as FigureCells[];
  return cells.map(([id, indicatorId, periodKey, periodStart, periodEnd, numerator, denominator, value, status, comment]) => ({
    id, indicatorId, periodKey, periodStart, periodEnd, numerator, denominator, value, status, comment,
  }));
}

/** A value where there was none. */
export async function insertMeasure(tx: Tx, id: string, indicatorId: string, measure: RecordedMeasure, by: Writing): Promise<void> {
  await tx.query(
    `insert into measure (id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment, status,
       recorded_at, recorded_by, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', $10, $11, $10, $11)`,
    [
      id,
      indicatorId,
      measure.periodKey,
      measure.periodStart,
      measure.periodEnd,
      measure.numerator,
      measure.denominator,
      measure.value,
      measure.comment,
      by.at,
      by.personId,
    ],
  );
}

/** A corrected value. */
export async function updateMeasure(tx: Tx, id: string, measure: RecordedMeasure, by: Writing): Promise<void> {
  await tx.query(
    `update measure set numerator = $2, denominator = $3, value = $4, comment = $5, recorded_at = $6, recorded_by = $7, updated_at = $6,
       updated_by = $7, revision = revision + 1 where id = $1`,
    [id, measure.numerator, measure.denominator, measure.value, measure.comment, by.at, by.personId],
  );
}

/** Validated, or a draft again. */
export async function setMeasureStatus(tx: Tx, id: string, status: Measure['status'], by: Writing): Promise<void> {
  await tx.query(
    `update measure set status = $2, validated_at = case when $2 = 'validated' then $3::timestamptz end,
       validated_by = case when $2 = 'validated' then $4::uuid end, updated_at = $3, updated_by = $4, revision = revision + 1 where id = $1`,
    [id, status, by.at, by.personId],
  );
}

/** Takes a draft away; its history stays. */
export async function deleteMeasure(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from evidence where measure_id = $1', [id]);
  await tx.query('delete from measure where id = $1', [id]);
}

/** Keeps what happened to values, in one go. */
export async function insertHistory(tx: Tx, lines: readonly (HistoryLine & { hash: string })[]): Promise<void> {
  for (let start = 0; start < lines.length; start += mostAtOnce) {
    await tx.query(
      `insert into measure_change (id, group_id, indicator_id, period_key, act, at, by_person_id, before, after, reason, state, hash)
       select l.id, l."groupId", l."indicatorId", l."periodKey", l.act, l.at, l."byPersonId", l.before, l.after, l.reason, l.state, l.hash
         from json_to_recordset($1::json) as l (id uuid, "groupId" uuid, "indicatorId" uuid, "periodKey" text, act text, at timestamptz,
           "byPersonId" uuid, before jsonb, after jsonb, reason text, state jsonb, hash text)`,
      [JSON.stringify(lines.slice(start, start + mostAtOnce))],
    );
  }
}

/** A line of the history of a value, for people. */
export interface MeasureChange {
  periodKey: string;
  act: MeasureAct;
  at: Date;
  by: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

/** The history of an indicator's values, newest first; of one period when named. */
export async function loadMeasureChanges(tx: Tx, indicatorId: string, periodKey: string | null, limit = 200): Promise<MeasureChange[]> {
  return tx.query(
    `select c.period_key as "periodKey", c.act, c.at, m.name as by, c.before, c.after, c.reason
       from measure_change c left join membership m on m.person_id = c.by_person_id
      where c.indicator_id = $1 and ($2::text is null or c.period_key = $2) order by c.id desc limit $3`,
    [indicatorId, periodKey, limit],
  );
}
