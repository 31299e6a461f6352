import { Injectable } from '@nestjs/common';
import { afterCommit, type Tx } from '../database/database';
import { Ids } from '../ids';
import type { JobName, JobRun } from './job';
import type { JobPayloads } from './job-payloads';
import { cancelRun, findRun, insertRun, restartRun, runsOf } from './outbox.store';
import { Relay } from './relay';

/** Hands work to the workers. The database is the truth: a run exists when its transaction is committed. */
@Injectable()
export class Jobs {
  constructor(
    private readonly ids: Ids,
    private readonly relay: Relay,
  ) {}

  /**
   * Writes a run in the same transaction and rings the workers after commit; the id of the run comes back.
   * Never waits for the queue: when it cannot be reached, the sweeper rings later.
   */
  async enqueue<J extends JobName>(
    tx: Tx,
    job: J,
    data: JobPayloads[J],
    options: { runAt?: Date; subject?: string; communityId?: string } = {},
  ): Promise<string> {
    const id = this.ids.next();
    const runAt = options.runAt ?? null;
    await insertRun(tx, { id, communityId: options.communityId, job, subject: options.subject ?? null, data, runAt });
    afterCommit(tx, () => this.relay.ring([{ id, job, runAt }]));
    return id;
  }

  /** One run of the community at work. */
  async find(tx: Tx, runId: string): Promise<JobRun | undefined> {
    return findRun(tx, runId);
  }

  /** The last runs about something (a report…), newest first. */
  async runsOf(tx: Tx, subject: string, limit = 20): Promise<JobRun[]> {
    return runsOf(tx, subject, limit);
  }

  /** Cancels a run that is not finished; a handler at work sees its signal aborted. False when it was already finished. */
  async cancel(tx: Tx, runId: string): Promise<boolean> {
    return cancelRun(tx, runId);
  }

  /** Puts a failed or cancelled run back in line. */
  async restart(tx: Tx, runId: string): Promise<boolean> {
    const restarted = await restartRun(tx, runId);
    const run = restarted ? await findRun(tx, runId) : undefined;
    if (run) afterCommit(tx, () => this.relay.ring([{ id: runId, job: run.job, runAt: null }]));
    return restarted;
  }
}
