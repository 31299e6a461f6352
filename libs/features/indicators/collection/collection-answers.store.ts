import { type CollectionAnswer, taskKey } from '@maillage/domain/indicators';
import { today, type Day } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** A value of the round: an indicator in a period. */
export interface AnsweredPlace {
  indicatorId: string;
  periodKey: string;
}

interface AnswerRow extends AnsweredPlace {
  kind: CollectionAnswer['kind'];
  at: Date;
  remark: string | null;
  returnedAt: Date | null;
  authorId: string | null;
}

/** A value sent back to who gave it. */
const isReturned = `m.status = 'draft' and m.remark is not null and m.returned_at is not null`;

/** When the answers of a link `c` to a place began to wait: the first of those that followed one another, none refused since. */
const firstOfChain = (condition: string): string => `
  select min(c.received_at) from link_contribution c
   where c.status <> 'refused' and ${condition}
     and not exists (select 1 from link_contribution r where r.link_id = c.link_id and r.indicator_id = c.indicator_id and r.period_key = c.period_key
                                                         and r.status = 'refused' and r.received_at > c.received_at)`;

const answersOf = (row: AnswerRow, timeZone: string): [string, CollectionAnswer] => {
  const { indicatorId, periodKey, kind, at, remark, returnedAt, authorId } = row;
  const returned = remark !== null && returnedAt ? { on: today(returnedAt, timeZone), at: Math.floor(returnedAt.getTime() / 1000), remark, authorId } : null;
  return [taskKey(indicatorId, periodKey), { kind, on: today(at, timeZone), returned }];
};

/** When the place of a value `m` was first answered, by a figure or by the reason why there was none, since nothing was last taken away there. */
const firstAnswered = `
  select min(c.at) from measure_change c
   where c.indicator_id = m.indicator_id and c.period_key = m.period_key and c.act in ('recorded', 'absence-stated')
     and c.at > coalesce((select max(gone.at) from measure_change gone
                           where gone.indicator_id = m.indicator_id and gone.period_key = m.period_key and gone.act in ('deleted', 'absence-withdrawn')), '-infinity')`;

const values = `
  select m.indicator_id as "indicatorId", m.period_key as "periodKey", 'value' as kind, least(coalesce((${firstAnswered}), m.recorded_at), l.at) as at,
         case when ${isReturned} then m.remark end as remark, m.returned_at as "returnedAt", m.recorded_by as "authorId"
    from measure m left join lateral (select (${firstOfChain(`c.link_id in (select a.link_id from link_contribution a where a.measure_id = m.id and a.status = 'accepted')
      and c.indicator_id = m.indicator_id and c.period_key = m.period_key`)}) as at where m.origin = 'link') l on true`;

/**
 * What was answered for these periods, by indicator and period, on the local day it first came: a value that is corrected later
 * stays on time, and so does one that takes the place of « pas de valeur »; one that was deleted and given again counts from then, one
 * that came by a link counts from when it came. A value wins over what still waits to be accepted.
 */
export async function loadAnswers(tx: Tx, periodKeys: readonly string[], timeZone: string): Promise<Map<string, CollectionAnswer>> {
  const rows: AnswerRow[] = await tx.query(
    `select w.indicator_id as "indicatorId", w.period_key as "periodKey", 'waiting' as kind,
            (${firstOfChain('c.link_id = w.link_id and c.indicator_id = w.indicator_id and c.period_key = w.period_key')}) as at,
            null::text as remark, null::timestamptz as "returnedAt", null::uuid as "authorId"
       from link_contribution w where w.status = 'received' and w.period_key = any($1)
     union all (${values} where m.period_key = any($1))
     union all select indicator_id, period_key, 'absence', stated_at, null, null, null from measure_absence where period_key = any($1)`,
    [periodKeys],
  );
  const waiting = rows.filter(({ kind }) => kind === 'waiting').sort((a, b) => b.at.getTime() - a.at.getTime());
  return new Map([...waiting, ...rows.filter(({ kind }) => kind !== 'waiting')].map((row) => answersOf(row, timeZone)));
}

/** The values sent back and not yet given again, by indicator and period. */
export async function loadReturned(tx: Tx, timeZone: string): Promise<Map<string, CollectionAnswer>> {
  const rows: AnswerRow[] = await tx.query(`${values} where ${isReturned}`);
  return new Map(rows.map((row) => answersOf(row, timeZone)));
}

/** The places where nobody owes anything, in periods that end from a day on: a value that was not sent back, a reason, an answer to accept. */
export async function loadAnswered(tx: Tx, since: Day): Promise<Set<string>> {
  const rows: AnsweredPlace[] = await tx.query(
    `select m.indicator_id as "indicatorId", m.period_key as "periodKey" from measure m where m.period_end >= $1 and not (${isReturned})
     union all select indicator_id, period_key from measure_absence where period_end >= $1
     union all select c.indicator_id, c.period_key from link_contribution c where c.status = 'received' and c.period_end >= $1
       and not exists (select 1 from measure m where m.indicator_id = c.indicator_id and m.period_key = c.period_key)`,
    [since],
  );
  return new Set(rows.map(({ indicatorId, periodKey }) => taskKey(indicatorId, periodKey)));
}

/** Where an answer came through a link and waits to be accepted, in periods that end from a day on: nobody else is asked there. */
export async function loadWaitingPlaces(tx: Tx, since: Day): Promise<AnsweredPlace[]> {
  return tx.query(
    `select distinct indicator_id as "indicatorId", period_key as "periodKey" from link_contribution where status = 'received' and period_end >= $1`,
    [since],
  );
}

/** The values sent back and not yet given again: when, and by whom. */
export async function loadReturnedPlaces(tx: Tx): Promise<(AnsweredPlace & { returnedAt: Date; returnedBy: string | null })[]> {
  return tx.query(
    `select m.indicator_id as "indicatorId", m.period_key as "periodKey", m.returned_at as "returnedAt", m.returned_by as "returnedBy" from measure m where ${isReturned}`,
  );
}
