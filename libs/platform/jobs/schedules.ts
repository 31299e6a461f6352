import { Injectable } from '@nestjs/common';
import { getNextMillis } from 'bullmq';
import { Clock } from '../clock';
import { afterCommit, type Tx } from '../database/database';
import { SystemDb } from '../database/doors';
import { Ids } from '../ids';
import { Log } from '../log';
import type { JobName } from './job';
import { JobQueue } from './job-queue';
import type { JobPayloads } from './job-payloads';
import { insertRun } from './outbox.store';
import { Relay } from './relay';
import * as store from './schedule.store';

/** A job that comes back by itself. */
export interface ScheduleSpec<J extends JobName = JobName> {
  job: J;
  data: JobPayloads[J];
  /** Five fields: minute, hour, day of month, month, day of week. */
  cron: string;
  /** IANA name: the hour is the one people read on their clock there. */
  timeZone: string;
  communityId: string | null;
  subject?: string;
}

/** A schedule of any job with its key. */
export type KeyedSchedule = { [J in JobName]: ScheduleSpec<J> & { key: string } }[JobName];

/**
 * Schedules live in the table `schedule`; BullMQ's job schedulers are their bells. A bell heard twice, or late, or never:
 * an occurrence becomes one run, the last one missed while everything was stopped included.
 */
@Injectable()
export class Schedules {
  constructor(
    private readonly db: SystemDb,
    private readonly queue: JobQueue,
    private readonly relay: Relay,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  /** Creates or changes the schedule of that key (letters, digits, dots and dashes). */
  async upsert<J extends JobName>(key: string, spec: ScheduleSpec<J>): Promise<void> {
    if (!/^[A-Za-z0-9.-]{1,150}$/.test(key)) throw new Error(`Not a key for a schedule: ${key}`);
    const nextAt = this.next(spec.cron, spec.timeZone);
    await this.db.run((tx) => store.upsertSchedule(tx, { ...spec, subject: spec.subject ?? null, key, nextAt }));
    await this.hang(key, spec.cron, spec.timeZone);
  }

  /** Removes a schedule; nothing happens when there is none. */
  async remove(key: string): Promise<void> {
    await this.db.run((tx) => store.deleteSchedule(tx, key));
    await this.unhang(key);
  }

  /** Makes the schedules whose key starts with the prefix exactly these. */
  async sync(prefix: string, wanted: readonly KeyedSchedule[]): Promise<void> {
    const stray = wanted.find(({ key }) => !key.startsWith(prefix));
    if (stray) throw new Error(`The key ${stray.key} does not start with ${prefix}`);
    const keys = new Set(wanted.map(({ key }) => key));
    const known = await this.db.run((tx) => store.allSchedules(tx));
    for (const { key } of known) if (key.startsWith(prefix) && !keys.has(key)) await this.remove(key);
    for (const { key, ...spec } of wanted) await this.upsert(key, spec as ScheduleSpec);
  }

  /** Turns the occurrence that is due into a run; false when none is (its bell was rung twice, or the schedule is gone). */
  async fire(key: string): Promise<boolean> {
    return this.db.run(async (tx) => {
      const due = await store.dueSchedule(tx, key);
      if (!due) return false;
      await this.enqueue(tx, due);
      await store.advanceSchedule(tx, key, this.next(due.cron, due.timeZone, due.nextAt));
      return true;
    });
  }

  /** Fires what is overdue: bells lost while the queue or the workers were stopped. */
  async fireOverdue(): Promise<void> {
    const keys = await this.db.run((tx) => store.overdueKeys(tx));
    for (const key of keys) await this.fire(key);
  }

  /** Hangs every bell again and takes away those of schedules that are gone: the queue's server may have lost them all. */
  async hangAll(): Promise<void> {
    const wanted = await this.db.run((tx) => store.allSchedules(tx));
    for (const { key, cron, timeZone } of wanted) await this.queue.upsertSchedule(key, cron, timeZone);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const key of await this.queue.scheduleKeys()) if (!keys.has(key)) await this.queue.removeSchedule(key);
  }

  private async enqueue(tx: Tx, due: store.ScheduleRow): Promise<void> {
    const id = this.ids.next();
    await insertRun(tx, { id, communityId: due.communityId, job: due.job, subject: due.subject, data: due.data, runAt: null });
    afterCommit(tx, () => this.relay.ring([{ id, job: due.job, runAt: null }]));
  }

  /** The next occurrence after now, and after the one that is being fired (its bell may come a little early). */
  private next(cron: string, timeZone: string, fired?: Date): Date {
    const after = Math.max(this.clock.now().getTime(), fired?.getTime() ?? 0);
    const millis = getNextMillis(after, { pattern: cron, tz: timeZone });
    if (!millis) throw new Error(`The schedule « ${cron} » never comes.`);
    return new Date(millis);
  }

  private async hang(key: string, cron: string, timeZone: string): Promise<void> {
    await this.queue.upsertSchedule(key, cron, timeZone).catch((error: unknown) => this.later(error, key));
  }

  private async unhang(key: string): Promise<void> {
    await this.queue.removeSchedule(key).catch((error: unknown) => this.later(error, key));
  }

  private later(error: unknown, key: string): void {
    this.log.warn('the bell of a schedule will be hung later', { err: error, key });
  }
}
