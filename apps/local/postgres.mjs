// An embedded PostgreSQL server: made once, started and stopped with its owner, recognised after a brutal end.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRoot, projectFolder, removeFolder, unprivileged } from './places.mjs';
import { anyFreePort } from './ports.mjs';
import { databaseAccount, postgresPrograms, whyItDoesNotRun } from './postgres-binaries.mjs';
import { endProcess, lookUp } from './processes.mjs';
import { Trouble, diskIsFull } from './trouble.mjs';

const superuser = 'postgres';

/**
 * Starts the server whose files are `home`/`name`. Returns `{ url(database), stop(), exited }`.
 * `settings` are server settings; `password` protects the loopback port from the other accounts of the machine.
 */
export async function startPostgres({ home, name, password, settings = {} }) {
  const programs = postgresPrograms(home);
  const data = join(home, name);
  await stopLeftover(data);
  if (!existsSync(join(data, 'PG_VERSION'))) makeCluster({ programs, data, home, password });
  checkVersion(programs, data);
  for (let attempt = 1; ; attempt += 1) {
    const port = await anyFreePort();
    const server = await run({ programs, data, log: join(home, `${name}.log`), port, settings });
    if (server.ready) return handle(server.child, port, password);
    if (attempt < 3 && /could not bind|Address already in use/i.test(server.tail)) continue;
    throw new Trouble(whyItStopped(server.tail, data, join(home, `${name}.log`)));
  }
}

/** Makes the database when the server has none of this name; true when it was made. */
export async function ensureDatabase(url, database) {
  if (await hasDatabase(url, database)) return false;
  await onServer(url, (client) => client.query(`create database ${quoted(database)}`));
  return true;
}

/** Is there a database of this name? */
export function hasDatabase(url, database) {
  return onServer(url, async (client) => (await client.query('select 1 from pg_database where datname = $1', [database])).rowCount > 0);
}

/** An empty database of this name, whatever was there before. */
export function newDatabase(url, database) {
  return onServer(url, async (client) => {
    await client.query(`drop database if exists ${quoted(database)} with (force)`);
    await client.query(`create database ${quoted(database)}`);
  });
}

/** Gives a database its definitive name, once nobody is connected to it any more. */
export function renameDatabase(url, from, to) {
  return onServer(url, async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
    await client.query(`alter database ${quoted(from)} rename to ${quoted(to)}`);
  });
}

async function onServer(url, work) {
  const { Client } = createRequire(join(projectFolder, 'package.json'))('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** Stops the server that still runs on this folder, if the process table says it is that one. */
export async function stopLeftover(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const seen = lookUp(pid);
  if (seen && seen.command.includes(data)) await endProcess(pid, { signal: 'SIGINT', patience: 20_000 });
  rmSync(file, { force: true });
}

function makeCluster({ programs, data, home, password }) {
  const draft = `${data}.draft`;
  const passwordFile = `${data}.password`;
  removeFolder(draft);
  if (existsSync(data)) removeFolder(data); // no PG_VERSION: never was a cluster
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (isRoot()) for (const path of [draft, passwordFile]) chownSync(path, unprivileged.uid, unprivileged.gid);
  try {
    const made = spawnSync(
      join(programs, 'initdb'),
      ['-D', draft, '-U', superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--locale-provider=icu', '--icu-locale=fr', '--no-sync'],
      { ...databaseAccount(), cwd: home, encoding: 'utf8', env: serverEnvironment() },
    );
    if (made.status !== 0) {
      removeFolder(draft);
      if (/No space left/i.test(made.stderr ?? '')) throw new Trouble(diskIsFull(data));
      throw new Trouble(whyItDoesNotRun(join(programs, 'initdb'), made));
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

function checkVersion(programs, data) {
  const kept = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const ours = /(\d+)/.exec(spawnSync(join(programs, 'postgres'), ['--version'], { ...databaseAccount(), encoding: 'utf8', cwd: '/' }).stdout)?.[1];
  if (ours && kept !== ours) {
    throw new Trouble(
      `La base de données de « ${data} » a été faite par PostgreSQL ${kept} et ce projet utilise PostgreSQL ${ours}. ` +
        'Rien n’a été touché. Sauvegardez-la avec l’ancienne version (« npm run cli -- backup »), déplacez ce dossier, relancez, puis restaurez.',
    );
  }
}

async function run({ programs, data, log, port, settings }) {
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    log_min_messages: 'warning',
    timezone: 'UTC',
    ...settings,
  };
  const output = openSync(log, 'w', 0o600);
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])], {
    ...databaseAccount(),
    cwd: data,
    detached: true, // a Ctrl-C in the terminal is for the launcher, which stops the database last
    stdio: ['ignore', output, output],
    env: serverEnvironment(),
  });
  closeSync(output);
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  const limit = Date.now() + 60_000;
  while (!gone && Date.now() < limit) {
    if (isReady(data, child.pid)) return { ready: true, child: { pid: child.pid, exited, stop: () => stop(child, exited) }, tail: '' };
    await pause(20);
  }
  if (!gone) await stop(child, exited);
  return { ready: false, tail: readFileSync(log, 'utf8').slice(-4000) };
}

/** The server writes its state in the eighth line of its pid file. */
function isReady(data, pid) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stop(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT'); // « fast »: ends sessions, writes everything down
  const patience = new AbortController();
  await Promise.race([exited, pause(20_000, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGQUIT');
}

function handle(child, port, password) {
  return {
    pid: child.pid,
    port,
    exited: child.exited,
    stop: child.stop,
    url: (database = superuser, user = superuser, secret = password) =>
      `postgres://${encodeURIComponent(user)}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`,
  };
}

function serverEnvironment() {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
}

function whyItStopped(tail, data, log) {
  if (/No space left on device/i.test(tail)) return diskIsFull(data);
  if (/error while loading shared libraries/.test(tail)) return whyItDoesNotRun('postgres', { stderr: tail });
  const last = tail.trim().split('\n').slice(-5).join('\n  ');
  return (
    `La base de données n’a pas démarré. Ses fichiers sont intacts dans « ${data} ». Dernières lignes de son journal (${log}) :\n  ${last}\n` +
    'Corrigez la cause indiquée puis relancez ; en dernier recours, mettez ce dossier de côté pour repartir de données neuves.'
  );
}
