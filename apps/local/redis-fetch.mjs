// A real Redis without being root: the distribution's own package, downloaded and unpacked in .runtime/redis-deb.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { folder, removeFolder, runtimeFolder } from './places.mjs';
import { probe } from './redis-binary.mjs';

const run = promisify(execFile);
const candidates = ['redis-server', 'valkey-server'];

/** A Redis of the distribution: `{ program, version, libraries }`, or null with the reason told to `tell`. */
export async function fetchedRedis({ environment = process.env, tell = () => undefined } = {}) {
  if (environment.REDIS_NO_FETCH) return refused(tell, 'REDIS_NO_FETCH est posé');
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return refused(tell, 'ce système n’a pas apt-get');
  const place = join(runtimeFolder, 'redis-deb');
  const kept = unpacked(place);
  if (kept) return kept;
  removeFolder(place);
  try {
    await download(place, tell);
  } catch (error) {
    return refused(tell, String(error.stderr || error.message).trim().split('\n').at(-1));
  }
  return unpacked(place) ?? refused(tell, 'le paquet téléchargé ne démarre pas ici');
}

async function download(place, tell) {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'root']) folder(place, part);
  const apt = (...words) => run('/usr/bin/apt-get', [...options(place), ...words], { timeout: 120_000, env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' } });
  tell('liste des paquets de la distribution');
  await apt('update');
  let failure;
  for (const name of candidates) {
    try {
      tell(`téléchargement de ${name}`);
      await apt('install', '--download-only', '--no-install-recommends', '--reinstall', '-y', name);
      failure = undefined;
      break;
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
  const archives = join(place, 'cache/archives');
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    await run('dpkg-deb', ['-x', join(archives, file), join(place, 'root')]);
  }
  removeFolder(join(place, 'cache'));
  removeFolder(join(place, 'state'));
  writeFileSync(join(place, 'complete'), '');
}

function options(place) {
  return Object.entries({
    'Dir::State': join(place, 'state'),
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': join(place, 'cache'),
    'Debug::NoLocking': '1',
    'APT::Sandbox::User': 'root',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '20',
  }).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

function unpacked(place) {
  if (!existsSync(join(place, 'complete'))) return null;
  const root = join(place, 'root');
  const libraries = ['usr/lib', 'lib'].flatMap((path) => {
    const base = join(root, path);
    if (!existsSync(base)) return [];
    return [base, ...readdirSync(base, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name.includes('-linux-')).map((entry) => join(base, entry.name))];
  });
  for (const name of candidates) {
    const program = join(root, 'usr/bin', name);
    const found = existsSync(program) ? probe(program, libraries.join(':')) : null;
    if (found) return found;
  }
  return null;
}

function refused(tell, reason) {
  tell(reason);
  return null;
}
