// npm run bench: measures the product against references in the same run, and tells ratios. Nothing here passes or fails.
import { loadavg } from 'node:os';
import process from 'node:process';
import { build } from '../../apps/local/build.mjs';
import { makeClosing } from '../../apps/local/closing.mjs';
import { requireRoom } from '../../apps/local/disk.mjs';
import { installDependencies } from '../../apps/local/install.mjs';
import { takeLock } from '../../apps/local/pid-file.mjs';
import { runtimeFolder, runtimePath } from '../../apps/local/places.mjs';
import { say, seconds, step, warn } from '../../apps/local/saying.mjs';
import { testServices } from '../../apps/local/test-services.mjs';
import { Trouble, sentenceOf } from '../../apps/local/trouble.mjs';
import { readOptions } from './options.mjs';
import { printTable, writeFigures } from './report.mjs';

const titles = {
  'dashboard': 'Tableau de bord (P1 à P4)',
  'pages': 'Pages et listes (P6)',
  'sign-in': 'Tableau de bord pendant que des personnes se connectent (P14)',
  'web': 'Pages dans le navigateur (P13)',
  'reports': 'Rapports (P8 à P10)',
  'imports': 'Imports de valeurs (P11)',
  'growth': 'De 100 à 3 200 communautés (P5)',
};

/** Runs the bench with the words of the command line. */
export async function benchRun(words) {
  const closing = makeClosing((error) => warn(sentenceOf(error)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await closing.close();
      process.exit(130);
    });
  }
  const start = Date.now();
  const rows = [];
  try {
    const options = readOptions(words);
    const lock = takeLock(runtimePath('bench.pid'));
    if (!lock.taken) throw new Trouble(`Un banc de mesure tourne déjà dans ce dossier (processus ${lock.holder?.pid ?? 'inconnu'}).`);
    closing.add(lock.release);
    requireRoom(runtimeFolder, options.full ? 15_000 : 1_000, 'le banc de mesure');
    await installDependencies({ closing });
    await step('Construction de l’application', () => build({ closing }));
    const services = await step('PostgreSQL et Redis de test', (tell) => testServices({ tell }));
    closing.add(services.stop);
    await measureParts({ options, services, closing, rows });
    const took = (Date.now() - start) / 1000;
    printTable(rows);
    say(`Durée : ${seconds(start)} ; charge de la machine à la fin : ${loadavg()[0].toFixed(1)}. Un écart de moins de 10 % ne veut rien dire.`);
    if (options.json) writeFigures(options.json, { options, rows, took });
  } catch (error) {
    if (!closing.begun) warn(`\n${sentenceOf(error)}`);
    process.exitCode = 1;
  }
  await closing.close();
}

async function measureParts({ options, services, closing, rows }) {
  const { calendarOf } = await import('./community.mjs');
  const { dropDatabase, makeDatabase, removeFiles, startApi, startCeiling } = await import('./product.mjs');
  const { parts, size } = options;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  const calendar = calendarOf(today, size.months);
  const context = { services, closing, calendar, size: { ...size, lastMonth: calendar.periods.at(-1).key } };
  const ordinary = parts.filter((name) => name !== 'growth');
  if (ordinary.length > 0) {
    const name = 'maillage_bench';
    closing.add(() => dropDatabase({ services, name }));
    closing.add(removeFiles);
    const hint = `${size.communities} communautés fictives × 40 actions × 120 indicateurs × ${size.months} mois.`;
    const database = await step('Données fictives', (tell) => makeDatabase({ name, communities: size.communities, ...context, tell }), { hint });
    say(`  ${database.rows.toLocaleString('fr-FR')} lignes.`);
    const api = await startApi({ database, ...context });
    const ceiling = await startCeiling({ database, ...context });
    const { signReadersIn } = await import('./dashboard.mjs');
    const readers = await step('Connexion des personnes', () => signReadersIn({ port: api.port, count: size.readers }));
    for (const part of ordinary) {
      const measure = await measureOf(part);
      rows.push(...(await step(titles[part], (tell) => measure({ ...context, database, api, ceiling, readers, tell }))));
      if (closing.begun) return;
    }
    await Promise.all([api.stop(), ceiling.stop()]);
  }
  if (parts.includes('growth')) {
    const measure = await measureOf('growth');
    rows.push(...(await step(titles.growth, (tell) => measure({ ...context, tell }))));
  }
}

async function measureOf(part) {
  switch (part) {
    case 'dashboard':
      return (await import('./dashboard.mjs')).measureDashboard;
    case 'pages':
      return (await import('./pages.mjs')).measurePages;
    case 'sign-in':
      return (await import('./sign-in.mjs')).measureSignIns;
    case 'web':
      return (await import('./web.mjs')).measureWeb;
    case 'reports':
      return (await import('./reports.mjs')).measureReports;
    case 'imports':
      return (await import('./imports.mjs')).measureImports;
    default:
      return (await import('./growth.mjs')).measureGrowth;
  }
}
