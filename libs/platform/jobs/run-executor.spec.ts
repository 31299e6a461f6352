import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { eventually, testDb, type TestDb } from '../testing';
import { effectTable, specHandlers, specJobs } from '../testing/spec-jobs';
import type { AnyJobHandler } from './job';
import { backoff, handlersByJob, ordinaryTiming, RunExecutor } from './run-executor';

describe('runs of jobs', () => {
  let db: TestDb;
  let handlers: AnyJobHandler[];
  beforeAll(async () => {
    db = await testDb({ fresh: true });
    await db.peek(effectTable);
    handlers = specHandlers(db.system);
  });
  afterAll(() => db.close());

  const executor = (own = handlers, timing = { leaseMs: 600, backoffMs: 20, backoffLimitMs: 100 }) =>
    new RunExecutor(db.system, new Map(own.map((handler) => [handler.job, handler])), db.log, timing);
  const enqueue = (community: string, steps = 1) =>
    db.tenant.run(community, (tx) => db.jobs.enqueue(tx, 'spec-steps', { steps, stepMs: 1 }, { subject: randomUUID() }));
  const runOf = async (id: string) => {
    const [row] = await db.peek<{ state: string; attempts: number; error: string | null; progress: number }>('select * from outbox where id = $1', [id]);
    return row;
  };
  const marks = async (id: string) =>
    (await db.peek<{ step: number; times: number }>('select step, times from spec_effect where run_id = $1 order by step', [id])).map((row) => [row.step, row.times]);

  it('refuses to start when a job has no handler, two, or a handler has no job', () => {
    expect([...handlersByJob(specJobs, handlers).keys()].sort()).toEqual(Object.keys(specJobs).sort());
    expect(() => handlersByJob(specJobs, handlers.slice(1))).toThrow('aucun traitement pour la tâche «\u00a0queue-check\u00a0»');
    expect(() => handlersByJob(specJobs, [...handlers, handlers[0]!])).toThrow('deux traitements pour la tâche «\u00a0queue-check\u00a0»');
    expect(() => handlersByJob({ 'spec-steps': true }, handlers)).toThrow('une tâche inconnue, «\u00a0queue-check\u00a0»');
  });

  it('exist when their transaction commits, and not when it does not', async () => {
    const community = randomUUID();
    const kept = await enqueue(community);
    let lost = '';
    await db.tenant
      .run(community, async (tx) => {
        lost = await db.jobs.enqueue(tx, 'spec-steps', { steps: 1, stepMs: 1 });
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(await runOf(kept)).toMatchObject({ state: 'waiting' });
    expect(await runOf(lost)).toBeUndefined();
  });

  it('are seen by their community only, about a subject newest first', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const subject = randomUUID();
    const ids: string[] = [];
    for (let turn = 0; turn < 2; turn++) ids.unshift(await db.tenant.run(a, (tx) => db.jobs.enqueue(tx, 'queue-check', {}, { subject })));
    expect((await db.tenant.run(a, (tx) => db.jobs.runsOf(tx, subject))).map(({ id }) => id)).toEqual(ids);
    expect(await db.tenant.run(b, (tx) => db.jobs.runsOf(tx, subject))).toEqual([]);
    expect(await db.tenant.run(b, (tx) => db.jobs.find(tx, ids[0]!))).toBeUndefined();
    expect(await db.tenant.run(b, (tx) => db.jobs.cancel(tx, ids[0]!))).toBe(false);
  });

  it('may be enqueued by people who have no community at work', async () => {
    const id = await db.directory.run((tx) => db.jobs.enqueue(tx, 'queue-check', {}));
    const runs = await db.runJobs(handlers.filter(({ job }) => job === 'queue-check'));
    expect(runs.find((run) => run.id === id)).toMatchObject({ communityId: null, state: 'done', progress: 100 });
  });

  it('run once when two bells ring at once', async () => {
    const id = await enqueue(randomUUID(), 3);
    await Promise.all([executor().carryOut(id), executor().carryOut(id)]);
    expect(await marks(id)).toEqual([[1, 1], [2, 1], [3, 1]]);
    expect(await runOf(id)).toMatchObject({ state: 'done', attempts: 1, progress: 100 });
    expect(await executor().carryOut(id)).toBeNull();
    expect(await marks(id)).toEqual([[1, 1], [2, 1], [3, 1]]);
  });

  it('wait for their hour', async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    const id = await db.tenant.run(randomUUID(), (tx) => db.jobs.enqueue(tx, 'queue-check', {}, { runAt }));
    expect(await executor().carryOut(id)).toEqual(runAt);
    expect(await marks(id)).toEqual([]);
  });

  it('are tried again with a growing wait, then fail with a sentence', async () => {
    const community = randomUUID();
    const enqueueFails = (times: number) => db.tenant.run(community, (tx) => db.jobs.enqueue(tx, 'spec-fails', { times }));
    const [saved, lost] = [await enqueueFails(2), await enqueueFails(9)];
    for (const id of [saved, lost]) {
      for (let again: Date | null = new Date(); again; ) {
        again = await executor().carryOut(id);
        if (again) await new Promise((resolve) => setTimeout(resolve, 60));
      }
    }
    expect(await runOf(saved)).toMatchObject({ state: 'done', attempts: 3 });
    expect(await runOf(lost)).toMatchObject({ state: 'failed', attempts: 3, error: 'Erreur inattendue\u00a0: panne 3' });
    const waits = [1, 2, 3, 4].map((attempt) => backoff(attempt, ordinaryTiming));
    waits.forEach((wait, index) => {
      const full = ordinaryTiming.backoffMs * 2 ** index;
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThanOrEqual(full);
    });
    expect(backoff(40, ordinaryTiming)).toBeLessThanOrEqual(ordinaryTiming.backoffLimitMs);
  });

  it('fail at once when the handler says that trying again is useless, and can be put back in line', async () => {
    const community = randomUUID();
    const id = await db.tenant.run(community, (tx) => db.jobs.enqueue(tx, 'spec-fails', { times: 0, refuse: true }));
    expect(await executor().carryOut(id)).toBeNull();
    expect(await runOf(id)).toMatchObject({ state: 'failed', attempts: 1, error: 'Le destinataire n’existe pas.' });
    expect(await db.tenant.run(community, (tx) => db.jobs.restart(tx, id))).toBe(true);
    expect(await runOf(id)).toMatchObject({ state: 'waiting', attempts: 0, error: null });
  });

  it('describe errors in the words of whoever knows them', async () => {
    const id = await db.tenant.run(randomUUID(), (tx) => db.jobs.enqueue(tx, 'queue-check', {}));
    const refusing: AnyJobHandler = { job: 'queue-check', attempts: 1, handle: () => Promise.reject(new RangeError('x')) };
    const own = new RunExecutor(db.system, new Map([['queue-check', refusing]]), db.log, ordinaryTiming, (error) =>
      error instanceof RangeError ? 'Le trimestre est déjà clos.' : undefined,
    );
    await own.carryOut(id);
    expect(await runOf(id)).toMatchObject({ state: 'failed', error: 'Le trimestre est déjà clos.' });
  });

  it('stop when they are cancelled, and what they did after does not count', async () => {
    const community = randomUUID();
    const id = await db.tenant.run(community, (tx) => db.jobs.enqueue(tx, 'spec-steps', { steps: 50, stepMs: 50 }));
    const working = executor().carryOut(id);
    await eventually(async () => (await runOf(id))!.progress > 0);
    expect(await db.tenant.run(community, (tx) => db.jobs.cancel(tx, id))).toBe(true);
    expect(await working).toBeNull();
    expect(await runOf(id)).toMatchObject({ state: 'cancelled' });
    expect((await marks(id)).length).toBeLessThan(20);
  });

  it('keep their lease while they work longer than it', async () => {
    const id = await db.tenant.run(randomUUID(), (tx) => db.jobs.enqueue(tx, 'spec-steps', { steps: 4, stepMs: 400 }));
    const working = executor().carryOut(id);
    await eventually(async () => (await marks(id)).length === 3);
    const again = await executor().carryOut(id);
    expect(again!.getTime()).toBeGreaterThan(Date.now());
    await working;
    expect(await runOf(id)).toMatchObject({ state: 'done', attempts: 1 });
  });

  it('are taken by another when their worker is silent, and given up when that happens too often', async () => {
    const id = await enqueue(randomUUID());
    await db.peek(`update outbox set state = 'running', attempts = 2, lease_token = $2, lease_until = now() - interval '1 second' where id = $1`, [id, randomUUID()]);
    await executor().carryOut(id);
    expect(await runOf(id)).toMatchObject({ state: 'done', attempts: 3 });

    const cursed = await enqueue(randomUUID());
    await db.peek(`update outbox set state = 'running', attempts = 5, lease_token = $2, lease_until = now() - interval '1 second' where id = $1`, [cursed, randomUUID()]);
    await executor().carryOut(cursed);
    expect(await runOf(cursed)).toMatchObject({ state: 'failed', error: 'La tâche a été interrompue 5 fois avant sa fin.' });
  });

  it('go back in line, uncounted, when the worker must stop before they end', async () => {
    const id = await db.tenant.run(randomUUID(), (tx) => db.jobs.enqueue(tx, 'spec-steps', { steps: 100, stepMs: 50 }));
    const own = executor();
    const working = own.carryOut(id);
    await eventually(async () => (await runOf(id))!.progress > 0);
    expect(await own.stop(400)).toBe(true);
    await working;
    expect(await runOf(id)).toMatchObject({ state: 'waiting', attempts: 0, error: null });
    expect(await own.carryOut(id)).toBeInstanceOf(Date);
  });

  it('tell each move to those who listen', async () => {
    const heard: { runId: string; state: string; progress: number; label: string | null; communityId: string }[] = [];
    const listener = new Client({ connectionString: db.config.DATABASE_APP_URL });
    await listener.connect();
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload!)));
    await listener.query('listen job_progress');
    const community = randomUUID();
    const id = await enqueue(community, 2);
    await executor().carryOut(id);
    await eventually(() => heard.some((event) => event.runId === id && event.state === 'done'));
    await listener.end();
    expect(heard.filter((event) => event.runId === id).map(({ state, progress, label }) => [state, progress, label])).toEqual([
      ['waiting', 0, null],
      ['running', 0, null],
      ['running', 50, 'étape 1 sur 2'],
      ['running', 100, 'étape 2 sur 2'],
      ['done', 100, 'étape 2 sur 2'],
    ]);
    expect(heard[0]?.communityId).toBe(community);
  });
});
