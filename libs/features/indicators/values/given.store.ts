import type { Measure } from '@maillage/domain/indicators';
import { periodKinds, type Day, type PeriodKind } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** What was given for a period, and how far it is: enough to count what is left and to show what came before. */
export type GivenValue = Pick<Measure, 'periodKey' | 'periodEnd' | 'value' | 'status'>;

type Cells = [indicatorId: string, keys: string[], ends: Day[], values: number[], statuses: Measure['status'][]];

const givenOf = (frequency: PeriodKind, index: number): string => `
  select m.indicator_id, m.period_key, m.period_end, m.value, m.status
    from measure m join indicator i on i.community_id = m.community_id and i.id = m.indicator_id
   where i.frequency = '${frequency}' and m.period_end >= $${index + 1}`;

/**
 * The values whose period ends from a day on (by frequency), by indicator, oldest first. Thousands at once: a list for each column,
 * in one text.
 */
export async function loadGivenValues(tx: Tx, since: Readonly<Record<PeriodKind, Day>>): Promise<Map<string, GivenValue[]>> {
  const [row]: { given: string }[] = await tx.query(
    `select coalesce(json_agg(json_build_array(indicator_id, keys, ends, vals, statuses)), '[]')::text as given
       from (select indicator_id, array_agg(period_key) as keys, array_agg(period_end) as ends, array_agg(value) as vals, array_agg(status) as statuses
               from (select * from (${periodKinds.map(givenOf).join(' union all ')}) v order by indicator_id, period_end, period_key) v
              group by indicator_id) g`,
    periodKinds.map((kind) => since[kind]),
  );
  const cells = JSON.parse(row?.given ?? '[]') as Cells[];
  return new Map(
    cells.map(([indicatorId, keys, ends, values, statuses]) => [
      indicatorId,
      keys.map((periodKey, at): GivenValue => ({ periodKey, periodEnd: ends[at] as Day, value: values[at] as number, status: statuses[at] as Measure['status'] })),
    ]),
  );
}
