import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { jobNames } from '@maillage/features';
import { errorText, isDomainError } from '@maillage/domain/kernel';
import { Config, handlersByJob, JobQueue, JobRunner, Log, MailError, RunExecutor, Schedules, Sweeper, SystemDb } from '@maillage/platform';
import { handlers } from './handlers';
import { hangSchedules, scheduleSources } from './schedule';
import { Sweeping } from './sweeper';

/** How the worker is. */
export interface WorkerHealth {
  ok: boolean;
  database: boolean;
  /** False when bells do not ring; jobs then wait in the database. */
  queue: boolean;
}

/** Serves the jobs of this process, from start to graceful stop. */
@Injectable()
export class Worker {
  private runner: JobRunner | undefined;
  private sweeping: Sweeping | undefined;

  constructor(
    private readonly module: ModuleRef,
    private readonly db: SystemDb,
    private readonly queue: JobQueue,
    private readonly log: Log,
  ) {}

  /** Starts; throws when a job of the product has no handler, or two. */
  start(): void {
    const byJob = handlersByJob(jobNames, handlers.map((handler) => this.get(handler)));
    const executor = new RunExecutor(this.db, byJob, this.log, undefined, describe);
    const schedules = this.get(Schedules);
    const sources = scheduleSources.map((source) => this.get(source));
    this.runner = new JobRunner(this.queue, executor, schedules, this.log);
    this.runner.start({ concurrency: this.get(Config).WORKER_CONCURRENCY });
    this.sweeping = new Sweeping(this.get(Sweeper), schedules, () => hangSchedules(sources, schedules, this.log), this.log);
    this.sweeping.start();
  }

  /** Lets what is begun finish within that limit; the rest goes back in line. */
  async stop(limitMs: number): Promise<void> {
    await Promise.all([this.sweeping?.stop(), this.runner?.close(limitMs)]);
  }

  async health(): Promise<WorkerHealth> {
    const answers = (work: Promise<unknown>) => work.then(() => true, () => false);
    const [database, queue] = await Promise.all([answers(this.db.run((tx) => tx.query('select 1'))), answers(this.queue.backlog())]);
    return { ok: database && queue && this.runner !== undefined, database, queue };
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.module.get<T>(type, { strict: false });
  }
}

/** The sentence people read under a job that failed. */
function describe(error: unknown): string | undefined {
  if (isDomainError(error)) return errorText(error.code, error.meta);
  return error instanceof MailError ? error.message : undefined;
}
