import { DelayedError } from 'bullmq';
import type { Log } from '../log';
import type { BullWorker, JobQueue } from './job-queue';
import type { RunExecutor } from './run-executor';
import type { Schedules } from './schedules';

/** Answers the bell: one per worker process. */
export class JobRunner {
  private worker: BullWorker | undefined;

  constructor(
    private readonly queue: JobQueue,
    private readonly executor: RunExecutor,
    private readonly schedules: Schedules,
    private readonly log: Log,
  ) {}

  /** Starts taking jobs; returns at once, even when the queue's server is not there yet. */
  start(settings: { concurrency: number; lockDuration?: number; stalledInterval?: number }): void {
    const worker = this.queue.worker(
      async (bell, token) => {
        if ('schedule' in bell.data) {
          await this.schedules.fire(bell.data.schedule);
          return;
        }
        const again = await this.executor.carryOut(bell.data.run);
        if (!again) return;
        await bell.moveToDelayed(again.getTime(), token);
        throw new DelayedError();
      },
      { concurrency: settings.concurrency, lockDuration: settings.lockDuration ?? 60_000, stalledInterval: settings.stalledInterval ?? 30_000 },
    );
    this.worker = worker;
    worker.run().catch((error: unknown) => this.log.error('the worker stopped taking jobs', error));
  }

  /** Stops taking jobs, lets those at work finish within that limit, then puts them back in line. */
  async close(limitMs: number): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    this.worker = undefined;
    const closing = worker.close().catch((error: unknown) => this.log.warn('the worker closed badly', { err: error }));
    const stopped = await this.executor.stop(limitMs);
    if (!stopped) this.log.warn('a job did not stop in time; another worker will take it when its lease runs out');
    // BullMQ's close waits without a limit: a server that went away must not hold the process.
    const within = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
    await Promise.race([closing, within(stopped ? 5_000 : 0)]);
  }
}
