import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { addMonths, today } from '@maillage/domain/kernel';
import type { IndicatorInput } from '@maillage/domain/indicators';
import { DefineIndicator, IndicatorQueries, RecordMeasure } from '@maillage/features/indicators';
import { makeCommunity, makeWorld, type MadeCommunity, type World } from '@maillage/features/testing';
import { eventually, testServices } from '@maillage/platform/testing';
import { kill, launch } from './testing/launch';

const { redisUrl } = testServices();
const backends = redisUrl ? (['redis', 'postgres'] as const) : (['postgres'] as const);
const lastMonth = addMonths(`${today(new Date(), 'Europe/Paris').slice(0, 7)}-01`, -1);
const periodKey = lastMonth.slice(0, 7);
const card: IndicatorInput = {
  code: 'REU-01', name: 'Réunions', definition: 'Réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0, direction: 'up', frequency: 'month',
  aggregation: 'sum', bounded: false, countsPatients: false, source: null, evidenceExpected: null, baseline: null, missions: ['prevention'], actionId: null, responsiblePersonId: null, trackedFrom: lastMonth,
};

describe.each(backends)('values computed by real workers on %s', (backend) => {
  let world: World;
  let environment: Record<string, string>;
  let here: MadeCommunity;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    const queue = { QUEUE: backend, QUEUE_PREFIX: `{spec-${randomUUID()}}`, ...(redisUrl && { REDIS_URL: redisUrl }) };
    world = await makeWorld({ fresh: true, environment: queue });
    const { DATABASE_APP_URL, FILES_DIR, PUBLIC_URL } = world.db.config;
    environment = { ...queue, DATABASE_APP_URL, FILES_DIR, PUBLIC_URL };
    world.clock.set(new Date());
    here = await makeCommunity(world);
  });
  afterEach(async () => {
    for (const child of running) await kill(child);
    running.clear();
  });
  afterAll(() => world.close());

  const start = async (): Promise<ChildProcess> => {
    const child = await launch(environment);
    running.add(child);
    return child;
  };
  const jobs = (state: string) => world.db.peek(`select 1 from outbox where community_id = $1 and job = 'indicators.recompute' and state = $2`, [here.id, state]);

  it('killed in the middle: another worker computes it, once', async () => {
    const input = await world.get(DefineIndicator).create(here.coordinator, card);
    const sum = await world.get(DefineIndicator).create(here.coordinator, { ...card, code: 'TOT', formula: { text: 'REU-01 * 2' } });
    const last = await world.get(DefineIndicator).create(here.coordinator, { ...card, code: 'TOT-2', formula: { text: 'TOT + REU-01' } });
    await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: input, periodKey, value: 4, revision: 0 });
    // The second of the two waits for this lock, the first one being written: the worker is killed between them.
    const held = [sum, last].sort()[1];
    const lock = new Client({ connectionString: world.db.ownerUrl });
    await lock.connect();
    await lock.query('begin');
    await lock.query('select 1 from indicator where id = $1 for update', [held]);
    const first = await start();
    await eventually(async () => (await jobs('running')).length > 0, 30_000);
    await kill(first);
    await lock.query('rollback');
    await lock.end();
    expect(await world.db.peek('select 1 from measure where indicator_id = any($1)', [[sum, last]])).toEqual([]);
    await Promise.all([start(), start()]);
    await eventually(async () => (await jobs('done')).length > 0 && (await jobs('waiting')).length + (await jobs('running')).length === 0, 60_000);
    const value = async (id: string) => (await world.get(IndicatorQueries).card(here.coordinator, id)).values.find(({ period }) => period.key === periodKey)?.measure;
    expect(await value(sum)).toMatchObject({ value: 8, origin: 'computed' });
    expect(await value(last)).toMatchObject({ value: 12, origin: 'computed' });
    expect(await world.get(IndicatorQueries).history(here.coordinator, sum, null)).toHaveLength(1);
    expect(await world.db.peek('select 1 from computed_due where community_id = $1', [here.id])).toEqual([]);
  }, 120_000);
});
