import type { Tx } from '@maillage/platform';
import { steadyState, type MeasureState } from './measure-history';

/** SQL of the state of the value `m`: its columns that hold something, and its proofs. */
export const measureStateSql = `jsonb_strip_nulls(to_jsonb(m) - 'community_id') || jsonb_build_object('evidence', coalesce(
    (select jsonb_agg(jsonb_strip_nulls(to_jsonb(e) - 'community_id' - 'measure_id' || jsonb_build_object('name', f.name, 'hash', f.hash)) order by e.id)
       from evidence e left join file f on f.community_id = e.community_id and f.id = e.file_id
      where e.community_id = m.community_id and e.measure_id = m.id), '[]'::jsonb))`;

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
