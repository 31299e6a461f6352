import { noHistory, type PastValue, type QualityHistory } from '@maillage/domain/indicators';
import { formatPeriodShort, periodKindOf, type Day, type Period } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** How many values back the habit of an indicator is read from. */
const far = 24;

/** Values of an indicator, oldest first: a list for each column; `sinceChange`: given after the definition last changed. */
interface Past {
  indicatorId: string;
  keys: string[];
  ends: Day[];
  values: number[];
  sinceChange: boolean[];
  changedOn: Day | null;
}

/** What values of these indicators in these periods are compared with, by `indicatorId periodKey`. */
export async function loadQualityHistories(tx: Tx, places: readonly { indicatorId: string; period: Period }[]): Promise<Map<string, QualityHistory>> {
  const ids = [...new Set(places.map(({ indicatorId }) => indicatorId))];
  if (ids.length === 0) return new Map();
  const [row]: { past: string }[] = await tx.query(
    `select coalesce(json_agg(p), '[]')::text as past
       from (select wanted.id as "indicatorId", v.keys, v.ends, v.values, v."sinceChange", c.effective_from as "changedOn"
               from unnest($1::uuid[]) as wanted (id)
               left join lateral (
                 select at, effective_from from indicator_change where indicator_id = wanted.id and version is not null order by version desc limit 1) c on true
               cross join lateral (
                 select array_agg(period_key) as keys, array_agg(period_end) as ends, array_agg(value) as values,
                        array_agg(coalesce(recorded_at >= c.at, true)) as "sinceChange"
                   from (select * from (
                           select period_key, period_end, value, recorded_at from measure m where m.indicator_id = wanted.id
                            order by m.period_end desc, m.period_key desc limit ${far + 1}) latest order by period_end, period_key) m) v
              where v.keys is not null) p`,
    [ids],
  );
  const pastOf = new Map((JSON.parse(row?.past ?? '[]') as Past[]).map((past) => [past.indicatorId, past]));
  return new Map(places.map(({ indicatorId, period }) => [`${indicatorId} ${period.key}`, historyOf(period, pastOf.get(indicatorId))]));
}

function historyOf(period: Period, past: Past | undefined): QualityHistory {
  if (!past) return noHistory;
  const { keys, ends, values, sinceChange, changedOn } = past;
  const own = keys.indexOf(period.key);
  const before = ends.findLastIndex((end, at) => at !== own && end < period.start);
  // A value of the period given since the change has been explained already.
  const explained = own >= 0 && sinceChange[own] === true;
  return {
    values: values.filter((_, at) => at !== own).slice(-far),
    previous: before < 0 ? null : pastValue(keys[before] as string, values[before] as number),
    other: null,
    definitionChangedOn: before >= 0 && sinceChange[before] === false && !explained ? changedOn : null,
  };
}

const pastValue = (periodKey: string, value: number): PastValue => {
  const kind = periodKindOf(periodKey);
  return { value, label: kind ? formatPeriodShort({ key: periodKey, kind }) : periodKey };
};
