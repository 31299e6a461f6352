import type { Tx } from '@maillage/platform';
import { steadyState, type MeasureState } from './measure-history';

/** SQL of the state of the value `m`: its columns that hold something, its proofs, and its parts when it has some. */
export const measureStateSql = `jsonb_strip_nulls(to_jsonb(m) - 'community_id') || jsonb_build_object('evidence', coalesce(
    (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', e.id, 'file_id', e.file_id, 'added_at', l.added_at, 'added_by', l.added_by, 'name', e.name,
                                                           'hash', coalesce(f.hash, e.hash), 'url', e.url, 'record_kind', e.record_kind, 'record_id', e.record_id)) order by e.id)
       from measure_evidence l join evidence e on e.community_id = l.community_id and e.id = l.evidence_id
       left join file f on f.community_id = e.community_id and f.id = e.file_id
      where l.community_id = m.community_id and l.measure_id = m.id), '[]'::jsonb)) || coalesce(
    (select jsonb_build_object('parts', jsonb_agg(jsonb_strip_nulls(to_jsonb(p) - 'community_id' - 'measure_id') order by p.breakdown, p.position, p.part))
       from measure_part p where p.community_id = m.community_id and p.measure_id = m.id having count(*) > 0), '{}'::jsonb)`;

/** What names a value: its indicator and its period. */
export interface MeasurePlace {
  indicatorId: string;
  periodKey: string;
}

/** One text for a place, to look it up by. */
export const placeKey = ({ indicatorId, periodKey }: MeasurePlace): string => `${indicatorId} ${periodKey}`;

/** States of these values as they are in this transaction, by `placeKey`; absent where there is no value. */
export async function loadMeasureStates(tx: Tx, places: readonly MeasurePlace[]): Promise<Map<string, MeasureState>> {
  const rows: (MeasurePlace & { state: MeasureState })[] = await tx.query(
    `select m.indicator_id as "indicatorId", m.period_key as "periodKey", ${measureStateSql} as state
       from unnest($1::uuid[], $2::text[]) as p (indicator_id, period_key)
       join measure m on m.indicator_id = p.indicator_id and m.period_key = p.period_key`,
    [places.map(({ indicatorId }) => indicatorId), places.map(({ periodKey }) => periodKey)],
  );
  return new Map(rows.map((row) => [placeKey(row), steadyState(row.state)]));
}
