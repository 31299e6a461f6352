import { Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '../config';
import { Log } from '../log';
import type { JobState } from './job';

/** A run moved. */
export interface JobProgress {
  communityId: string | null;
  runId: string;
  subject: string | null;
  job: string;
  state: JobState;
  progress: number;
  label: string | null;
}

/** Called for each move; who shows it checks that the community is the reader's. */
export type ProgressListener = (event: JobProgress) => void;

/** What the runs do, as it happens: one connection that listens for all the readers of this process. */
@Injectable()
export class JobProgressFeed {
  private readonly listeners = new Set<{ listener: ProgressListener; resumed?: () => void }>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private pulse: NodeJS.Timeout | undefined;
  private wait = firstWait;
  private closed = false;
  private interrupted = false;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /**
   * Listens until the returned function is called. `resumed` is called when the connection is back after a cut: moves
   * were missed, read the runs again.
   */
  subscribe(listener: ProgressListener, resumed?: () => void): () => void {
    const entry = { listener, resumed };
    this.listeners.add(entry);
    void this.ready();
    return () => this.listeners.delete(entry);
  }

  /** Resolves once the first attempt to listen is over. */
  async ready(): Promise<void> {
    if (this.closed || this.client) return;
    this.connecting ??= this.connect().finally(() => (this.connecting = undefined));
    await this.connecting;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.listeners.clear();
    clearTimeout(this.retry);
    clearInterval(this.pulse);
    await this.connecting;
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    clearTimeout(this.retry);
    const client = new Client({
      connectionString: this.config.DATABASE_APP_URL,
      application_name: 'maillage progress',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      query_timeout: 5_000,
    });
    const lost = (error?: unknown) => this.lost(client, error);
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ payload }) => this.tell(payload));
    try {
      await client.connect();
      await client.query('listen job_progress');
    } catch (error) {
      this.client = client;
      lost(error);
      return;
    }
    if (this.closed) return void client.end().catch(() => undefined);
    this.client = client;
    this.wait = firstWait;
    this.pulse = setInterval(() => client.query('select 1').catch(lost), 30_000).unref();
    if (this.interrupted) for (const { resumed } of [...this.listeners]) resumed?.();
    this.interrupted = false;
  }

  private lost(client: Client, error: unknown): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    clearInterval(this.pulse);
    void client.end().catch(() => undefined);
    if (!this.interrupted) this.log.warn('live progress is interrupted', { err: error });
    this.interrupted = true;
    this.retry = setTimeout(() => void this.ready(), this.wait).unref();
    this.wait = Math.min(this.wait * 2, 5_000);
  }

  private tell(payload: string | undefined): void {
    if (!payload) return;
    const event = JSON.parse(payload) as JobProgress;
    for (const { listener } of [...this.listeners]) listener(event);
  }
}

const firstWait = 250;
