import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { jobNames } from '@maillage/features';
import { productDb } from '@maillage/features/testing';
import { eventually, testServices, type TestDb } from '@maillage/platform/testing';
import { handlersByJob, JobQueue, Jobs, Relay, type AnyJobHandler } from '@maillage/platform';
import { handlers } from './handlers';

const { redisUrl } = testServices();
const backends = redisUrl ? (['redis', 'postgres'] as const) : (['postgres'] as const);
const registration = path.resolve(__dirname, '../../libs/platform/testing/ts-register.cjs');

interface Started {
  child: ChildProcess;
  output: () => string;
  /** Exit code, or the signal that ended it. */
  gone: Promise<number | string | null>;
}

function launch(environment: Record<string, string>): Started {
  const child = fork(path.join(__dirname, 'main.ts'), [], {
    execArgv: ['-r', registration],
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...environment },
    silent: true,
  });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const gone = new Promise<number | string | null>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return { child, output: () => text, gone };
}

const listening = (started: Started) =>
  eventually(() => /"healthPort":(\d+)/.exec(started.output())?.[1] ?? (started.child.exitCode !== null && Promise.reject(new Error(started.output()))), 25_000);

it('has exactly one handler for each job of the product', () => {
  const made = handlers.map((Handler) => Reflect.construct(Handler, []) as AnyJobHandler);
  expect([...handlersByJob(jobNames, made).keys()].sort()).toEqual(Object.keys(jobNames).sort());
});

it('says everything that is wrong with its configuration, and does not start', async () => {
  const started = launch({ PORT: 'abc' });
  expect(await started.gone).toBe(1);
  for (const name of ['DATABASE_APP_URL', 'PUBLIC_URL', 'FILES_DIR', 'PORT']) expect(started.output()).toContain(`${name}\u00a0:`);
});

describe.each(backends)('the worker on %s', (backend) => {
  let db: TestDb;
  let environment: Record<string, string>;
  let running: Started[] = [];
  beforeAll(async () => {
    const queue = { QUEUE: backend, QUEUE_PREFIX: `{spec-${randomUUID()}}`, ...(redisUrl && { REDIS_URL: redisUrl }) };
    db = await productDb({ fresh: true, environment: queue });
    environment = {
      ...queue,
      DATABASE_APP_URL: db.config.DATABASE_APP_URL,
      FILES_DIR: db.config.FILES_DIR,
      PUBLIC_URL: db.config.PUBLIC_URL,
      WORKER_PORT: '0',
    };
  });
  afterEach(async () => {
    for (const { child, gone } of running) {
      child.kill('SIGKILL');
      await gone;
    }
    running = [];
  });
  afterAll(() => db.close());

  const start = () => {
    const started = launch(environment);
    running.push(started);
    return started;
  };

  it('carries out a job, answers for its health, and leaves when told to', async () => {
    const queue = new JobQueue(db.config, db.log);
    const relay = new Relay(db.system, queue, db.log);
    const jobs = new Jobs(db.ids, relay);
    const started = start();
    const port = await listening(started);
    const id = await db.system.run((tx) => jobs.enqueue(tx, 'queue-check', {}));
    const [run] = await eventually(async () => {
      const rows = await db.peek<{ state: string; progress_label: string }>(`select * from outbox where id = $1 and state = 'done'`, [id]);
      return rows.length > 0 && rows;
    });
    expect(run?.progress_label).toBe('La file des tâches répond.');
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true, database: true, queue: true }]);
    expect((await fetch(`http://127.0.0.1:${port}/anything`)).status).toBe(404);

    started.child.kill('SIGTERM');
    expect(await started.gone).toBe(0);
    await relay.settled();
    await queue.close();
  }, 60_000);

  it('leaves when the process that launched it is gone', async () => {
    const started = start();
    await listening(started);
    started.child.disconnect();
    expect(await started.gone).toBe(0);
  }, 60_000);
});
