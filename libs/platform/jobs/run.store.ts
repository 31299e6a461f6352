import type { Tx } from '../database/database';

/** A run in the hands of a worker. */
export interface ClaimedRun {
  id: string;
  communityId: string | null;
  job: string;
  subject: string | null;
  data: unknown;
  attempts: number;
}

/** What a bell finds when the run is not to be taken: nothing to do, or something to look at again then. */
export type NotClaimed = { again: Date | null };

/** Notes that the bell was rung for these runs. */
export async function markRelayed(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('update outbox set relayed_at = now() where id = any($1)', [ids]);
}

/**
 * Takes the run for one worker: waiting and due, or running with a lease that ran out (its worker died).
 * Two bells at once: the row lock makes one of them wait, and find it taken.
 */
export async function claimRun(tx: Tx, id: string, token: string, leaseMs: number): Promise<ClaimedRun | NotClaimed> {
  const [rows]: [ClaimedRun[], number] = await tx.query(
    `update outbox set state = 'running', attempts = attempts + 1, lease_token = $2, lease_until = now() + $3 * interval '1 millisecond'
     where id = $1 and ((state = 'waiting' and run_at <= now() + interval '1 second') or (state = 'running' and lease_until < now()))
     returning id, community_id as "communityId", job, subject, data, attempts`,
    [id, token, leaseMs],
  );
  if (rows[0]) return rows[0];
  const found: { again: Date | null }[] = await tx.query(
    `select case state when 'waiting' then run_at when 'running' then lease_until + interval '1 second' end as again
     from outbox where id = $1`,
    [id],
  );
  return { again: found[0]?.again ?? null };
}

/** Keeps the run; false when it was cancelled or taken by another. */
export async function renewLease(tx: Tx, id: string, token: string, leaseMs: number): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update outbox set lease_until = now() + $3 * interval '1 millisecond' where id = $1 and lease_token = $2 and state = 'running'`,
    [id, token, leaseMs],
  );
  return count > 0;
}

/** Shows how far the run is; false when it is no longer this worker's. */
export async function writeProgress(tx: Tx, id: string, token: string, percent: number, label: string): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update outbox set progress = $3, progress_label = $4 where id = $1 and lease_token = $2 and state = 'running'`,
    [id, token, percent, label],
  );
  return count > 0;
}

/** The run is over, done or failed; false when it was no longer this worker's. */
export async function finishRun(tx: Tx, id: string, token: string, error: string | null): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update outbox set state = case when $3::text is null then 'done' else 'failed' end, error = $3,
       progress = case when $3::text is null then 100 else progress end, finished_at = now(), lease_token = null, lease_until = null
     where id = $1 and lease_token = $2 and state = 'running'`,
    [id, token, error],
  );
  return count > 0;
}

/** The run goes back in line, later; `uncounted` when the try was interrupted by a stop and does not count. */
export async function postponeRun(
  tx: Tx,
  id: string,
  token: string,
  how: { delayMs: number; error: string | null; uncounted?: boolean },
): Promise<Date | null> {
  const [rows]: [{ runAt: Date }[], number] = await tx.query(
    `update outbox set state = 'waiting', run_at = now() + $3 * interval '1 millisecond', error = $4,
       attempts = attempts - $5, lease_token = null, lease_until = null, relayed_at = now()
     where id = $1 and lease_token = $2 and state = 'running' returning run_at as "runAt"`,
    [id, token, how.delayMs, how.error, how.uncounted ? 1 : 0],
  );
  return rows[0]?.runAt ?? null;
}

/** Runs due whose bell was lost: never rung, rung long ago, or held by a dead worker. Oldest first. */
export async function silentRuns(tx: Tx, after: { graceMs: number; ringAgainMs: number }): Promise<{ id: string; job: string }[]> {
  return tx.query(
    `select id, job from outbox
     where ((state = 'waiting' and run_at <= now()) or (state = 'running' and lease_until < now()))
       and case when relayed_at is null then created_at <= now() - $1 * interval '1 millisecond'
                else greatest(relayed_at, run_at) <= now() - $2 * interval '1 millisecond' end
     order by run_at limit 500`,
    [after.graceMs, after.ringAgainMs],
  );
}

/** Forgets runs finished long ago; the count comes back. */
export async function pruneRuns(tx: Tx, days: { done: number; failed: number }): Promise<number> {
  const [, count]: [unknown, number] = await tx.query(
    `delete from outbox where id in (
       select id from outbox
       where (state in ('done', 'cancelled') and finished_at < now() - $1 * interval '1 day')
          or (state = 'failed' and finished_at < now() - $2 * interval '1 day')
       limit 5000)`,
    [days.done, days.failed],
  );
  return count;
}
