// Where things live: the project folder, what `npm start` keeps in .runtime, and the folder outside the project
// that an administrator's start needs (PostgreSQL refuses to run as root, and nobody else may enter a private home).
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const runtimeFolder = join(projectFolder, '.runtime');
mkdirSync(runtimeFolder, { recursive: true, mode: 0o700 }); // data, files, messages: for the owner of this folder only

/** The account PostgreSQL runs under when the launcher is root (nobody on Linux and macOS tools alike). */
export const unprivileged = { uid: 65534, gid: 65534 };

export const isRoot = () => typeof process.getuid === 'function' && process.getuid() === 0;

/** Makes a folder (and its parents) and returns its path. */
export function folder(...parts) {
  const path = join(...parts);
  mkdirSync(path, { recursive: true });
  return path;
}

/** A path inside .runtime, whose parent exists. */
export function runtimePath(...parts) {
  const path = join(runtimeFolder, ...parts);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

/**
 * The folder of database servers: .runtime for an ordinary user; for root, a folder of this very clone under the
 * system's temporary folder (the one that survives a restart of the machine when there is one).
 */
export function databaseHome(clone = cloneId()) {
  if (!isRoot()) return folder(runtimeFolder);
  const home = join(durableTemporaryFolder(), `${clonePrefix()}-${clone}`);
  if (!existsSync(home)) mkdirSync(home, { mode: 0o711 });
  if (statSync(home).uid !== 0) throw new Error(`${home} belongs to someone else`);
  chmodSync(home, 0o711);
  return home;
}

/** Folders left under the temporary folder by earlier clones made at this same place, since deleted. */
export function abandonedHomes(clone = cloneId()) {
  if (!isRoot()) return [];
  const parent = durableTemporaryFolder();
  return readdirSync(parent)
    .filter((name) => name.startsWith(`${clonePrefix()}-`) && name !== `${clonePrefix()}-${clone}`)
    .map((name) => join(parent, name))
    .filter((path) => statSync(path).uid === 0);
}

export function removeFolder(path) {
  rmSync(path, { recursive: true, force: true });
}

function durableTemporaryFolder() {
  return process.platform === 'linux' && existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
}

function clonePrefix() {
  return `maillage-${createHash('sha256').update(projectFolder).digest('hex').slice(0, 10)}`;
}

function cloneId() {
  const path = runtimePath('clone-id');
  if (!existsSync(path)) writeFileSync(path, randomBytes(5).toString('hex'));
  return readFileSync(path, 'utf8').trim();
}
