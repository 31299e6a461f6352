import type { YearValue } from '@maillage/domain/money';
import type { Indicator } from '@maillage/domain/indicators';
import { type Day, groupBy } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** A link as it is stored. */
export interface StoredLink {
  code: string;
  indicatorId: string | null;
  revision: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/** A contract indicator's link with the indicator and its values in a stretch of days. */
export interface LinkedValues {
  code: string;
  revision: number;
  indicator: Pick<Indicator, 'id' | 'code' | 'name' | 'kind' | 'unit' | 'decimals' | 'aggregation' | 'frequency' | 'source'> | null;
  values: YearValue[];
}

/** The link of a contract indicator, if it ever had one. */
export async function findLink(tx: Tx, code: string): Promise<StoredLink | null> {
  const rows: StoredLink[] = await tx.query(
    `select code, indicator_id as "indicatorId", revision, updated_at as "updatedAt", updated_by as "updatedBy" from contract_indicator_link where code = $1`,
    [code],
  );
  return rows[0] ?? null;
}

/** Every contract indicator that is linked today, with its indicator. */
export async function linkedIndicators(tx: Tx): Promise<Map<string, string>> {
  const rows: { code: string; id: string }[] = await tx.query('select code, indicator_id as id from contract_indicator_link where indicator_id is not null');
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Links a contract indicator, or unlinks it (null): its first time, or its next revision. */
export async function writeLink(tx: Tx, code: string, indicatorId: string | null, by: { personId: string; at: Date }): Promise<void> {
  await tx.query(
    `insert into contract_indicator_link (code, indicator_id, updated_at, updated_by) values ($1, $2, $3, $4)
     on conflict (community_id, code) do update set indicator_id = excluded.indicator_id, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by, revision = contract_indicator_link.revision + 1`,
    [code, indicatorId, by.at, by.personId],
  );
}

type Cells = [
  indicatorId: string, periodKey: string, periodStart: Day, periodEnd: Day, numerator: number | null, denominator: number | null, value: number,
  status: YearValue['status'], recordedOn: Day, evidence: number,
];

/**
 * Every link with its indicator, the values whose period ends in a stretch of days and their proofs counted: one statement, read as
 * one text. The day a value was given is the local one.
 */
export async function loadLinkedValues(tx: Tx, within: { start: Day; end: Day }, timeZone: string): Promise<LinkedValues[]> {
  const [row]: { read: string }[] = await tx.query(
    `select json_build_object(
       'links', coalesce((select json_agg(json_build_object('code', l.code, 'revision', l.revision,
         'indicator', case when i.id is not null then json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'kind', i.kind, 'unit', i.unit,
           'decimals', i.decimals, 'aggregation', i.aggregation, 'frequency', i.frequency, 'source', i.source) end))
         from contract_indicator_link l left join indicator i on i.community_id = l.community_id and i.id = l.indicator_id), '[]'),
       'values', coalesce((select json_agg(json_build_array(m.indicator_id, m.period_key, m.period_start, m.period_end, m.numerator, m.denominator,
           m.value, m.status, (m.recorded_at at time zone $3)::date, (select count(*) from measure_evidence e where e.measure_id = m.id)))
         from measure m
        where m.period_end between $1 and $2 and m.indicator_id in (select indicator_id from contract_indicator_link)), '[]'))::text as read`,
    [within.start, within.end, timeZone],
  );
  const { links, values } = JSON.parse(row?.read ?? '{"links":[],"values":[]}') as { links: Omit<LinkedValues, 'values'>[]; values: Cells[] };
  const valuesOf = groupBy(values, ([indicatorId]) => indicatorId);
  return links.map((link) => ({ ...link, values: (valuesOf.get(link.indicator?.id ?? '') ?? []).map(valueOf) }));
}

function valueOf([, periodKey, periodStart, periodEnd, numerator, denominator, value, status, recordedOn, evidence]: Cells): YearValue {
  return { periodKey, periodStart, periodEnd, numerator, denominator, value, status, recordedOn, evidence };
}
