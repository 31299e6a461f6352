// Rendering alone, in a process of its own: reads frozen reports, makes their documents again, says how long it took.
import { createHash } from 'node:crypto';
import process from 'node:process';
import { drawPlain, readDrawing } from './plain-pdf.mjs';
import { connect, require } from './product.mjs';

const { renderDocuments } = require('./dist/libs/features/reports/documents/index.js');
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function frozen(ids) {
  const client = await connect(process.env.BENCH_OWNER_URL);
  const { rows } = await client.query(
    `select r.snapshot::text as snapshot, (select json_object_agg(d.format, d.hash) from report_document d where d.report_id = r.id) as hashes
       from report r where r.id = any($1) order by r.id`,
    [ids],
  );
  await client.end();
  return rows;
}

/** Renders them all; the documents must be those the worker made. */
async function render({ ids }) {
  const reports = await frozen(ids);
  const snapshots = reports.map(({ snapshot }) => JSON.parse(snapshot));
  const start = performance.now();
  const made = [];
  for (const snapshot of snapshots) made.push(await renderDocuments(snapshot));
  const took = performance.now() - start;
  const different = made.flat().filter(({ kind, bytes }, index) => hash(bytes) !== reports[Math.floor(index / 3)].hashes[kind]).length;
  return { took, different, bytes: made.flat().reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

/** The three documents of each report against the same pages drawn plainly, in turn; processor time. */
async function compare({ ids }) {
  const spent = async (work) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const rounds = [];
  for (const { snapshot } of await frozen(ids)) {
    const [pdf] = await renderDocuments(JSON.parse(snapshot));
    const pages = await readDrawing(pdf.bytes);
    const parsed = JSON.parse(snapshot);
    const ours = await spent(() => renderDocuments(parsed));
    const plain = await spent(() => drawPlain(pages));
    rounds.push({ ours, plain, pages: pages.length, texts: pages.reduce((sum, { texts }) => sum + texts.length, 0), shapes: pages.reduce((sum, { shapes }) => sum + shapes.filter(({ kind }) => kind === 'path').length, 0) });
  }
  return rounds;
}

process.on('message', ({ order, ids }) => {
  const work = order === 'render' ? render({ ids }) : compare({ ids });
  work.then(
    (result) => process.send({ result }),
    (error) => process.send({ error: String(error.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
