import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Redis from 'ioredis';
import { SystemClock } from '../clock';
import type { Config } from '../config';
import { Database } from '../database/database';
import { SystemDb } from '../database/doors';
import { eventually, TcpProxy, testDb, testServices, type TestDb } from '../testing';
import { effectTable, specHandlers } from '../testing/spec-jobs';
import { TestWorker } from '../testing/test-worker';
import { JobQueue } from './job-queue';
import { Jobs } from './jobs';
import { Relay } from './relay';

const { redisUrl } = testServices();
if (!redisUrl) process.stderr.write('\n⚠ No Redis on this machine: the queue is tested on its PostgreSQL backend only.\n');
const backends = redisUrl ? (['redis', 'postgres'] as const) : (['postgres'] as const);
const registration = path.join(__dirname, '../testing/ts-register.cjs');
const workerProcess = path.join(__dirname, '../testing/worker-process.ts');

describe.each(backends)('the queue on %s', (backend) => {
  let db: TestDb;
  let environment: Record<string, string>;
  let closings: (() => Promise<unknown>)[];

  beforeAll(async () => {
    environment = { QUEUE: backend, QUEUE_PREFIX: `{spec-${randomUUID()}}`, ...(redisUrl && { REDIS_URL: redisUrl }) };
    db = await testDb({ fresh: true, environment });
    await db.peek(effectTable);
  });
  afterAll(async () => {
    await wipe();
    await db.close();
  });
  beforeEach(() => {
    closings = [];
  });
  afterEach(async () => {
    for (const close of closings.reverse()) await close();
    await db.peek('delete from outbox; delete from schedule');
    await wipe();
  });

  /** Everything the queue knows is lost, as when Redis restarts empty. */
  async function wipe(): Promise<void> {
    if (backend === 'postgres') {
      await db.peek(`do $$ declare t text; begin
        for t in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'
        loop execute 'truncate ' || t || ' cascade'; end loop; end $$`);
      return;
    }
    const redis = new Redis(redisUrl!);
    const keys = await redis.keys(`${environment.QUEUE_PREFIX}*`);
    if (keys.length > 0) await redis.del(keys);
    await redis.quit();
  }

  function producer(config = db.config, patience?: number) {
    const queue = new JobQueue(config, db.log, patience);
    const relay = new Relay(db.system, queue, db.log);
    closings.push(async () => {
      await relay.settled();
      await queue.close();
    });
    return { queue, relay, jobs: new Jobs(db.ids, relay) };
  }

  function worker(config = db.config, system = db.system) {
    const { queue, relay } = producer(config);
    const made = new TestWorker({ db: system, queue, relay, log: db.log, clock: new SystemClock(), ids: db.ids, handlers: specHandlers(system) });
    closings.push(() => made.close());
    return made;
  }

  async function child(more: Record<string, string> = {}): Promise<ChildProcess> {
    const process_ = fork(workerProcess, [], {
      execArgv: ['-r', registration],
      env: {
        PATH: process.env.PATH,
        DATABASE_APP_URL: db.config.DATABASE_APP_URL,
        FILES_DIR: db.config.FILES_DIR,
        PUBLIC_URL: db.config.PUBLIC_URL,
        LOG_LEVEL: 'fatal',
        ...environment,
        ...more,
      },
    });
    closings.push(async () => {
      if (process_.exitCode === null && process_.signalCode === null) {
        const gone = new Promise((resolve) => process_.once('exit', resolve));
        process_.kill('SIGKILL');
        await gone;
      }
    });
    return process_;
  }

  const changed = (more: Partial<Config>): Config => Object.assign(Object.create(Object.getPrototypeOf(db.config)), db.config, more);
  const runOf = async (id: string) => (await db.peek<{ state: string; progress: number; attempts: number; relayed_at: Date | null }>('select * from outbox where id = $1', [id]))[0]!;
  const isDone = (id: string) => async () => (await runOf(id)).state === 'done';
  const marks = (id: string) => db.peek<{ step: number; pid: number; times: number }>('select step, pid, times from spec_effect where run_id = $1 order by step', [id]);
  const enqueue = (jobs: Jobs, steps = 1, stepMs = 1) => db.tenant.run(randomUUID(), (tx) => jobs.enqueue(tx, 'spec-steps', { steps, stepMs }));

  it('carries a committed run to a worker, at once', async () => {
    const { jobs, relay } = producer();
    worker().start({ sweep: false });
    const id = await enqueue(jobs, 2);
    await eventually(isDone(id));
    await relay.settled();
    expect(await marks(id)).toHaveLength(2);
    expect((await runOf(id)).relayed_at).not.toBeNull();
  });

  it('rings nothing for a transaction that is rolled back', async () => {
    const { jobs, queue, relay } = producer();
    await db.tenant
      .run(randomUUID(), async (tx) => {
        await jobs.enqueue(tx, 'queue-check', {});
        throw new Error('no');
      })
      .catch(() => undefined);
    await relay.settled();
    expect(await queue.backlog()).toBe(0);
  });

  it('tries again after the wait that was chosen, without the sweeper', async () => {
    const { jobs } = producer();
    worker().start({ sweep: false });
    const id = await db.tenant.run(randomUUID(), (tx) => jobs.enqueue(tx, 'spec-fails', { times: 2 }));
    await eventually(isDone(id));
    expect(await runOf(id)).toMatchObject({ attempts: 3 });
  });

  it('keeps for its hour a run that is to come', async () => {
    const { jobs } = producer();
    worker().start({ sweep: false });
    const runAt = new Date(Date.now() + 1_200);
    const id = await db.tenant.run(randomUUID(), (tx) => jobs.enqueue(tx, 'queue-check', {}, { runAt }));
    await wait(600);
    expect((await runOf(id)).state).toBe('waiting');
    await eventually(isDone(id));
    expect(Date.now()).toBeGreaterThanOrEqual(runAt.getTime() - 1_000);
  });

  it('rings again when every bell was lost', async () => {
    const { jobs, relay } = producer();
    const ids = [await enqueue(jobs), await enqueue(jobs), await enqueue(jobs)];
    await relay.settled();
    await wipe();
    worker().start();
    for (const id of ids) await eventually(isDone(id));
    for (const id of ids) expect(await marks(id)).toMatchObject([{ step: 1, times: 1 }]);
  });

  it('runs once a run whose bell was rung many times, by several workers', async () => {
    const { jobs, queue, relay } = producer();
    const ids = await Promise.all(Array.from({ length: 12 }, () => enqueue(jobs, 2, 20)));
    await relay.settled();
    for (let turn = 0; turn < 3; turn++) {
      worker().start();
      await queue.ring(ids.map((id) => ({ id, job: 'spec-steps', runAt: null })));
    }
    for (const id of ids) await eventually(isDone(id));
    for (const id of ids) expect((await marks(id)).map(({ times }) => times)).toEqual([1, 1]);
  });

  it('finishes with another worker what one killed in the middle had begun, once', async () => {
    const { jobs } = producer();
    const victim = await child();
    const id = await enqueue(jobs, 6, 250);
    await eventually(async () => (await runOf(id)).progress > 0, 20_000);
    victim.kill('SIGKILL');
    await child();
    await eventually(isDone(id), 25_000);
    const steps = await marks(id);
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(steps.map(({ pid }) => pid)).size).toBe(2);
    expect(await runOf(id)).toMatchObject({ attempts: 2 });
    const before = await marks(id);
    await wait(1_500);
    expect(await marks(id)).toEqual(before);
  }, 60_000);

  it('lets a worker told to stop put its run back in line, for the next one', async () => {
    const { jobs } = producer();
    const leaving = await child();
    const id = await enqueue(jobs, 40, 100);
    await eventually(async () => (await runOf(id)).progress > 0, 20_000);
    const gone = new Promise((resolve) => leaving.once('exit', resolve));
    leaving.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(await runOf(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await db.peek(`update outbox set data = '{"steps": 1, "stepMs": 1}' where id = $1`, [id]);
    worker().start();
    await eventually(isDone(id));
  }, 40_000);

  it('makes one run per occurrence of a schedule, however often its bell rings', async () => {
    const made = worker();
    const key = `spec.${randomUUID()}`;
    await made.schedules.upsert(key, { job: 'queue-check', data: {}, cron: '0 6 1 1,4,7,10 *', timeZone: 'Europe/Paris', communityId: randomUUID() });
    await made.schedules.upsert(key, { job: 'queue-check', data: {}, cron: '0 6 1 1,4,7,10 *', timeZone: 'Europe/Paris', communityId: null });
    const { queue } = producer();
    expect(await queue.scheduleKeys()).toEqual([key]);
    expect(await made.schedules.fire(key)).toBe(false);
    const [row] = await db.peek<{ next_at: Date }>('select next_at from schedule where key = $1', [key]);
    expect(new Intl.DateTimeFormat('fr', { timeZone: 'Europe/Paris', hour: 'numeric', day: 'numeric' }).format(row!.next_at)).toMatch(/^1\D+06\D/);

    await db.peek(`update schedule set next_at = now() - interval '1 minute' where key = $1`, [key]);
    const fired = await Promise.all([made.schedules.fire(key), made.schedules.fire(key), made.schedules.fireOverdue()]);
    expect(fired.filter((one) => one === true).length).toBeLessThanOrEqual(1);
    expect(await db.peek(`select job from outbox where job = 'queue-check'`)).toHaveLength(1);
  });

  it('rings a schedule by itself, and after all was lost', async () => {
    const made = worker();
    const key = `spec.${randomUUID()}`;
    // Six fields: every second, so that the spec does not wait for a quarter to end.
    await made.schedules.upsert(key, { job: 'queue-check', data: {}, cron: '* * * * * *', timeZone: 'Europe/Paris', communityId: null });
    made.start({ sweep: false });
    const count = async () => (await db.peek(`select 1 from outbox where job = 'queue-check' and state = 'done'`)).length;
    await eventually(async () => (await count()) >= 2);
    await wipe();
    await made.schedules.hangAll();
    const before = await count();
    await eventually(async () => (await count()) >= before + 2);
    await made.schedules.sync('spec.', []);
    expect(await producer().queue.scheduleKeys()).toEqual([]);
    expect(await db.peek('select 1 from schedule')).toEqual([]);
  });

  it('comes back by itself when the database was away', async () => {
    const wire = await TcpProxy.to(db.config.DATABASE_APP_URL);
    closings.unshift(() => wire.cut());
    const config = changed({ DATABASE_APP_URL: wire.through(db.config.DATABASE_APP_URL) });
    const database = await new Database(config, db.log, []).open();
    worker(config, new SystemDb(database)).start();
    closings.unshift(() => database.close());
    const { jobs } = producer();
    await eventually(isDone(await enqueue(jobs)));
    const caught = await enqueue(jobs, 10, 100);
    await eventually(async () => (await runOf(caught)).progress > 0);

    await wire.cut();
    const meanwhile = await enqueue(jobs);
    await wait(1_000);
    await wire.mend();
    await eventually(isDone(meanwhile), 20_000);
    await eventually(isDone(caught), 20_000);
    expect((await marks(caught)).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await eventually(isDone(await enqueue(jobs)), 20_000);
  }, 60_000);

  if (backend === 'redis') {
    it.each(['cut', 'silence'] as const)('writes without waiting while Redis is away (%s), and catches up by itself', async (trouble) => {
      const wire = await TcpProxy.to(redisUrl!);
      closings.unshift(() => wire.cut());
      const config = changed({ REDIS_URL: wire.through(redisUrl!) });
      const { jobs, relay } = producer(config, 500);
      worker(config).start();
      await eventually(isDone(await enqueue(jobs)));

      await wire[trouble]();
      const started = performance.now();
      const ids = await Promise.all([enqueue(jobs), enqueue(jobs), enqueue(jobs)]);
      expect(performance.now() - started).toBeLessThan(400);
      await relay.settled();
      await wait(300);
      for (const id of ids) expect((await runOf(id)).state).toBe('waiting');

      await wire.mend();
      for (const id of ids) await eventually(isDone(id), 20_000);
      for (const id of ids) expect(await marks(id)).toMatchObject([{ times: 1 }]);
      const after = await enqueue(jobs);
      await eventually(isDone(after), 20_000);
    }, 60_000);

    it('starts while Redis is not there yet', async () => {
      const wire = await TcpProxy.to(redisUrl!);
      closings.unshift(() => wire.cut());
      const config = changed({ REDIS_URL: wire.through(redisUrl!) });
      await wire.cut();
      const { jobs } = producer(config, 500);
      worker(config).start();
      const id = await enqueue(jobs);
      await wait(1_000);
      await wire.mend();
      await eventually(isDone(id), 20_000);
    }, 40_000);
  }
});
