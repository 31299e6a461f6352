import type { Role } from '@maillage/domain/identity';
import type { Indicator, IndicatorDefinition, Target } from '@maillage/domain/indicators';
import { found, type Day } from '@maillage/domain/kernel';
import { part, type Told, type Tx, withInstants } from '@maillage/platform';

/** An indicator as it is stored, with what goes with every row that people edit. */
export type StoredIndicator = Indicator & { updatedAt: Date; updatedBy: string | null };

/** Who writes, and when; `personId` null when the product itself writes. */
export interface Writing {
  personId: string | null;
  at: Date;
}

const columns = `id, code, name, definition, kind, numerator_label as "numeratorLabel", denominator_label as "denominatorLabel", unit, decimals,
  direction, frequency, aggregation, bounded, counts_patients as "countsPatients", source, evidence_expected as "evidenceExpected",
  case when baseline_value is null then null else json_build_object('value', baseline_value, 'on', baseline_on, 'source', baseline_source) end as baseline,
  mission_codes as missions, action_id as "actionId", responsible_person_id as "responsiblePersonId", tracked_from as "trackedFrom",
  rationale, limits, source_kind as "sourceKind",
  case when alert_warn is null then null else json_build_object('warn', alert_warn, 'alarm', alert_alarm) end as alert, breakdowns, formula, due_days as "dueDays", version,
  archived_at as "archivedAt", updated_at as "updatedAt", updated_by as "updatedBy", revision`;

/** The indicators of the community at work, in the order of their codes; archived ones too when asked. */
export async function loadIndicators(tx: Tx, { archived = false }: { archived?: boolean } = {}): Promise<StoredIndicator[]> {
  return tx.query(`select ${columns} from indicator ${archived ? '' : 'where archived_at is null'} order by code`);
}

/** One indicator, or `not-found`; `lock` holds it (its targets and values too) against other writers until the transaction ends. */
export async function loadIndicator(tx: Tx, id: string, lock = false): Promise<StoredIndicator> {
  const rows: StoredIndicator[] = await tx.query(`select ${columns} from indicator where id = $1 ${lock ? 'for update' : ''}`, [id]);
  return found(rows[0]);
}

/** The indicator `$1`, or `not-found`, to be read with other things. */
export const indicatorPart = part(
  `select ${columns} from indicator where id = $1`,
  (rows: Told<StoredIndicator>[]): StoredIndicator => withInstants<StoredIndicator>(found(rows[0]), 'archivedAt', 'updatedAt'),
);

const fields = (definition: IndicatorDefinition): unknown[] => [
  definition.code,
  definition.name,
  definition.definition,
  definition.kind,
  definition.numeratorLabel,
  definition.denominatorLabel,
  definition.unit,
  definition.decimals,
  definition.direction,
  definition.frequency,
  definition.aggregation,
  definition.bounded,
  definition.countsPatients,
  definition.source,
  definition.evidenceExpected,
  definition.baseline?.value ?? null,
  definition.baseline?.on ?? null,
  definition.missions,
  definition.actionId,
  definition.responsiblePersonId,
  definition.trackedFrom,
  definition.baseline?.source ?? null,
  definition.rationale,
  definition.limits,
  definition.sourceKind,
  definition.alert?.warn ?? null,
  definition.alert?.alarm ?? null,
  JSON.stringify(definition.breakdowns),
  definition.formula === null ? null : JSON.stringify(definition.formula),
  definition.dueDays,
];

/** A new indicator. */
export async function insertIndicator(tx: Tx, id: string, definition: IndicatorDefinition, by: Writing): Promise<void> {
  await tx.query(
    `insert into indicator (code, name, definition, kind, numerator_label, denominator_label, unit, decimals, direction, frequency, aggregation,
       bounded, counts_patients, source, evidence_expected, baseline_value, baseline_on, mission_codes, action_id, responsible_person_id,
       tracked_from, baseline_source, rationale, limits, source_kind, alert_warn, alert_alarm, breakdowns, formula, due_days, id, created_at, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $32, $33)`,
    [...fields(definition), id, by.at, by.personId],
  );
}

/** The next revision of a definition, under the number of its version. */
export async function updateIndicator(tx: Tx, id: string, definition: IndicatorDefinition, version: number, by: Writing): Promise<void> {
  await tx.query(
    `update indicator set code = $1, name = $2, definition = $3, kind = $4, numerator_label = $5, denominator_label = $6, unit = $7,
       decimals = $8, direction = $9, frequency = $10, aggregation = $11, bounded = $12, counts_patients = $13, source = $14,
       evidence_expected = $15, baseline_value = $16, baseline_on = $17, mission_codes = $18, action_id = $19, responsible_person_id = $20,
       tracked_from = $21, baseline_source = $22, rationale = $23, limits = $24, source_kind = $25, alert_warn = $26, alert_alarm = $27,
       breakdowns = $28, formula = $29, due_days = $30, updated_at = $32, updated_by = $33, version = $34, revision = revision + 1
     where id = $31`,
    [...fields(definition), id, by.at, by.personId, version],
  );
}

/** Archives an indicator, or brings it back (null). */
export async function setArchived(tx: Tx, id: string, archivedAt: Date | null, by: Writing): Promise<void> {
  await tx.query('update indicator set archived_at = $2, updated_at = $3, updated_by = $4, revision = revision + 1 where id = $1', [
    id,
    archivedAt,
    by.at,
    by.personId,
  ]);
}

/** Keeps what changed in a definition. */
export async function insertIndicatorChange(
  tx: Tx,
  change: { id: string; indicatorId: string; fields: readonly string[]; before: object; after: object; version: number | null; from: Day; reason: string | null },
  by: Writing,
): Promise<void> {
  await tx.query(
    `insert into indicator_change (id, indicator_id, at, by_person_id, fields, before, after, version, effective_from, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      change.id, change.indicatorId, by.at, by.personId, change.fields, JSON.stringify(change.before), JSON.stringify(change.after), change.version, change.from,
      change.reason,
    ],
  );
}

/** One line of the change log of a definition, newest first. */
export interface IndicatorChange {
  indicatorId: string;
  at: Date;
  by: string | null;
  fields: string[];
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** The version it led to; null when it changed nothing of what is measured. */
  version: number | null;
  /** Local day it was made. */
  from: Day;
  reason: string | null;
}

const changesSql = (where: string): string => `select c.indicator_id as "indicatorId", c.at, m.name as by, c.fields, c.before, c.after, c.version, c.effective_from as "from", c.reason
   from indicator_change c left join membership m on m.person_id = c.by_person_id
  where ${where} order by c.id desc`;

/** The change log of the definition `$1`, to be read with other things. */
export const changesPart = part(changesSql('c.indicator_id = $1'), (rows: Told<IndicatorChange>[]): IndicatorChange[] => rows.map((row) => withInstants<IndicatorChange>(row, 'at')));

/** The change log of one definition, or of all (`null`). */
export async function loadIndicatorChanges(tx: Tx, indicatorId: string | null): Promise<IndicatorChange[]> {
  return tx.query(changesSql('$1::uuid is null or c.indicator_id = $1'), [indicatorId]);
}

const targetsSql = (where: string): string => `select indicator_id as "indicatorId", period_key as "periodKey", value, rationale from indicator_target
  where ${where} order by period_key`;

/** A target with the reason why. */
type ReasonedTarget = Target & { rationale: string | null };

/** The targets of the indicator `$1`, to be read with other things. */
export const targetsPart = part(targetsSql('indicator_id = $1'), (rows: ReasonedTarget[]) => rows);

/** The targets of one indicator, or of all (`null`). */
export async function loadTargets(tx: Tx, indicatorId: string | null): Promise<ReasonedTarget[]> {
  return tx.query(targetsSql('$1::uuid is null or indicator_id = $1'), [indicatorId]);
}

/** The targets of all the indicators, without the reasons why: hundreds at once, in one text. */
export async function loadAllTargets(tx: Tx): Promise<Target[]> {
  const [row]: { targets: string }[] = await tx.query(
    `select coalesce(json_agg(json_build_array(indicator_id, keys, vals)), '[]')::text as targets
       from (select indicator_id, array_agg(period_key order by period_key) as keys, array_agg(value order by period_key) as vals
               from indicator_target group by indicator_id) t`,
  );
  const cells = JSON.parse(row?.targets ?? '[]') as [indicatorId: string, keys: string[], values: number[]][];
  return cells.flatMap(([indicatorId, keys, values]) => keys.map((periodKey, at) => ({ indicatorId, periodKey, value: values[at] as number })));
}

/** The targets of an indicator, all at once. */
export async function replaceTargets(tx: Tx, indicatorId: string, targets: readonly Pick<Target, 'periodKey' | 'value' | 'rationale'>[]): Promise<void> {
  await tx.query('delete from indicator_target where indicator_id = $1', [indicatorId]);
  await tx.query(
    `insert into indicator_target (indicator_id, period_key, value, rationale)
     select $1, key, value, rationale from unnest($2::text[], $3::double precision[], $4::text[]) as t (key, value, rationale)`,
    [indicatorId, targets.map(({ periodKey }) => periodKey), targets.map(({ value }) => value), targets.map(({ rationale }) => rationale ?? null)],
  );
}

/** The next revision of an indicator whose targets changed. */
export async function touchIndicator(tx: Tx, id: string, by: Writing): Promise<void> {
  await tx.query('update indicator set updated_at = $2, updated_by = $3, revision = revision + 1 where id = $1', [id, by.at, by.personId]);
}

/** Whether any value was ever given to the indicator. */
export async function hasMeasures(tx: Tx, indicatorId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from measure where indicator_id = $1 limit 1', [indicatorId]);
  return rows.length > 0;
}

/** Whether a person has a place in the community at work. */
export async function isMember(tx: Tx, personId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from membership where person_id = $1', [personId]);
  return rows.length > 0;
}

/** The name and the role a person has in the community at work; undefined without a place in it. */
export async function findMember(tx: Tx, personId: string): Promise<{ name: string; role: Role } | undefined> {
  const rows: { name: string; role: Role }[] = await tx.query('select name, role from membership where person_id = $1', [personId]);
  return rows[0];
}

/** Names of people of the community at work, by id. */
export async function loadNames(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await tx.query('select person_id as id, name from membership where person_id = any($1)', [personIds]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of all the people of the community at work, by id: for pages that name many of them. */
export async function loadAllNames(tx: Tx): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query('select person_id as id, name from membership');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many indicators and values hang on each of these actions. */
export async function countOnActions(tx: Tx, actionIds: readonly string[]): Promise<{ actionId: string; indicators: number; measures: number }[]> {
  return tx.query(
    `select i.action_id as "actionId", count(distinct i.id)::int as indicators, count(m.id)::int as measures
       from indicator i left join measure m on m.indicator_id = i.id where i.action_id = any($1) group by i.action_id`,
    [actionIds],
  );
}
