// The dependencies: installed exactly as the lock file says, and not twice.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { runToEnd } from './children.mjs';
import { freeMegabytes, requireRoom } from './disk.mjs';
import { takeLock } from './pid-file.mjs';
import { projectFolder, removeFolder, runtimePath } from './places.mjs';
import { say, step } from './saying.mjs';
import { Trouble, diskIsFull } from './trouble.mjs';

const modules = join(projectFolder, 'node_modules');
const stampFile = join(modules, '.maillage-installed');
const roomNeeded = 1600; // megabytes: the dependencies, then the database

/** Installs the dependencies unless they are there already. `closing` stops npm when the command is interrupted. */
export async function installDependencies({ closing } = {}) {
  if (isInstalled()) return false;
  const lock = await waitForOurTurn();
  try {
    if (isInstalled()) return false;
    makeRoom();
    const hint = existsSync(modules) ? 'Elles ont changé, ou une installation n’était pas finie.' : 'Une à deux minutes la première fois.';
    await step('Installation des dépendances', () => install(closing), { hint });
    checkItIsWhole();
    writeFileSync(stampFile, stamp());
    return true;
  } finally {
    lock.release();
  }
}

/** What a half-finished installation took is given back first: npm would start by removing it anyway. */
function makeRoom() {
  if (existsSync(modules) && freeMegabytes(projectFolder) < roomNeeded) removeFolder(modules);
  requireRoom(projectFolder, roomNeeded, 'l’installation');
}

async function waitForOurTurn() {
  for (let waited = 0; ; waited += 1) {
    const lock = takeLock(runtimePath('install.pid'));
    if (lock.taken) return lock;
    if (waited === 0) say('• Une autre commande de ce projet installe les dépendances : attente de sa fin…');
    if (waited > 900) throw new Trouble(`L’installation lancée par une autre commande (processus ${lock.holder?.pid}) ne finit pas. Arrêtez-la, puis relancez.`);
    await pause(1000);
  }
}

async function install(closing) {
  const common = ['--no-audit', '--no-fund', '--prefer-offline', '--include=dev', '--include=optional', '--loglevel=warn'];
  const clean = await npm(['ci', ...common], closing);
  if (/ENOSPC|no space left/i.test(clean.output)) throw new Trouble(diskIsFull(modules)); // npm forgives it for optional packages
  if (clean.code === 0) return;
  if (closing?.begun) throw new Error('interrupted');
  const known = whyNpmFailed(clean.output);
  if (known) throw new Trouble(known);
  say('    npm ci refuse le fichier package-lock.json : nouvel essai avec npm install.');
  const loose = await npm(['install', '--no-save', ...common], closing);
  if (loose.code === 0) return;
  if (closing?.begun) throw new Error('interrupted');
  throw new Trouble(
    whyNpmFailed(loose.output) ??
      `L’installation des dépendances a échoué. Dernières lignes de npm :\n  ${loose.output.trim().split('\n').slice(-8).join('\n  ')}\n` +
        'Corrigez la cause indiquée, puis relancez la même commande : elle reprend proprement.',
  );
}

function npm(args, closing) {
  const env = { ...process.env, npm_config_update_notifier: 'false' };
  delete env.NODE_ENV; // « production » would leave the build tools out
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') && script.includes('npm')
    ? runToEnd('npm', process.execPath, [script, ...args], { env, closing })
    : runToEnd('npm', 'npm', args, { env, closing }).catch((error) => {
        if (error.code !== 'ENOENT') throw error;
        throw new Trouble('La commande npm est introuvable. Elle vient avec Node.js : réinstallez Node.js depuis https://nodejs.org, puis relancez.');
      });
}

/** The sentence for the usual failures of npm, null for the others. */
export function whyNpmFailed(output) {
  if (/ENOSPC|no space left/i.test(output)) return diskIsFull(modules);
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network/i.test(output)) {
    return (
      'Le registre npm ne répond pas : la première installation demande un accès à internet. ' +
      'Vérifiez la connexion (et le serveur mandataire : « npm config get proxy »), puis relancez la même commande.'
    );
  }
  if (/EACCES|EPERM/.test(output)) {
    return (
      'npm n’a pas le droit d’écrire dans node_modules ou dans son cache : une installation antérieure a sans doute été faite avec sudo. ' +
      'Rendez les dossiers à votre compte (« sudo chown -R $(id -un) . ~/.npm »), puis relancez.'
    );
  }
  return null;
}

function isInstalled() {
  if (!existsSync(modules)) return false;
  if (read(stampFile) === stamp()) return true;
  const lock = json(join(projectFolder, 'package-lock.json'));
  const hidden = json(join(modules, '.package-lock.json'));
  if (!matches(lock, hidden)) return false;
  writeFileSync(stampFile, stamp());
  return true;
}

/** npm says nothing when a package made for this very system could not be had: it is « optional ». */
function checkItIsWhole() {
  if (matches(json(join(projectFolder, 'package-lock.json')), json(join(modules, '.package-lock.json')))) return;
  throw new Trouble(
    'L’installation des dépendances est incomplète : une partie n’a pas pu être téléchargée. ' +
      'Vérifiez la connexion et la place sur le disque, puis relancez la même commande : elle reprend proprement.',
  );
}

/** Does what npm says it installed (it writes this last) hold every package of the lock file, at its version? */
export function matches(lock, hidden, here = thisSystem()) {
  if (!lock?.packages || !hidden?.packages) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = hidden.packages[path];
    if (found) return found.version === wanted.version;
    return Boolean(wanted.optional || wanted.devOptional || wanted.peer) && !isMadeFor(wanted, here);
  });
}

/** Is it a package for one system only, and for this one? */
function isMadeFor({ os, cpu, libc }, here) {
  const accepts = (list, value) => !list || (!list.includes(`!${value}`) && (list.every((one) => one.startsWith('!')) || list.includes(value)));
  return Boolean(os ?? cpu) && accepts(os, here.os) && accepts(cpu, here.cpu) && accepts(libc, here.libc);
}

function thisSystem() {
  const libc = process.platform === 'linux' && process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return { os: process.platform, cpu: process.arch, libc };
}

function stamp() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(read(join(projectFolder, file)) ?? '');
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex');
}

function json(path) {
  try {
    return JSON.parse(read(path));
  } catch {
    return null;
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
