import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '../config';
import { Log } from '../log';

/** Who listens to a channel of the database. */
export interface NoticeListener {
  heard(payload: string): void;
  /** The line is back after a cut: what was told meanwhile was missed. */
  resumed?(): void;
  /** The line is cut: nothing more is heard until it is back. */
  lost?(): void;
}

const firstWait = 250;
const pulseEvery = 30_000;
const patience = 5_000;
const pulseChannel = 'maillage_pulse';

/**
 * What the database tells (NOTIFY), on one connection for the whole process. The line is believed only when the process hears
 * itself on it: behind a pooler that swallows notices, it stays « not listening » and everyone reads the tables instead.
 */
@Injectable()
export class Notices {
  private readonly channels = new Map<string, Set<NoticeListener>>();
  /** The channels the present connection listens to. */
  private readonly active = new Set<string>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  /** The last channel asked for on a line already there. */
  private listening: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private pulse: NodeJS.Timeout | undefined;
  private echo: { token: string; heard: () => void } | undefined;
  private wait = firstWait;
  private closed = false;
  private interrupted = false;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** True while what is told on this channel is heard. */
  hears(channel: string): boolean {
    return this.client !== undefined && this.active.has(channel);
  }

  /** Listens until the returned function is called; `ready` says when. */
  subscribe(channel: string, listener: NoticeListener): () => void {
    if (!/^[a-z_]{1,60}$/.test(channel)) throw new Error('A channel is named in lower case.');
    const listeners = this.channels.get(channel) ?? new Set();
    listeners.add(listener);
    if (!this.channels.has(channel)) {
      this.channels.set(channel, listeners);
      const { client } = this;
      if (client) this.listening = this.listen(client, channel).catch((error: unknown) => this.lose(client, error));
    }
    void this.ready();
    return () => listeners.delete(listener);
  }

  /** Resolves once the attempt to listen to what was subscribed so far is over. */
  async ready(): Promise<void> {
    if (this.closed) return;
    if (this.client) return this.listening;
    this.connecting ??= this.connect().finally(() => (this.connecting = undefined));
    await this.connecting;
    await this.listening;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.channels.clear();
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
      application_name: 'maillage notices',
      connectionTimeoutMillis: patience,
      keepAlive: true,
      query_timeout: patience,
    });
    let usable = true;
    const lost = (error?: unknown): void => {
      if (!usable) return;
      usable = false;
      this.lose(client, error);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? ''));
    try {
      await client.connect();
      this.active.clear();
      await client.query(`listen ${pulseChannel}`);
      for (const channel of this.channels.keys()) await this.listen(client, channel);
      await this.hearMyself(client);
    } catch (error) {
      lost(error);
      return;
    }
    if (this.closed) return void client.end().catch(() => undefined);
    if (!usable) return;
    this.client = client;
    // Those who came while it was connecting.
    for (const channel of this.channels.keys()) if (!this.active.has(channel)) this.listening = this.listen(client, channel).catch(lost);
    this.wait = firstWait;
    this.pulse = setInterval(() => void this.hearMyself(client).catch(lost), pulseEvery).unref();
    if (this.interrupted) this.each((listener) => listener.resumed?.());
    this.interrupted = false;
  }

  private async listen(client: Client, channel: string): Promise<void> {
    await client.query(`listen ${channel}`);
    this.active.add(channel);
  }

  /** Tells something on the line and waits to hear it. */
  private async hearMyself(client: Client): Promise<void> {
    const token = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const heard = new Promise<void>((resolve, reject) => {
      this.echo = { token, heard: resolve };
      timer = setTimeout(() => reject(new Error('Notices of the database do not arrive on this connection.')), patience).unref();
    });
    try {
      await Promise.all([client.query('select pg_notify($1, $2)', [pulseChannel, token]), heard]);
    } finally {
      clearTimeout(timer);
      this.echo = undefined;
    }
  }

  private lose(client: Client, error: unknown): void {
    void client.end().catch(() => undefined);
    if (this.closed || (this.client !== undefined && this.client !== client)) return;
    const wasListening = this.client === client;
    this.client = undefined;
    this.active.clear();
    clearInterval(this.pulse);
    if (!this.interrupted) this.log.warn('notices of the database are interrupted', { err: error });
    this.interrupted = true;
    if (wasListening) this.each((listener) => listener.lost?.());
    this.retry = setTimeout(() => void this.ready(), this.wait).unref();
    this.wait = Math.min(this.wait * 2, patience);
  }

  private tell(channel: string, payload: string): void {
    if (channel === pulseChannel) {
      if (this.echo?.token === payload) this.echo.heard();
      return;
    }
    for (const listener of [...(this.channels.get(channel) ?? [])]) listener.heard(payload);
  }

  private each(act: (listener: NoticeListener) => void): void {
    for (const listeners of this.channels.values()) for (const listener of [...listeners]) act(listener);
  }
}
