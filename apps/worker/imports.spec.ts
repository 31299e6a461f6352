import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { VerifyJournal } from '@maillage/features/community';
import { ChangeImport, DefineIndicator, ImportQueries, StartImport, type ImportView } from '@maillage/features/indicators';
import { makeCommunity, makeWorld, refusal, type MadeCommunity, type World } from '@maillage/features/testing';
import { eventually, TcpProxy, testServices } from '@maillage/platform/testing';

const { redisUrl } = testServices();
const backends = redisUrl ? (['redis', 'postgres'] as const) : (['postgres'] as const);
const registration = path.resolve(__dirname, '../../libs/platform/testing/ts-register.cjs');
const values = 400;

describe.each(backends)('values imported by real workers on %s', (backend) => {
  let world: World;
  let environment: Record<string, string>;
  let here: MadeCommunity;
  let indicatorId: string;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    const queue = { QUEUE: backend, QUEUE_PREFIX: `{spec-${randomUUID()}}`, ...(redisUrl && { REDIS_URL: redisUrl }) };
    world = await makeWorld({ fresh: true, environment: queue });
    const { DATABASE_APP_URL, FILES_DIR, PUBLIC_URL } = world.db.config;
    environment = { ...queue, DATABASE_APP_URL, FILES_DIR, PUBLIC_URL };
  });
  beforeEach(async () => {
    world.clock.set(new Date());
    here = await makeCommunity(world);
    indicatorId = await world.get(DefineIndicator).create(here.coordinator, {
      code: 'REU-01', name: 'Réunions', definition: 'Réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0, direction: 'up', frequency: 'month', aggregation: 'sum',
      bounded: false, countsPatients: false, source: null, evidenceExpected: null, baseline: null, missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '1990-01-01',
    });
  });
  afterEach(async () => {
    for (const child of running) await kill(child);
  });
  afterAll(() => world.close());

  /** A worker in a process of its own. */
  const start = async (more: Record<string, string> = {}): Promise<ChildProcess> => {
    const child = fork(path.join(__dirname, 'testing/fast-worker.ts'), [], { execArgv: ['-r', registration], env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...environment, ...more }, silent: true });
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new Error(text)));
    });
    running.add(child);
    return child;
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    running.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  const page = (id: string): Promise<ImportView> => world.get(ImportQueries).page(here.coordinator, id);
  const becomes = (id: string, status: ImportView['status']) => eventually(async () => (await page(id)).status === status, 45_000);
  const written = async (): Promise<number[]> =>
    Promise.all(['measure', 'measure_change'].map(async (table) => (await world.db.peek(`select 1 from ${table} where community_id = $1`, [here.id])).length));
  const bring = (): Promise<string> => {
    const lines = Array.from({ length: values }, (_, index) => `REU-01;${1 + (index % 12)}/${1991 + Math.floor(index / 12)};${index}`);
    return world.get(StartImport).execute(here.coordinator, { name: 'valeurs.csv', bytes: Buffer.from(`Code;Période;Valeur\n${lines.join('\n')}\n`) });
  };
  const confirm = async (id: string): Promise<void> => world.get(ChangeImport).confirm(here.coordinator, await page(id), null);
  /** Holds a row the writing needs: its indicator before the first value, or the import itself once every value was written. */
  const hold = async (table: 'indicator' | 'value_import', id: string): Promise<Client> => {
    const client = new Client({ connectionString: world.db.ownerUrl });
    await client.connect();
    await client.query('begin');
    await client.query(`select 1 from ${table} where id = $1 for update`, [id]);
    return client;
  };
  const atTheLock = (table: 'indicator' | 'value_import') =>
    eventually(async () => (await world.db.peek(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query ~ 'from ${table} where .*for update'`)).length > 0, 30_000);
  /** Confirms an import whose writing then stops with every value written and nothing kept. */
  const confirmUpToTheEnd = async (id: string): Promise<Client> => {
    const before = await hold('indicator', indicatorId);
    await confirm(id);
    await atTheLock('indicator');
    const other = await hold('value_import', id);
    await before.end();
    await atTheLock('value_import');
    return other;
  };

  it('the worker killed while it writes: nothing is there, the page says so, another worker writes all of it once', async () => {
    const first = await start();
    const id = await bring();
    await becomes(id, 'ready');
    const other = await confirmUpToTheEnd(id);
    await kill(first);
    expect(await page(id)).toMatchObject({ status: 'writing', busy: true, run: { state: 'running' } });
    expect(await written()).toEqual([0, 0]);
    await other.end();
    await start();
    await becomes(id, 'done');
    expect(await written()).toEqual([values, values]);
    expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);
    expect(await world.db.peek(`select 1 from audit_entry where community_id = $1 and act = 'measure.imported'`, [here.id])).toHaveLength(1);
  }, 120_000);

  it('the database connection lost while it writes: nothing is there, it is tried again, all of it is written once', async () => {
    await start();
    const id = await bring();
    await becomes(id, 'ready');
    const other = await confirmUpToTheEnd(id);
    await world.db.peek(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query ~ 'from value_import where .*for update'`);
    expect(await written()).toEqual([0, 0]);
    await other.end();
    await becomes(id, 'done');
    expect(await written()).toEqual([values, values]);
  }, 120_000);

  it('cancelled while it writes: nothing is there, then or later', async () => {
    await start();
    const id = await bring();
    await becomes(id, 'ready');
    const other = await hold('indicator', indicatorId);
    await confirm(id);
    await atTheLock('indicator');
    await world.get(ChangeImport).cancel(here.coordinator, id);
    await other.end();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await page(id)).toMatchObject({ status: 'cancelled', busy: false });
    expect(await written()).toEqual([0, 0]);
    expect(await refusal(confirm(id))).toBe('import-transition');
  }, 120_000);

  (backend === 'redis' ? it : it.skip)('Redis stopped and started: the import waits in the database, then is done, once', async () => {
    const wire = await TcpProxy.to(redisUrl ?? '');
    await start({ REDIS_URL: wire.through(redisUrl ?? '') });
    await wire.cut();
    const id = await bring();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await page(id)).toMatchObject({ status: 'analysing', run: { state: 'waiting' } });
    await wire.mend();
    await becomes(id, 'ready');
    await wire.cut();
    await confirm(id);
    await wire.mend();
    await becomes(id, 'done');
    expect(await written()).toEqual([values, values]);
    await wire.cut();
  }, 120_000);
});
