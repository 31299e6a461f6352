// What `npm start` does, in order; each step is a module of its own.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { endLeftover } from './children.mjs';
import { makeClosing } from './closing.mjs';
import { commandLine } from './command-line.mjs';
import { loadDemo, rememberedAccounts } from './demo.mjs';
import { requireRoom } from './disk.mjs';
import { installDependencies } from './install.mjs';
import { checkGivenAddresses } from './given-addresses.mjs';
import { holderOf, takeLock } from './pid-file.mjs';
import { databaseHome, folder, projectFolder, runtimeFolder, runtimePath } from './places.mjs';
import { chosenPort } from './ports.mjs';
import { productEnvironment, startPrograms, whyItEnded } from './programs.mjs';
import { say, seconds, step, warn } from './saying.mjs';
import { productDatabase, productQueue } from './services.mjs';
import { Trouble, sentenceOf } from './trouble.mjs';

const addressFile = () => runtimePath('launcher.json');

/** Starts everything, says where it is, and stops everything when asked. Sets the exit code. */
export async function launch() {
  const closing = makeClosing((error) => warn(sentenceOf(error)));
  const start = Date.now();
  let asked = false;
  const end = async () => {
    if (asked) return;
    asked = true;
    say('\nArrêt en cours…');
    await closing.close();
    say('Tout est arrêté. Les données sont gardées : « npm start » les retrouvera.');
    process.exit(0);
  };
  const fail = async (error) => {
    if (asked) return; // the end was asked for: what broke is what we are stopping
    asked = true;
    warn(`\n${sentenceOf(error)}`);
    await closing.close();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  try {
    const { ended } = await bringUp(closing, start);
    throw new Trouble(await ended);
  } catch (error) {
    await fail(error);
  }
}

/** Once everything is up: `{ ended }`, the promise of the sentence that says what stopped by itself. */
async function bringUp(closing, start) {
  takeTheLock(closing);
  const host = process.env.HOST || '127.0.0.1';
  const port = await chosenPort(process.env.PORT, host);
  await checkGivenAddresses();
  await endWhatWasLeft();
  requireRoom(runtimeFolder, 300, 'le démarrage');
  await installDependencies({ closing });

  const home = process.env.DATABASE_URL ? null : databaseHome();
  if (home) requireRoom(home, 300, 'la base de données');
  const { startMailCatcher } = await import('./mail/catcher.mjs');
  const [database, queue] = await allOf([
    step('Base de données', async () => closed(closing, await productDatabase())),
    startQueue(closing),
    step('Construction de l’application', () => build({ closing }), { hint: 'Quelques secondes ; presque rien si rien n’a changé.' }),
  ]);
  stopHereIfAsked(closing);

  const catcher = process.env.SMTP_URL ? null : closed(closing, await startMailCatcher({ folder: folder(runtimeFolder, 'mail') }));
  const smtpUrl = catcher?.smtpUrl ?? process.env.SMTP_URL;
  const place = { queue, smtpUrl, files: folder(runtimeFolder, 'files'), port, host };
  const first = productEnvironment({ database, ...place }).owner;
  await step('Mise à jour des tables', () => commandLine(['migrate'], { env: first, closing, doing: 'Mise à jour des tables' }));
  const accounts = await demoAccounts(database, { env: first, closing });
  stopHereIfAsked(closing);
  const environment = productEnvironment({ database: await database.settle(), ...place });
  const programs = await step('Démarrage de l’application', () => startPrograms({ env: environment.programs, port, closing }));
  stopHereIfAsked(closing);

  const address = environment.programs.PUBLIC_URL;
  writeFileSync(addressFile(), JSON.stringify({ address, inboxUrl: catcher?.inboxUrl, environment: ours(environment.owner) }), { mode: 0o600 });
  closing.add(() => rmSync(addressFile(), { force: true }));
  announce({ address, catcher, accounts, start });
  const ended = Promise.race([
    programs.exited.then(({ name }) => whyItEnded(name)),
    database.exited.then(() => `La base de données s’est arrêtée de façon inattendue. Ses fichiers sont gardés ; relancez « npm start ». Son journal : ${join(home ?? '', 'pg.log')}`),
    queue.exited.then(() => 'Redis s’est arrêté de façon inattendue. Rien n’est perdu (les tâches sont dans la base de données) ; relancez « npm start ».'),
  ]);
  return { ended };
}

/** The accounts to show: the demo is loaded in an empty database, and remembered afterwards. */
async function demoAccounts(database, { env, closing }) {
  if (process.env.MAILLAGE_DEMO === '0') return [];
  const remembered = rememberedAccounts();
  if (!database.isNew && remembered.length > 0) return remembered;
  return (await step('Communautés de démonstration', () => loadDemo({ env, closing }))).accounts;
}

function takeTheLock(closing) {
  const lock = takeLock(runtimePath('launcher.pid'));
  if (!lock.taken) {
    throw new Trouble(
      `Maillage est déjà en marche dans ce dossier (processus ${lock.holder?.pid ?? 'inconnu'}). ` +
        'Utilisez la fenêtre déjà ouverte, ou arrêtez-le là-bas avec Ctrl-C avant de relancer.',
    );
  }
  closing.add(lock.release);
}

/** What a start killed brutally may have left running or lying about; only what the process table says is ours. */
async function endWhatWasLeft() {
  for (const name of ['api', 'worker', 'build', 'npm']) {
    if (name === 'npm' && holderOf(runtimePath('install.pid'))) continue; // another live command installs
    if (name === 'build' && holderOf(runtimePath('test.pid'))) continue;
    await endLeftover(name);
  }
  rmSync(addressFile(), { force: true });
}

function startQueue(closing) {
  return (async () => {
    const queue = closed(closing, await productQueue());
    say(queue.kind === 'redis' ? `  ✓ File d’attente : Redis (${queue.why})` : `  ✓ File d’attente : PostgreSQL (${queue.why}) ; mêmes tâches, gardées dans la base`);
    return queue;
  })();
}

/** Waits for all, so that nothing is still starting when the first failure is told. */
async function allOf(works) {
  const results = await Promise.allSettled(works);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return results.map((result) => result.value);
}

function closed(closing, service) {
  closing.add(service.stop);
  return service;
}

/** What we added to the environment: the rest is not ours to keep. */
function ours(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name, value]) => process.env[name] !== value));
}

function stopHereIfAsked(closing) {
  if (closing.begun) throw new Error('interrupted');
}

function announce({ address, catcher, accounts, start }) {
  say('');
  say(`Maillage est prêt (${seconds(start)}) : ${address}`);
  if (catcher) say(`Messages envoyés par l’application (interceptés, rien ne sort) : ${catcher.inboxUrl}`);
  if (accounts.length > 0) {
    say('');
    say(`Comptes de démonstration (mot de passe de tous : ${accounts[0].password}) :`);
    const width = Math.max(...accounts.map(({ email }) => email.length));
    for (const { email, name, shows } of accounts) say(`  ${email.padEnd(width)}  ${[name, shows].filter(Boolean).join(', ')}`);
  }
  say('');
  say(`Ctrl-C pour arrêter. Journaux : ${join(projectFolder, '.runtime', 'logs')}`);
}
