import type { Tx } from '../database/database';
import type { JobRun } from './job';

const runColumns = `id, community_id as "communityId", job, subject, state, attempts, progress, progress_label as "label", error,
  run_at as "runAt", created_at as "createdAt", finished_at as "finishedAt"`;

/** A run to write. `communityId` undefined: the community at work in the transaction, or none. */
export interface NewRun {
  id: string;
  communityId?: string | null;
  job: string;
  subject: string | null;
  data: unknown;
  runAt: Date | null;
}

/** Writes a run; it exists if and only if the transaction commits. */
export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx.query(
    `insert into outbox (id, community_id, job, subject, data, run_at)
     values ($1, coalesce($2::uuid, nullif(current_setting('app.community_id', true), '')::uuid), $3, $4, $5, coalesce($6, now()))`,
    [run.id, run.communityId ?? null, run.job, run.subject, JSON.stringify(run.data), run.runAt],
  );
}

/** The run, if this transaction may see it. */
export async function findRun(tx: Tx, id: string): Promise<JobRun | undefined> {
  const rows: JobRun[] = await tx.query(`select ${runColumns} from outbox where id = $1`, [id]);
  return rows[0];
}

/** The runs about something, newest first. */
export async function runsOf(tx: Tx, subject: string, limit: number): Promise<JobRun[]> {
  return tx.query(`select ${runColumns} from outbox where subject = $1 order by id desc limit $2`, [subject, limit]);
}

/** Stops a run that is not finished; false when there was nothing to stop. */
export async function cancelRun(tx: Tx, id: string): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update outbox set state = 'cancelled', finished_at = now(), lease_token = null, lease_until = null
     where id = $1 and state in ('waiting', 'running')`,
    [id],
  );
  return count > 0;
}

/** Puts a failed or cancelled run back in line; false when it is neither. */
export async function restartRun(tx: Tx, id: string): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update outbox set state = 'waiting', attempts = 0, progress = 0, progress_label = null, error = null, run_at = now(),
       relayed_at = null, finished_at = null
     where id = $1 and state in ('failed', 'cancelled')`,
    [id],
  );
  return count > 0;
}
