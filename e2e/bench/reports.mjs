// P8 to P10: quarterly reports through the whole chain (asked of the API, carried by the queue, frozen, rendered, filed, sealed by
// the worker) against the rendering alone of what they froze; the documents against a plain PDF; the worker's memory.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '../../apps/local/places.mjs';
import { Trouble } from '../../apps/local/trouble.mjs';
import { peopleOf } from './community.mjs';
import { ratios, spread } from './figures.mjs';
import { ask, connect, signIn, startWorker } from './product.mjs';
import { measured, told } from './targets.mjs';

const patienceMs = 120_000;
const warmUp = 3;
const askedAtOnce = 4;
const compared = 5;

/** Rows of the reports part. */
export async function measureReports({ api, database, services, closing, size, calendar, tell }) {
  const owner = await connect(database.ownerUrl);
  const renderer = startRenderer(database, closing);
  const worker = await startWorker({ database, services, closing });
  const wanted = toPrepare(size, calendar);
  const [chains, renders] = [[], []];
  try {
    await prepare({ api, owner, wanted: await signedIn(api, wanted.splice(0, warmUp)) });
    let ids = [];
    for (let round = 1; round <= size.reportRounds; round += 1) {
      tell(`rapports, série ${round} sur ${size.reportRounds}`);
      const series = await signedIn(api, wanted.splice(0, size.reportsPerRound));
      const chain = await prepare({ api, owner, wanted: series });
      ids = chain.ids;
      const alone = await renderer.ask('render', ids);
      if (alone.different > 0) throw new Trouble(`${alone.different} documents rendus à part diffèrent de ceux du service des tâches : rien n’est comparable.`);
      // What comes first in a process is slower: the first series of both warms up.
      if (round === 1 && size.reportRounds > 2) continue;
      chains.push(chain.took);
      renders.push(alone.took);
    }
    const peak = peakMemory(worker.pid);
    tell('documents');
    const documents = (await renderer.ask('compare', ids.slice(0, compared + 1))).slice(1);
    const each = (took) => `${Math.round(spread(took).value / size.reportsPerRound)} ms`;
    const pages = spread(documents.map((one) => one.pages)).value;
    const texts = spread(documents.map((one) => one.texts)).value;
    return [
      measured('P8', spread(ratios(chains, renders)), `${size.reportsPerRound} rapports par série : ${each(chains)} contre ${each(renders)} chacun`),
      measured('P9', spread(documents.map(({ ours, plain }) => ours / plain)), `${Math.round(spread(documents.map(({ ours }) => ours)).value)} ms contre ${Math.round(spread(documents.map(({ plain }) => plain)).value)} ms de processeur, ${pages} pages, ${texts} textes`),
      peak === null ? told('Mémoire du service des tâches', 'Mo', {}, 'non mesurable sur ce système') : measured('P10', { value: peak, rounds: 1 }, `${size.reportsPerRound * size.reportRounds + warmUp} rapports`),
    ];
  } finally {
    renderer.stop();
    await worker.stop();
    await owner.end();
  }
}

/** Communities and quarters to report, none twice. */
function toPrepare({ communities, reportsPerRound, reportRounds }, { today }) {
  const count = warmUp + reportsPerRound * reportRounds;
  const [year, month] = today.split('-').map(Number);
  const quarter = (back) => {
    const index = year * 4 + Math.ceil(month / 3) - 1 - back;
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  };
  return Array.from({ length: count }, (_, index) => ({ rank: (index % communities) + 1, periodKey: quarter(1 + Math.floor(index / communities)) }));
}

async function signedIn(api, wanted) {
  const list = [];
  for (const one of wanted) list.push({ ...one, cookie: await signIn(api.port, peopleOf(one.rank)[0].email) });
  return list;
}

/** Asks for these reports and waits until all are sealed. */
async function prepare({ api, owner, wanted }) {
  const ids = [];
  const start = performance.now();
  const left = [...wanted];
  await Promise.all(
    Array.from({ length: askedAtOnce }, async () => {
      for (let one = left.shift(); one; one = left.shift()) {
        const answer = await ask(api.port, one.cookie, '/reports', { method: 'POST', body: { periodKey: one.periodKey } });
        if (answer.status !== 202) throw new Error(`POST /reports: ${answer.status} ${answer.text}`);
        ids.push(JSON.parse(answer.text).id);
      }
    }),
  );
  for (;;) {
    const { rows } = await owner.query(`select count(*)::int as ready, max(failure) as failure from report where id = any($1) and status in ('awaiting-approval', 'failed')`, [ids]);
    if (rows[0].failure) throw new Trouble(`Un rapport n’a pas pu être préparé : ${rows[0].failure}`);
    if (rows[0].ready === ids.length) return { ids, took: performance.now() - start };
    if (performance.now() - start > patienceMs) throw new Trouble('Les rapports ne se préparent pas : voyez .runtime/logs/bench-worker.log.');
    await pause(10);
  }
}

/** The most memory the process ever held, in megabytes, as Linux tells it; null elsewhere. */
function peakMemory(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
  } catch {
    return null;
  }
}

function startRenderer({ ownerUrl }, closing) {
  const child = fork(join(projectFolder, 'e2e/bench/report-renderer.mjs'), [], { env: { ...process.env, BENCH_OWNER_URL: ownerUrl, NODE_ENV: 'production' }, execArgv: [] });
  const stop = () => child.kill('SIGTERM');
  closing.add(stop);
  const answer = () =>
    new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The renderer stopped.'));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        if (message.error) reject(new Error(message.error));
        else resolve(message.result);
      });
    });
  const ready = answer();
  return {
    ask: async (order, ids) => {
      await ready;
      const result = answer();
      child.send({ order, ids });
      return result;
    },
    stop,
  };
}
