// What `npm test` does: installs, starts the test services, runs every suite, adds up.
import process from 'node:process';
import { makeClosing } from './closing.mjs';
import { requireRoom } from './disk.mjs';
import { installDependencies } from './install.mjs';
import { takeLock } from './pid-file.mjs';
import { runtimeFolder, runtimePath } from './places.mjs';
import { closingLine, sum } from './results.mjs';
import { say, seconds, step, warn } from './saying.mjs';
import { chosenSuites } from './suites.mjs';
import { Trouble, sentenceOf } from './trouble.mjs';

/** Runs the suites named by `words` (all without words) and sets the exit code; the last line is the sum. */
export async function testRun(words) {
  const closing = makeClosing((error) => warn(sentenceOf(error)));
  const interrupt = async () => {
    await closing.close();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupt);
  const start = Date.now();
  const done = [];
  try {
    const suites = chosenSuites(words);
    takeTheLock(closing);
    requireRoom(runtimeFolder, 500, 'l’exécution des tests');
    await installDependencies({ closing });
    const services = suites.some((suite) => suite.services) ? await startServices(closing) : null;
    const { runSuite } = await import('./run-suite.mjs');
    for (const suite of suites) {
      if (closing.begun) return;
      done.push({ suite, ...(await timed(suite, () => runSuite(suite, { services, closing }))) });
    }
  } catch (error) {
    if (closing.begun) return;
    warn(`\n${sentenceOf(error)}`);
    done.push({ suite: { title: 'Préparation' }, counts: { passed: 0, failed: 1, skipped: 0 }, took: seconds(start) });
  }
  if (closing.begun) return;
  await closing.close();
  process.exitCode = tell(done, start);
}

async function timed(suite, work) {
  const start = Date.now();
  say(`\n── ${suite.title} (${suite.name})`);
  try {
    return { counts: await work(), took: seconds(start) };
  } catch (error) {
    warn(sentenceOf(error));
    return { counts: { passed: 0, failed: 1, skipped: 0 }, took: seconds(start) };
  }
}

function takeTheLock(closing) {
  const lock = takeLock(runtimePath('test.pid'));
  if (!lock.taken) throw new Trouble(`Des tests tournent déjà dans ce dossier (processus ${lock.holder?.pid ?? 'inconnu'}). Attendez leur fin, puis relancez.`);
  closing.add(lock.release);
}

async function startServices(closing) {
  const { testServices } = await import('./test-services.mjs');
  let lastWord = '';
  const services = await step('PostgreSQL et Redis de test', (tell) =>
    testServices({
      tell: (text) => {
        lastWord = text;
        tell(text);
      },
    }),
  );
  closing.add(services.stop);
  if (services.redisUrl) say(`  Redis : ${services.redisOrigin}`);
  else {
    warn(
      '\n  ⚠⚠⚠ AUCUN REDIS : les tests de la file d’attente sur Redis sont sautés (comptés « skipped »).' +
        `\n  ⚠⚠⚠ Raison : ${lastWord}. Installez redis-server ou valkey-server, ou donnez TEST_REDIS_URL, pour les exécuter.\n`,
    );
  }
  return services;
}

/** The table of suites, then the closing line; returns the exit code. */
function tell(done, start) {
  const total = sum(done.map(({ counts }) => counts));
  say('\n── Bilan');
  for (const { suite, counts, took } of done) {
    const sign = counts.failed > 0 ? '✗' : '✓';
    say(`  ${sign} ${suite.title} : ${closingLine(counts)} (${took})${counts.note ? ` : ${counts.note}` : ''}`);
  }
  say(`  Durée totale : ${seconds(start)}`);
  say(closingLine(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
