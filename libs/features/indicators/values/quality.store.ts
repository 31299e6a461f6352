import type { PastValue, QualityHistory } from '@maillage/domain/indicators';
import { formatPeriodShort, groupBy, periodKindOf, type Day, type Period } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** How many values back the habit of an indicator is read from. */
const far = 24;

interface Past {
  indicatorId: string;
  periodKey: string;
  periodEnd: Day;
  value: number;
  recordedAt: Date;
}

/** What values of these indicators in these periods are compared with, by `indicatorId periodKey`. */
export async function loadQualityHistories(tx: Tx, places: readonly { indicatorId: string; period: Period }[]): Promise<Map<string, QualityHistory>> {
  const ids = [...new Set(places.map(({ indicatorId }) => indicatorId))];
  if (ids.length === 0) return new Map();
  const past: Past[] = await tx.query(
    `select indicator_id as "indicatorId", period_key as "periodKey", period_end as "periodEnd", value, recorded_at as "recordedAt"
       from unnest($1::uuid[]) as wanted (id)
       cross join lateral (select * from measure m where m.indicator_id = wanted.id order by m.period_end desc limit ${far + 1}) m
      order by m.period_end`,
    [ids],
  );
  const changes: { indicatorId: string; at: Date; on: Day }[] = await tx.query(
    `select distinct on (indicator_id) indicator_id as "indicatorId", at, effective_from as on from indicator_change
      where indicator_id = any ($1) and version is not null order by indicator_id, version desc`,
    [ids],
  );
  const pastOf = groupBy(past, ({ indicatorId }) => indicatorId);
  const changeOf = new Map(changes.map((change) => [change.indicatorId, change]));
  return new Map(
    places.map(({ indicatorId, period }) => {
      const others = (pastOf.get(indicatorId) ?? []).filter(({ periodKey }) => periodKey !== period.key);
      const before = others.filter(({ periodEnd }) => periodEnd < period.start).at(-1);
      const change = changeOf.get(indicatorId);
      const history: QualityHistory = {
        values: others.slice(-far).map(({ value }) => value),
        previous: before ? pastValue(before) : null,
        other: null,
        definitionChangedOn: change && before && change.at > before.recordedAt && !given(pastOf.get(indicatorId), period, change.at) ? change.on : null,
      };
      return [`${indicatorId} ${period.key}`, history];
    }),
  );
}

/** A value of the period given since the change has been explained already. */
const given = (values: readonly Past[] | undefined, period: Period, since: Date): boolean =>
  (values ?? []).some(({ periodKey, recordedAt }) => periodKey === period.key && recordedAt >= since);

const pastValue = ({ value, periodKey }: Past): PastValue => {
  const kind = periodKindOf(periodKey);
  return { value, label: kind ? formatPeriodShort({ key: periodKey, kind }) : periodKey };
};
