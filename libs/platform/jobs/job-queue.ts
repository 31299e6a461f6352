import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresBackend, Queue, Worker, withBackend, type Job, type RepeatOptions } from 'bullmq';
import Redis from 'ioredis';
import type { Config } from '../config';
import type { Log } from '../log';

/** What is rung: a run of the outbox to look at. */
export interface Ring {
  id: string;
  job: string;
  /** Null or past: at once. */
  runAt: Date | null;
}

/** What tells workers that there is something to look at. It may be lost: the database is the truth. */
export interface Bell {
  ring(rings: readonly Ring[]): Promise<void>;
}

/** What a bell carries: the run, or the schedule, to look at in the database. */
export type BellData = { run: string } | { schedule: string };

/** What the machinery uses of a BullMQ queue, whichever backend it stands on. */
interface BullQueue {
  addBulk(jobs: { name: string; data: BellData; opts: object }[]): Promise<unknown>;
  upsertJobScheduler(key: string, repeat: Omit<RepeatOptions, 'key'>, template: { name: string; data: BellData; opts: object }): Promise<unknown>;
  removeJobScheduler(key: string): Promise<unknown>;
  getJobSchedulers(): Promise<{ key: string }[]>;
  count(): Promise<number>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** A queue in use, and how to let go of what it stands on. */
interface OpenQueue {
  queue: BullQueue;
  end: () => void;
}

/** What the machinery uses of a BullMQ worker. */
export interface BullWorker {
  run(): Promise<void>;
  close(force?: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Carries out what a bell announces. */
export type BellProcessor = (job: Job<BellData>, token?: string) => Promise<void>;

/** Settings of a BullMQ worker. */
export interface WorkerSettings {
  concurrency: number;
  lockDuration: number;
  stalledInterval: number;
}

const queueName = 'maillage';
const postgres = withBackend(createPostgresBackend);
const kept = { removeOnComplete: true, removeOnFail: true };

type QueueConfig = Pick<Config, 'QUEUE' | 'QUEUE_PREFIX' | 'REDIS_URL' | 'DATABASE_APP_URL'>;

/** The bell: BullMQ on Redis, or on its PostgreSQL backend where there is no Redis. Heals by itself when its server comes back. */
export class JobQueue implements Bell {
  private opened: OpenQueue | undefined;
  private closed = false;
  private lastComplaint = 0;

  constructor(
    private readonly config: QueueConfig,
    private readonly log: Log,
    private readonly patience = 3_000,
  ) {}

  /** Rings; throws when the queue's server does not take it in time. Ringing twice for one run is ringing once. */
  async ring(rings: readonly Ring[]): Promise<void> {
    const now = Date.now();
    const jobs = rings.map(({ id, job, runAt }) => ({
      name: job,
      data: { run: id },
      opts: { ...kept, jobId: id, delay: runAt ? Math.max(0, runAt.getTime() - now) : 0 },
    }));
    await this.use((queue) => queue.addBulk(jobs));
  }

  /** Hangs the bell of a schedule; the same key again replaces it. */
  async upsertSchedule(key: string, cron: string, timeZone: string): Promise<void> {
    const template = { name: 'schedule', data: { schedule: key }, opts: kept };
    await this.use((queue) => queue.upsertJobScheduler(key, { pattern: cron, tz: timeZone }, template));
  }

  async removeSchedule(key: string): Promise<void> {
    await this.use((queue) => queue.removeJobScheduler(key));
  }

  async scheduleKeys(): Promise<string[]> {
    const schedulers = await this.use((queue) => queue.getJobSchedulers());
    return schedulers.map(({ key }) => key);
  }

  /** Bells not answered yet; throws when the queue's server does not answer. For health. */
  async backlog(): Promise<number> {
    return this.use((queue) => queue.count());
  }

  /** A worker that answers the bell; not running yet. */
  worker(processor: BellProcessor, settings: WorkerSettings): BullWorker {
    // The number of tries is the database's affair: a bell whose worker was killed is always rung again.
    const options = { ...settings, autorun: false, maxStalledCount: 1_000, drainDelay: 5, runRetryDelay: 2_000, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } };
    const worker: BullWorker =
      this.config.QUEUE === 'postgres'
        ? new postgres.Worker(queueName, processor, { ...options, connection: this.postgresConnection(4) })
        : new Worker(queueName, processor, {
            ...options,
            prefix: this.config.QUEUE_PREFIX,
            connection: { url: this.config.REDIS_URL, ...this.redisConnection(), maxRetriesPerRequest: null },
          });
    worker.on('error', (error) => this.complain(error));
    return worker;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.drop();
  }

  private async use<T>(work: (queue: BullQueue) => Promise<T>): Promise<T> {
    if (this.closed) throw new Error('The queue is closed.');
    const opened = (this.opened ??= this.open());
    const late = new AbortController();
    try {
      return await Promise.race([
        work(opened.queue),
        wait(this.patience, undefined, { signal: late.signal, ref: false }).then(() => {
          throw new Error(`The queue did not answer within ${this.patience} ms.`);
        }),
      ]);
    } catch (error) {
      // A client that saw its server die may stay unusable: the next use makes a new one.
      if (this.opened === opened) void this.drop();
      throw error;
    } finally {
      late.abort();
    }
  }

  private open(): OpenQueue {
    const opened = this.config.QUEUE === 'postgres' ? this.openOnPostgres() : this.openOnRedis();
    opened.queue.on('error', (error) => this.complain(error));
    return opened;
  }

  private openOnPostgres(): OpenQueue {
    const queue = new postgres.Queue<BellData>(queueName, { connection: this.postgresConnection(2) });
    return { queue, end: () => undefined };
  }

  private openOnRedis(): OpenQueue {
    // The client is ours, so that a dropped queue leaves none behind that would go on calling a dead server.
    const client = new Redis(this.config.REDIS_URL ?? '', { ...this.redisConnection(), maxRetriesPerRequest: 1, commandTimeout: this.patience });
    client.on('error', (error: Error) => this.complain(error));
    const queue = new Queue<BellData>(queueName, { prefix: this.config.QUEUE_PREFIX, connection: client });
    return { queue, end: () => client.disconnect() };
  }

  private async drop(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    if (!opened) return;
    await Promise.race([opened.queue.close().catch(() => undefined), wait(this.patience, undefined, { ref: false })]);
    opened.end();
  }

  private redisConnection() {
    return { connectTimeout: this.patience, retryStrategy: (times: number) => Math.min(times * 200, 2_000) };
  }

  private postgresConnection(max: number) {
    return { connectionString: this.config.DATABASE_APP_URL, schema: 'bullmq', max, connectionTimeoutMillis: this.patience };
  }

  /** An unreachable server is said once a minute, not at every attempt. */
  private complain(error: Error): void {
    if (Date.now() - this.lastComplaint < 60_000) return;
    this.lastComplaint = Date.now();
    this.log.warn('the queue is unreachable; jobs wait in the database', { err: error, queue: this.config.QUEUE });
  }
}
