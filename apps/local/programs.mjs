// The API (which also serves the pages) and the worker, running; and their environment.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { endLeftover, keepRunning, lastLines, logPath } from './children.mjs';
import { projectFolder } from './places.mjs';
import { say } from './saying.mjs';
import { Trouble } from './trouble.mjs';

/** The environment of the product's programs on this machine; the owner's address is for the command line only. */
export function productEnvironment({ database, queue, smtpUrl, files, port, host = '127.0.0.1', publicUrl }, environment = process.env) {
  const rest = { ...environment };
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'NODE_OPTIONS']) delete rest[name];
  const address = publicUrl ?? environment.PUBLIC_URL ?? `http://localhost:${port}`;
  const programs = {
    ...rest,
    NODE_ENV: 'production',
    DATABASE_APP_URL: database.appUrl,
    QUEUE: queue.kind,
    ...(queue.url ? { REDIS_URL: queue.url } : {}),
    SMTP_URL: smtpUrl,
    MAIL_FROM: environment.MAIL_FROM ?? 'Maillage <ne-pas-repondre@maillage.localhost>',
    PUBLIC_URL: address,
    PORT: String(port),
    HOST: host,
    FILES_DIR: files,
    COOKIE_SECURE: environment.COOKIE_SECURE ?? String(address.startsWith('https:')),
    LOG_LEVEL: environment.LOG_LEVEL ?? 'info',
  };
  return { programs, owner: { ...programs, DATABASE_URL: database.ownerUrl } };
}

/**
 * Node's flags by program, the same as in the images (docker/Dockerfile.*). Documents leave much behind them: told of a smaller
 * limit, the worker cleans up as it goes and holds 250 MB instead of 430, for the same work.
 */
export const nodeFlags = { api: [], worker: ['--max-old-space-size=1536'] };

/**
 * Starts the API and the worker and waits until both say they are ready and the API that all is well. `suffix` sets the test copies apart.
 * The worker is started again when it dies.
 * Returns `{ exited }`, which resolves with the name of the first program that ends for good.
 */
export async function startPrograms({ env, port, closing, suffix = '' }) {
  const names = ['worker', 'api'];
  for (const name of names) await endLeftover(`${name}${suffix}`);
  const running = names.map((name) => {
    const module = join(projectFolder, 'dist', 'apps', name, 'main.js');
    if (!existsSync(module)) throw new Trouble(`Le programme « ${name} » n’est pas construit (${module}). Lancez « npm run build », puis recommencez.`);
    const start = () => keepRunning(`${name}${suffix}`, module, { env, flags: nodeFlags[name] });
    const child = name === 'worker' ? startedAgain(start, closing) : start();
    closing.add(child.stop);
    return { name, child };
  });
  const exited = Promise.race(running.map(({ name, child }) => child.exited.then((code) => ({ name, code }))));
  const ready = Promise.all(running.map(({ child }) => child.ready));
  await untilHealthy(`http://127.0.0.1:${port}/api/health`, { exited, ready, suffix, closing });
  return { exited };
}

/** How often a program may be started again, and in what time, before it is left dead. */
const revivals = { most: 5, withinMs: 60_000 };

/** A program that is started again when it dies, if it had been ready: what it had in hand is in the database. `exited` is its last end. */
export function startedAgain(start, closing, { most, withinMs } = revivals) {
  let current = start();
  const first = current;
  const deaths = [];
  const exited = (async () => {
    for (;;) {
      let wasReady = false;
      void current.ready.then(() => (wasReady = true));
      const code = await current.exited;
      const now = Date.now();
      deaths.push(now);
      const recent = deaths.filter((at) => at > now - withinMs).length;
      if (!wasReady || closing.begun || recent > most) return code;
      say('Le programme des tâches de fond s’est arrêté ; il est relancé, les tâches en cours sont reprises.');
      await pause(500);
      if (closing.begun) return code;
      current = start();
    }
  })();
  return { ready: first.ready, exited, stop: () => current.stop() };
}

async function untilHealthy(url, { exited, ready, suffix, closing }) {
  let ended = null;
  let allReady = false;
  void ready.then(() => {
    allReady = true;
  });
  void exited.then((end) => {
    ended = end;
  });
  const limit = Date.now() + 90_000;
  while (Date.now() < limit && !closing.begun) {
    if (ended) throw new Trouble(whyItEnded(ended.name, suffix));
    if (allReady && (await isHealthy(url))) return;
    await pause(100);
  }
  if (closing.begun) throw new Error('interrupted');
  const late = allReady ? 'api' : 'worker';
  throw new Trouble(`L’application ne répond pas (${url}). Dernières lignes de son journal (${logPath(`${late}${suffix}`)}) :\n${lastLines(`${late}${suffix}`)}`);
}

/** The sentence for a program that ended by itself. */
export function whyItEnded(name, suffix = '') {
  const what = name === 'api' ? 'L’application' : 'Le programme des tâches de fond';
  const tail = lastLines(`${name}${suffix}`);
  if (/EADDRINUSE/.test(tail)) return `${what} n’a pas pu ouvrir son port : un autre programme vient de le prendre. Relancez « npm start ».`;
  if (/ENOSPC|No space left/i.test(tail)) return `${what} s’est arrêtée : le disque est plein. Libérez de la place, puis relancez.`;
  return `${what} s’est arrêté de façon inattendue ; les données sont intactes. Relancez ; si cela recommence, voici les dernières lignes de son journal (${logPath(`${name}${suffix}`)}) :\n${tail}`;
}

async function isHealthy(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}
