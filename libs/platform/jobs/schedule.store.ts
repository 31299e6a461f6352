import type { Tx } from '../database/database';

/** A schedule as kept. */
export interface ScheduleRow {
  key: string;
  communityId: string | null;
  job: string;
  data: unknown;
  subject: string | null;
  cron: string;
  timeZone: string;
  nextAt: Date;
}

const columns = `key, community_id as "communityId", job, data, subject, cron, time_zone as "timeZone", next_at as "nextAt"`;

/** A schedule that keeps its hours keeps its next occurrence, so that one already missed is not forgotten. */
export async function upsertSchedule(tx: Tx, row: ScheduleRow): Promise<void> {
  await tx.query(
    `insert into schedule (key, community_id, job, data, subject, cron, time_zone, next_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (key) do update set community_id = excluded.community_id, job = excluded.job, data = excluded.data,
       subject = excluded.subject, cron = excluded.cron, time_zone = excluded.time_zone,
       next_at = case when (schedule.cron, schedule.time_zone) = (excluded.cron, excluded.time_zone)
                      then schedule.next_at else excluded.next_at end`,
    [row.key, row.communityId, row.job, JSON.stringify(row.data), row.subject, row.cron, row.timeZone, row.nextAt],
  );
}

/** Takes a schedule away, if it is there. */
export async function deleteSchedule(tx: Tx, key: string): Promise<void> {
  await tx.query('delete from schedule where key = $1', [key]);
}

/** Every schedule, of every community. */
export async function allSchedules(tx: Tx): Promise<ScheduleRow[]> {
  return tx.query(`select ${columns} from schedule order by key`);
}

/** The schedule when its time has come (or comes within seconds: clocks differ), kept from other workers until the end of the transaction. */
export async function dueSchedule(tx: Tx, key: string): Promise<ScheduleRow | undefined> {
  const rows: ScheduleRow[] = await tx.query(
    `select ${columns} from schedule where key = $1 and next_at <= now() + interval '5 seconds' for update`,
    [key],
  );
  return rows[0];
}

/** Says when a schedule rings next. */
export async function advanceSchedule(tx: Tx, key: string, nextAt: Date): Promise<void> {
  await tx.query('update schedule set next_at = $2, last_at = now() where key = $1', [key, nextAt]);
}

/** Keys of the schedules whose time has passed. */
export async function overdueKeys(tx: Tx): Promise<string[]> {
  const rows: { key: string }[] = await tx.query(`select key from schedule where next_at <= now() order by next_at limit 1000`);
  return rows.map(({ key }) => key);
}
