// Which Redis can this machine run? REDIS_SERVER_BIN, then redis-server or valkey-server on PATH, then (tests only)
// the distribution's own package unpacked without root. REDIS_SERVER_BIN=none stands for a machine without any.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { Trouble } from './trouble.mjs';

const names = ['redis-server', 'valkey-server'];
const oldestMajor = 6; // BullMQ's scripts

/** A usable Redis program of this machine: `{ program, version, libraries }`, or null. */
export function redisOnThisMachine(environment = process.env) {
  const asked = environment.REDIS_SERVER_BIN;
  if (asked === 'none') return null;
  if (asked) {
    const found = probe(asked);
    if (!found) throw new Trouble(`REDIS_SERVER_BIN vaut « ${asked} », qui n’est pas un serveur Redis 6 ou plus. Corrigez ce chemin ou retirez la variable.`);
    return found;
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean).concat('/usr/sbin', '/usr/local/sbin');
  for (const name of names) {
    for (const folder of folders) {
      const found = isProgram(join(folder, name)) ? probe(join(folder, name)) : null;
      if (found) return found;
    }
  }
  return null;
}

/** Asks a program for its version; null when it does not run or is too old. */
export function probe(program, libraries = '') {
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8', env: withLibraries(libraries) });
  const version = /v=(\d+)\.(\d+)\.(\d+)/.exec(answer.stdout ?? '');
  if (answer.status !== 0 || !version || Number(version[1]) < oldestMajor) return null;
  return { program, version: version.slice(1).join('.'), libraries };
}

/** The environment a server unpacked out of the system needs to find its libraries. */
export function withLibraries(libraries) {
  return libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
