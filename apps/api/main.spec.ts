import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { productDb } from '@maillage/features/testing';
import type { TestDb } from '@maillage/platform/testing';

const root = path.resolve(__dirname, '../..');

/** The API as a process of its own, as the launcher starts it. */
function run(environment: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['-r', './libs/platform/testing/ts-register.cjs', 'apps/api/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  child.stdout?.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (text += part.toString()));
  return { child, said: () => text };
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const ended = async (child: ChildProcess): Promise<number | null> => (child.exitCode === null ? ((await once(child, 'exit')) as [number | null])[0] : child.exitCode);

describe('the process of the API', () => {
  let db: TestDb;
  const environment = (more: Record<string, string> = {}): Record<string, string> => ({
    DATABASE_APP_URL: db.config.DATABASE_APP_URL,
    FILES_DIR: db.config.FILES_DIR,
    PUBLIC_URL: 'http://127.0.0.1',
    QUEUE: 'postgres',
    LOG_LEVEL: 'info',
    ...more,
  });

  beforeAll(async () => {
    db = await productDb();
  });
  afterAll(() => db.close());

  it.each<[string, (child: ChildProcess) => void]>([
    ['is asked to stop', (child) => void child.kill('SIGTERM')],
    ['loses its launcher', (child) => child.disconnect()],
  ])('says it is ready, answers, and leaves when it %s', async (_, stop) => {
    const port = await freePort();
    const { child, said } = run(environment({ PORT: String(port) }));
    const [message] = (await once(child, 'message')) as [unknown];
    expect(message).toEqual({ ready: true });
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { headers: { 'x-request-id': 'essai-12345', cookie: 'maillage=secret' } });
    expect(await answer.json()).toMatchObject({ status: 'ok', database: 'ok' });
    stop(child);
    await ended(child);
    const lines = said().trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find(({ msg }) => msg === 'answered')).toMatchObject({ requestId: 'essai-12345', route: '/api/health', status: 200, method: 'GET' });
    expect(said()).not.toContain('secret');
    await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
  });

  it('says every fault of its configuration, in French', async () => {
    const { child, said } = run({});
    expect(await ended(child)).toBe(1);
    expect(said()).toContain('La configuration ne convient pas');
    for (const name of ['DATABASE_APP_URL', 'PUBLIC_URL', 'FILES_DIR']) expect(said()).toContain(name);
  });

  it('says what to do when its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const taken = run(environment({ PORT: String(port) }));
    expect(await ended(taken.child)).toBe(1);
    expect(taken.said()).toContain(`Le port ${port} est déjà pris.`);
    server.close();
  });
});
