import type { Clock } from '../clock';
import type { SystemDb } from '../database/doors';
import type { Ids } from '../ids';
import type { AnyJobHandler } from '../jobs/job';
import type { JobQueue } from '../jobs/job-queue';
import { JobRunner } from '../jobs/job-runner';
import type { Relay } from '../jobs/relay';
import { handlersByJob, RunExecutor } from '../jobs/run-executor';
import { Schedules } from '../jobs/schedules';
import { Sweeper } from '../jobs/sweeper';
import type { Log } from '../log';

interface Parts {
  db: SystemDb;
  queue: JobQueue;
  relay: Relay;
  log: Log;
  clock: Clock;
  ids: Ids;
  handlers: readonly AnyJobHandler[];
}

/** Clockwork fast enough for tests. */
const fast = { leaseMs: 1_500, backoffMs: 100, backoffLimitMs: 1_000 };

/** A worker whose leases, sweeps and retries take seconds instead of minutes. */
export class TestWorker {
  readonly schedules: Schedules;
  readonly sweeper: Sweeper;
  private readonly runner: JobRunner;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    const { db, queue, relay, log, clock, ids, handlers } = parts;
    this.schedules = new Schedules(db, queue, relay, clock, ids, log);
    this.sweeper = new Sweeper(db, queue);
    const jobs = Object.fromEntries(handlers.map(({ job }) => [job, true as const]));
    this.runner = new JobRunner(queue, new RunExecutor(db, handlersByJob(jobs, handlers), log, fast), this.schedules, log);
  }

  start(options: { sweep?: boolean } = {}): void {
    this.runner.start({ concurrency: 2, lockDuration: 1_500, stalledInterval: 700 });
    if (options.sweep === false) return;
    this.sweeping = setInterval(() => {
      this.sweeper.sweep({ graceMs: 300, ringAgainMs: 700 }).catch(() => undefined);
      this.schedules.fireOverdue().catch(() => undefined);
    }, 300);
  }

  async close(): Promise<void> {
    clearInterval(this.sweeping);
    await this.runner.close(2_000);
  }
}
