import type { Measure, MeasurePart, MeasureOrigin, MeasureStage, RecordedMeasure } from '@maillage/domain/indicators';
import { found, periodKinds, type Day, type PeriodKind } from '@maillage/domain/kernel';
import { part, type Told, type Tx, withInstants } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';
import type { HistoryLine } from './measure-history';
import { partsSql, replaceParts } from './measure-part.store';
import type { MeasureAct } from './measure.row';

/** A value as it is stored. */
export type StoredMeasure = Measure & {
  recordedAt: Date;
  recordedBy: string | null;
  validatedAt: Date | null;
  validatedBy: string | null;
  /** Where it comes from; typed when nothing says otherwise. */
  origin: MeasureOrigin;
  submittedAt: Date | null;
  submittedBy: string | null;
  checkedAt: Date | null;
  checkedBy: string | null;
  remark: string | null;
  returnedAt: Date | null;
  returnedBy: string | null;
  /** Empty when only the total was given. */
  parts: MeasurePart[];
  /** The version of the definition it was given under; null for older values: their date tells. */
  definitionVersion: number | null;
  /** The exception its last change was made under. */
  exceptionId: string | null;
  updatedAt: Date;
  updatedBy: string | null;
};

const columns = `id, indicator_id as "indicatorId", period_key as "periodKey", period_start as "periodStart", period_end as "periodEnd",
  numerator, denominator, value, comment, status, recorded_at as "recordedAt", recorded_by as "recordedBy", validated_at as "validatedAt",
  validated_by as "validatedBy", coalesce(origin, 'typed') as origin, submitted_at as "submittedAt", submitted_by as "submittedBy",
  checked_at as "checkedAt", checked_by as "checkedBy", remark, returned_at as "returnedAt", returned_by as "returnedBy", exception_id as "exceptionId", updated_at as "updatedAt", updated_by as "updatedBy", revision,
  definition_version as "definitionVersion", ${partsSql('measure.id')} as parts`;

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

const ofIndicator = `select ${columns} from measure where indicator_id = $1 order by period_end, period_key`;

/** Values of one indicator, oldest first. */
export async function loadMeasures(tx: Tx, indicatorId: string): Promise<StoredMeasure[]> {
  return tx.query(ofIndicator, [indicatorId]);
}

/** The same, to be read with other things. */
export const measuresPart = part(ofIndicator, (rows: Told<StoredMeasure>[]): StoredMeasure[] =>
  rows.map((row) => withInstants<StoredMeasure>(row, 'recordedAt', 'validatedAt', 'submittedAt', 'checkedAt', 'returnedAt', 'updatedAt')),
);

/** The values of these places that have one, whole. */
export async function loadMeasuresAt(tx: Tx, places: readonly { indicatorId: string; periodKey: string }[]): Promise<StoredMeasure[]> {
  if (places.length === 0) return [];
  return tx.query(
    `select ${columns} from unnest($1::uuid[], $2::text[]) as place (of_indicator, of_period)
       join measure on measure.indicator_id = of_indicator and measure.period_key = of_period`,
    [places.map(({ indicatorId }) => indicatorId), places.map(({ periodKey }) => periodKey)],
  );
}

/** A page of what waits: nobody reads more at once. */
const mostUnsettled = 2_000;

/** Values of the community at work that are not validated, the oldest wait first: the first of them, and how many come after. `only`: of these indicators. */
export async function loadUnsettled(tx: Tx, only: readonly string[] | null, most = mostUnsettled): Promise<{ measures: StoredMeasure[]; beyond: number }> {
  const waiting = `from measure where status in ('draft', 'submitted') and ($1::uuid[] is null or indicator_id = any($1))`;
  const measures: StoredMeasure[] = await tx.query(`select ${columns} ${waiting} order by coalesce(submitted_at, recorded_at), id limit $2`, [only, most]);
  if (measures.length < most) return { measures, beyond: 0 };
  const [all]: { count: number }[] = await tx.query(`select count(*)::int as count ${waiting}`, [only]);
  return { measures, beyond: (all?.count ?? most) - measures.length };
}

/** A value that waits, as the choice of many at once reads it. */
export type WaitingPlace = Pick<StoredMeasure, 'id' | 'indicatorId' | 'periodKey' | 'periodStart' | 'periodEnd' | 'status' | 'checkedAt' | 'remark' | 'recordedBy' | 'revision'> & { proofs: number };

/** Values that are not validated and have not changed since an instant, the oldest wait first; of one period or of some values when named. */
export async function loadWaiting(tx: Tx, asOf: Date, { periodKey, ids }: { periodKey: string | null; ids: readonly string[] | null }): Promise<WaitingPlace[]> {
  return tx.query(
    `select id, indicator_id as "indicatorId", period_key as "periodKey", period_start as "periodStart", period_end as "periodEnd", status, checked_at as "checkedAt", remark,
            recorded_by as "recordedBy", revision, (select count(*)::int from measure_evidence e where e.measure_id = measure.id) as proofs
       from measure where status in ('draft', 'submitted') and updated_at <= $1 and ($2::text is null or period_key = $2) and ($3::uuid[] is null or id = any ($3))
      order by coalesce(submitted_at, recorded_at), id`,
    [asOf, periodKey, ids],
  );
}

/** A value without what goes with its editing: what curves, standings and reports are made from. */
export type Figure = Omit<Measure, 'revision'>;

type FigureCells = [
  id: string, indicatorId: string, periodKey: string, periodStart: Day, periodEnd: Day,
  numerator: number | null, denominator: number | null, value: number, status: Measure['status'], comment: string | null,
  checkedAt: string | null, remark: string | null,
];

const figuresOf = (frequency: PeriodKind, index: number): string => `
  select m.* from measure m join indicator i on i.community_id = m.community_id and i.id = m.indicator_id
   where i.frequency = '${frequency}' and m.period_end >= $${index + 1}`;

/**
 * The figures of every indicator whose period ends from a day on (by frequency: a year of months says less than eight of years);
 * oldest first. Thousands of them at once: they come as one text, read much faster than rows.
 */
export async function loadFigures(tx: Tx, since: Readonly<Record<PeriodKind, Day>>): Promise<Figure[]> {
  const [row]: { figures: string }[] = await tx.query(
    `select coalesce(json_agg(json_build_array(id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, status, comment, checked_at, remark)
                              order by period_end, indicator_id, period_key), '[]')::text as figures
       from (${periodKinds.map(figuresOf).join(' union all ')}) f`,
    periodKinds.map((kind) => since[kind]),
  );
  const cells = JSON.parse(row?.figures ?? '[]') as FigureCells[];
  return cells.map(([id, indicatorId, periodKey, periodStart, periodEnd, numerator, denominator, value, status, comment, checkedAt, remark]) => ({
    id, indicatorId, periodKey, periodStart, periodEnd, numerator, denominator, value, status, comment, checkedAt, remark,
  }));
}

/** How a value arrives: where it comes from, sent to those who validate or still a draft, under an exception or not. */
export interface Arrival {
  origin: MeasureOrigin;
  status: 'draft' | 'submitted';
  exceptionId: string | null;
}

/** A value where there was none. */
export async function insertMeasure(tx: Tx, id: string, indicatorId: string, measure: RecordedMeasure, arrival: Arrival, by: Writing): Promise<void> {
  await tx.query(
    `insert into measure (id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment,
       recorded_at, recorded_by, updated_at, updated_by, origin, status, submitted_at, submitted_by, exception_id, definition_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11, $12, $13, case when $13 = 'submitted' then $10::timestamptz end,
       case when $13 = 'submitted' then $11::uuid end, $14, (select version from indicator where id = $2))`,
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
      arrival.origin,
      arrival.status,
      arrival.exceptionId,
    ],
  );
  await replaceParts(tx, id, measure.parts);
}

/** A corrected value: what was said of it before (validated, read, sent back) no longer holds. */
export async function updateMeasure(tx: Tx, id: string, measure: RecordedMeasure, arrival: Arrival, by: Writing): Promise<void> {
  await tx.query(
    `update measure set numerator = $2, denominator = $3, value = $4, comment = $5, recorded_at = $6, recorded_by = $7, updated_at = $6,
       updated_by = $7, origin = $8, status = $9, exception_id = $10, validated_at = null, validated_by = null, checked_at = null, checked_by = null,
       submitted_at = case when $9 = 'submitted' then $6::timestamptz end, submitted_by = case when $9 = 'submitted' then $7::uuid end,
       remark = case when $9 = 'draft' then remark end, returned_at = case when $9 = 'draft' then returned_at end,
       returned_by = case when $9 = 'draft' then returned_by end, revision = revision + 1,
       definition_version = (select version from indicator i where i.id = measure.indicator_id) where id = $1`,
    [id, measure.numerator, measure.denominator, measure.value, measure.comment, by.at, by.personId, arrival.origin, arrival.status, arrival.exceptionId],
  );
  await replaceParts(tx, id, measure.parts);
}

/** Moves a value along its life; a remark goes with a value sent back. */
export async function setMeasureStage(tx: Tx, id: string, stage: MeasureStage, change: { remark: string | null; exceptionId: string | null }, by: Writing): Promise<void> {
  await setMeasureStages(tx, [id], stage, change, by);
}

/** The same for many, held by who asks. */
export async function setMeasureStages(tx: Tx, ids: readonly string[], stage: MeasureStage, { remark, exceptionId }: { remark: string | null; exceptionId: string | null }, by: Writing): Promise<void> {
  const settled = stage === 'validated' || stage === 'locked';
  const waiting = stage === 'submitted' || stage === 'checked';
  await tx.query(
    `update measure set status = $2, remark = $5, exception_id = coalesce($9::uuid, exception_id), updated_at = $3, updated_by = $4, revision = revision + 1,
       validated_at = case when $6 then $3::timestamptz end, validated_by = case when $6 then $4::uuid end,
       submitted_at = case when $7 then coalesce(submitted_at, $3) when $6 then submitted_at end,
       submitted_by = case when $7 then coalesce(submitted_by, $4) when $6 then submitted_by end,
       checked_at = case when $8 then $3::timestamptz when $6 then checked_at end,
       checked_by = case when $8 then $4::uuid when $6 then checked_by end,
       returned_at = case when $5::text is not null then $3::timestamptz end,
       returned_by = case when $5::text is not null then $4::uuid end
      where id = any ($1)`,
    [ids, stage === 'checked' ? 'submitted' : stage, by.at, by.personId, remark, settled, waiting, stage === 'checked', exceptionId],
  );
}

/** Takes a draft away; its history stays. */
export async function deleteMeasure(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from measure_evidence where measure_id = $1', [id]);
  await tx.query('delete from measure where id = $1', [id]);
}

/** Keeps what happened to values, in one go: thousands at most. */
export async function insertHistory(tx: Tx, lines: readonly (HistoryLine & { hash: string })[]): Promise<void> {
  await tx.query(
    `insert into measure_change (id, group_id, indicator_id, period_key, act, at, by_person_id, before, after, reason, state, hash)
     select l.id, l."groupId", l."indicatorId", l."periodKey", l.act, l.at, l."byPersonId", l.before, l.after, l.reason, l.state, l.hash
       from json_to_recordset($1::json) as l (id uuid, "groupId" uuid, "indicatorId" uuid, "periodKey" text, act text, at timestamptz,
         "byPersonId" uuid, before jsonb, after jsonb, reason text, state jsonb, hash text)`,
    [JSON.stringify(lines)],
  );
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
