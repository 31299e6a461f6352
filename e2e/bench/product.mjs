// The product as it runs: API and worker, built, each in its process, on the bench's own database.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { endLeftover, keepRunning, lastLines } from '../../apps/local/children.mjs';
import { commandLine } from '../../apps/local/command-line.mjs';
import { folder, projectFolder, removeFolder, runtimeFolder } from '../../apps/local/places.mjs';
import { anyFreePort } from '../../apps/local/ports.mjs';
import { newDatabase } from '../../apps/local/postgres.mjs';
import { nodeFlags, productEnvironment } from '../../apps/local/programs.mjs';
import { secret } from '../../apps/local/secrets.mjs';
import { Trouble } from '../../apps/local/trouble.mjs';
import { fill } from './fill.mjs';

export const require = createRequire(join(projectFolder, 'package.json'));

/** The password of every invented person. */
export const password = 'Brouette+Lune=57';

/** Connections of the API to the database, and of the reference server. */
export const poolSize = 10;

/** A database of that name, migrated and filled. Returns its two addresses. */
export async function makeDatabase({ name, services, communities, calendar, closing, tell }) {
  await newDatabase(services.databaseUrl, name);
  const owner = new URL(services.databaseUrl);
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.username = 'maillage_login_bench';
  app.password = secret('test-database-login');
  const database = { ownerUrl: owner.href, appUrl: app.href };
  const env = environmentOf({ database, services, port: 0 }).owner;
  await commandLine(['migrate'], { env, closing, doing: 'Mise à jour des tables' });
  const { Passwords } = require('./dist/libs/features/identity/passwords.js');
  const rows = await fill({ url: database.ownerUrl, communities, calendar, passwordHash: await new Passwords().hash(password), tell });
  return { ...database, name, rows, communities };
}

/** Removes a database of the bench. */
export async function dropDatabase({ services, name }) {
  const client = await connect(services.databaseUrl);
  await client.query(`drop database if exists "${name}" with (force)`);
  await client.end();
}

/** A connection as the owner, to look and to wait. */
export async function connect(url) {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function environmentOf({ database, services, port }) {
  return productEnvironment({
    database,
    queue: services.redisUrl ? { kind: 'redis', url: services.redisUrl } : { kind: 'postgres' },
    smtpUrl: 'smtp://127.0.0.1:9',
    files: folder(runtimeFolder, 'bench', 'files'),
    port,
    publicUrl: `http://localhost:${port}`,
  });
}

/** Starts the API on a database: `{ port, stop }`. Its access log goes to a file, as it does for people. */
export async function startApi({ database, services, closing, suffix = '' }) {
  const port = await anyFreePort();
  const env = programEnvironment({ database, services, port });
  return start({ name: `bench-api${suffix}`, module: join(projectFolder, 'dist/apps/api/main.js'), env, closing, port });
}

/** Starts the worker on a database: `{ pid, stop }`. */
export async function startWorker({ database, services, closing }) {
  return start({ name: 'bench-worker', module: join(projectFolder, 'dist/apps/worker/main.js'), env: programEnvironment({ database, services, port: 0 }), flags: nodeFlags.worker, closing });
}

/** Starts the reference server on a database: `{ port, stop }`. */
export async function startCeiling({ database, closing, suffix = '' }) {
  const port = await anyFreePort();
  const env = { ...process.env, BENCH_DATABASE_URL: database.appUrl, BENCH_POOL: String(poolSize), PORT: String(port), NODE_ENV: 'production' };
  return start({ name: `bench-ceiling${suffix}`, module: join(projectFolder, 'e2e/bench/ceiling-server.mjs'), env, closing, port });
}

function programEnvironment({ database, services, port }) {
  const env = environmentOf({ database, services, port }).programs;
  return { ...env, QUEUE_PREFIX: `{maillage-${database.name}}`, DATABASE_POOL: String(poolSize) };
}

async function start({ name, module, env, flags, closing, port }) {
  await endLeftover(name);
  const child = keepRunning(name, module, { env, flags });
  const forget = closing.add(child.stop);
  const first = await Promise.race([child.ready.then(() => 'ready'), child.exited.then(() => 'exited'), pause(60_000).then(() => 'late')]);
  if (first !== 'ready') throw new Trouble(`Le programme « ${name} » ne démarre pas. Dernières lignes de son journal :\n${lastLines(name)}`);
  return {
    pid: child.pid,
    port,
    stop: async () => {
      forget();
      await child.stop();
    },
  };
}

/** Files written by the bench, taken away. */
export const removeFiles = () => removeFolder(join(runtimeFolder, 'bench', 'files'));

/** Signs a person in and returns the cookie of the session. */
export async function signIn(port, email) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-maillage': '1' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  await answer.arrayBuffer();
  if (!answer.ok || !cookie) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return cookie;
}

/** Asks the API as this session; returns `{ status, headers, text }`. */
export async function ask(port, cookie, path, { method = 'GET', body } = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    method,
    headers: { cookie, 'x-maillage': '1', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
