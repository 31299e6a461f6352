// P11: values of a file written by the worker (read again, judged by the rules, compared, with their history, the journal and the
// wall between communities) against a raw COPY, by the owner of the tables, of the very rows it wrote: those of `measure` then those of
// `measure_change`, whole, into the same tables with their indexes, keys, checks and triggers. The import also writes one line of the
// journal, copied by nobody; it writes no parts of values. And the API's slow answers meanwhile.
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Trouble } from '../../apps/local/trouble.mjs';
import { idOf, peopleOf } from './community.mjs';
import { homeRequests } from './dashboard.mjs';
import { ratios, spread } from './figures.mjs';
import { pacedLoad } from './load.mjs';
import { ask, connect, require, signIn, startWorker } from './product.mjs';
import { measured, told } from './targets.mjs';

const patienceMs = 180_000;
const dashboardsPerSecond = 60;
/** Months long before those of the invented values. */
const firstYear = 1930;

/** Rows of the imports part. */
export async function measureImports({ api, ceiling, readers, database, services, closing, size, tell }) {
  const owner = await connect(database.ownerUrl);
  const worker = await startWorker({ database, services, closing });
  const { product } = await homeRequests({ api, ceiling, readers });
  const cookie = await signIn(api.port, peopleOf(1)[0].email);
  const file = await tableOf(owner, size.importValues);
  const quietLoad = () => pacedLoad({ port: api.port, connections: 16, seconds: size.seconds * 4, perSecond: dashboardsPerSecond, requests: product });
  const [writes, checks, copies, valuesAlone, quiet, busy] = [[], [], [], [], [], []];
  let errors = 0;
  try {
    for (let round = 0; round <= size.importRounds; round += 1) {
      tell(`import de ${size.importValues.toLocaleString('fr-FR')} valeurs, ${round === 0 ? 'mise en route' : `série ${round} sur ${size.importRounds}`}`);
      const alone = await importOnce({ api, cookie, file, size });
      const [values, histories] = await copyAgain(owner, alone.id);
      await forget(owner, alone.id);
      const before = await quietLoad();
      const loads = [];
      const over = new AbortController();
      const together = importOnce({ api, cookie, file, size }).finally(() => over.abort());
      while (!over.signal.aborted) loads.push(await pacedLoad({ port: api.port, connections: 16, seconds: 1, perSecond: dashboardsPerSecond, requests: product }));
      await forget(owner, (await together).id);
      errors += before.errors + loads.reduce((sum, one) => sum + one.errors, 0);
      if (round === 0) continue;
      writes.push(alone.write);
      checks.push(alone.check);
      copies.push(values + histories);
      valuesAlone.push(values);
      quiet.push(before.p95);
      busy.push(spread(loads.map(({ p95 }) => p95)).value);
    }
    const seconds = (list) => `${(spread(list).value / 1000).toFixed(1)} s`;
    const perSecond = Math.round(size.importValues / (spread(writes).value / 1000));
    return [
      measured('P11', spread(ratios(writes, copies)), `${size.importValues.toLocaleString('fr-FR')} valeurs : ${seconds(writes)} contre ${seconds(copies)} pour COPY des mêmes lignes (valeurs et historique, avec index, clés et déclencheurs ; ni détail de valeurs, ni ligne de journal)`),
      told('Le même, face à COPY des seules valeurs', '×', spread(ratios(writes, valuesAlone)), `${perSecond.toLocaleString('fr-FR')} valeurs/s, contre ${seconds(valuesAlone)}`),
      measured('P11 API', spread(ratios(busy, quiet)), `${dashboardsPerSecond} tableaux de bord/s : ${spread(busy).value.toFixed(1)} ms contre ${spread(quiet).value.toFixed(1)} ms avant${errors ? `, ${errors} ERREURS` : ''}`, { errors }),
      told('Vérification du tableau, envoi compris', 'ms', spread(checks), 'rien n’est écrit'),
      told('Mémoire du service des tâches, au plus haut', 'Mo', { value: peakMemory(worker.pid), rounds: 1 }, 'imports seuls'),
    ];
  } finally {
    await worker.stop();
    await owner.end();
  }
}

/** One import from the file sent to its values written: milliseconds to check it, then to write it. */
async function importOnce({ api, cookie, file, size }) {
  const start = performance.now();
  const id = await bring(api.port, cookie, file);
  const ready = await becomes({ api, cookie, id, wanted: 'ready' });
  const check = performance.now() - start;
  if (ready.counts.created !== size.importValues) throw new Trouble(`L’import ne comprend pas son tableau : ${JSON.stringify(ready.counts)} ${JSON.stringify(ready.issues[0] ?? null)}`);
  const confirmed = performance.now();
  const answer = await ask(api.port, cookie, `/value-imports/${id}/confirmation`, { method: 'POST', body: { revision: ready.revision, comment: 'Valeurs inventées.' } });
  if (answer.status !== 202) throw new Error(`confirmation: ${answer.status} ${answer.text}`);
  await becomes({ api, cookie, id, wanted: 'done' });
  return { id, check, write: performance.now() - confirmed };
}

/** The table: a line per value, none of which is there yet. */
async function tableOf(owner, count) {
  const { rows } = await owner.query(`select code, kind from indicator where community_id = $1 and frequency = 'month' order by code`, [idOf(1, 'community')]);
  const lines = ['Code;Période;Valeur;Numérateur;Dénominateur'];
  for (let month = 0; lines.length <= count; month += 1) {
    for (const [index, { code, kind }] of rows.entries()) {
      if (lines.length > count) break;
      const figure = (month * 7 + index * 3) % 90;
      const cells = kind === 'ratio' ? `;${figure};100` : kind === 'yes-no' ? `${figure % 2 ? 'oui' : 'non'};;` : `${figure};;`;
      lines.push(`${code};${String(1 + (month % 12)).padStart(2, '0')}/${firstYear + Math.floor(month / 12)};${cells}`);
    }
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

async function bring(port, cookie, text) {
  const form = new globalThis.FormData();
  form.append('file', new globalThis.Blob([text], { type: 'text/csv' }), 'valeurs.csv');
  const answer = await fetch(`http://127.0.0.1:${port}/api/value-imports`, { method: 'POST', headers: { cookie, 'x-maillage': '1' }, body: form });
  if (answer.status !== 201) throw new Error(`POST /value-imports: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).id;
}

async function becomes({ api, cookie, id, wanted }) {
  const end = performance.now() + patienceMs;
  for (;;) {
    const { text } = await ask(api.port, cookie, `/value-imports/${id}`);
    const page = JSON.parse(text);
    if (page.status === wanted) return page;
    if (['refused', 'failed', 'cancelled'].includes(page.status)) throw new Trouble(`L’import est « ${page.statusLabel} » : ${page.failure}`);
    if (performance.now() > end) throw new Trouble('L’import ne finit pas : voyez .runtime/logs/bench-worker.log.');
    await pause(50);
  }
}

const imported = `(select (vouched->>'group')::uuid from audit_entry where act = 'measure.imported' and subject_id = $1)`;
const values = `select m.* from measure m join measure_change c on c.community_id = m.community_id and c.indicator_id = m.indicator_id and c.period_key = m.period_key where c.group_id = ${imported}`;

/** Takes the rows of an import out, and copies them back as the database does best: milliseconds for the values, then for their history. */
async function copyAgain(owner, id) {
  const { from, to } = require('pg-copy-streams');
  const quoted = (text) => text.replaceAll('$1', `'${id}'`);
  const took = [];
  const kept = [];
  for (const select of [values, `select * from measure_change where group_id = ${imported}`]) {
    const chunks = [];
    await pipeline(owner.query(to(`copy (${quoted(select)}) to stdout`)), new Writable({ write: (chunk, _, done) => (chunks.push(chunk), done()) }));
    kept.push(chunks);
  }
  await owner.query('begin');
  await owner.query(`delete from measure m using measure_change c where c.group_id = ${imported} and c.community_id = m.community_id and c.indicator_id = m.indicator_id and c.period_key = m.period_key`, [id]);
  await owner.query(`delete from measure_change where group_id = ${imported}`, [id]);
  await owner.query('commit');
  for (const [index, table] of ['measure', 'measure_change'].entries()) {
    const start = performance.now();
    await pipeline(Readable.from(kept[index]), owner.query(from(`copy ${table} from stdin`)));
    took.push(performance.now() - start);
  }
  return took;
}

/** Takes them out again: the next series writes them anew. */
async function forget(owner, id) {
  await owner.query(`delete from measure m using measure_change c where c.group_id = ${imported} and c.community_id = m.community_id and c.indicator_id = m.indicator_id and c.period_key = m.period_key`, [id]);
  await owner.query(`delete from measure_change where group_id = ${imported}`, [id]);
  await owner.query('vacuum measure, measure_change');
}

/** The most memory the process ever held, in megabytes, as Linux tells it; not a number elsewhere. */
function peakMemory(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}
