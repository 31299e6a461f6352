// A Redis server of our own on a loopback port, protected by a password, durable unless told otherwise.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { folder, runtimeFolder } from './places.mjs';
import { forget, holderOf, writeDown } from './pid-file.mjs';
import { anyFreePort } from './ports.mjs';
import { endProcess } from './processes.mjs';
import { withLibraries } from './redis-binary.mjs';
import { Trouble } from './trouble.mjs';

/** Starts `found` (from redis-binary) on the folder .runtime/`name`. Returns `{ url, stop(), exited }`. */
export async function startRedis(found, { name, password, durable = true }) {
  const home = folder(runtimeFolder, name);
  const pidFile = join(runtimeFolder, `${name}.pid`);
  await stopLeftoverRedis(pidFile);
  const port = await anyFreePort();
  const settings = join(home, 'redis.conf');
  writeFileSync(settings, configuration({ port, home, password, durable }), { mode: 0o600 });
  const log = join(runtimeFolder, `${name}.log`);
  const output = openSync(log, 'w', 0o600);
  const child = spawn(found.program, [settings], {
    cwd: home,
    detached: true,
    stdio: ['ignore', output, output],
    env: withLibraries(found.libraries),
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
  const limit = Date.now() + 30_000;
  while (!gone && !(await answersPing(port, password))) {
    if (Date.now() > limit) break;
    await pause(30);
  }
  if (gone || Date.now() > limit) {
    child.kill('SIGKILL');
    throw new Trouble(`Redis (${found.program}) n’a pas démarré. Dernières lignes de son journal (${log}) :\n  ${readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n  ')}`);
  }
  writeDown(pidFile, child.pid);
  return {
    pid: child.pid,
    port,
    exited,
    version: found.version,
    url: `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    stop: async () => {
      if (!gone) await endProcess(child.pid);
      forget(pidFile);
    },
  };
}

/** Stops the Redis a killed launcher left behind, once the process table says it is that one. */
export async function stopLeftoverRedis(pidFile) {
  const left = holderOf(pidFile);
  if (left) await endProcess(left.pid);
  forget(pidFile);
}

function configuration({ port, home, password, durable }) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${home}"`,
    `requirepass ${password}`,
    'maxmemory-policy noeviction',
    'save ""',
    `appendonly ${durable ? 'yes' : 'no'}`,
    'daemonize no',
    '',
  ].join('\n');
}

/** One PING through the wire, with nothing but a socket. */
function answersPing(port, password) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = '';
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      received += chunk;
      if (received.includes('PONG')) end(true);
      else if (received.includes('-ERR') || received.includes('-WRONGPASS')) end(false);
    });
  });
}
