// P6: lists and pages through the whole product, against one SQL statement written by hand for each.
import { Trouble } from '../../apps/local/trouble.mjs';
import { idOf } from './community.mjs';
import { errorsOf, inTurn } from './dashboard.mjs';
import { ratios, spread } from './figures.mjs';
import { makeRequest } from './load.mjs';
import { ask } from './product.mjs';
import { measured } from './targets.mjs';

const connections = 4;
const readersAtWork = 16;

const names = (evidence) => (evidence ?? []).map(({ name }) => name);

/** The pages measured: where they are in the product, and what both answers must agree on. */
const pages = [
  {
    name: 'indicators',
    what: 'liste des indicateurs',
    path: () => '/indicators',
    ours: (lines) => lines.map(({ indicator, standing, awaited, late }) => [indicator.code, awaited, late, standing?.value ?? null]),
    raw: (rows, { lastMonth }) => rows.map(({ code, due, series }) => [code, due.awaited, due.late, series.find(({ period_key: key }) => key === lastMonth)?.value ?? null]),
  },
  {
    name: 'project',
    what: 'projet de santé',
    path: () => '/project',
    ours: ({ project }) => project.axes.map(({ title, actions }) => [title, actions.map(({ number, status, steps, stepsDone, lead }) => [number, status, steps, stepsDone, lead?.name ?? null])]),
    raw: ({ axes }) => axes.map(({ title, actions }) => [title, actions.map(({ number, status, steps, done, lead }) => [number, status, steps, done, lead])]),
  },
  {
    name: 'card',
    what: 'fiche d’un indicateur',
    path: (rank) => `/indicators/${idOf(rank, 'indicator', 1)}`,
    ours: ({ values, targets, changes }) => [
      values.filter(({ measure }) => measure).map(({ measure, lock, evidence, recordedByName }) => [measure.periodKey, measure.value, measure.status, measure.parts.length, lock !== null, names(evidence), recordedByName]),
      targets.map(({ periodKey, value }) => [periodKey, value]),
      changes.length,
    ],
    raw: ({ values, targets, changes, people }) => [
      values.map(({ period_key: key, value, status, parts, lock, evidence, recorded_by: by }) => [key, value, status, parts?.length ?? 0, lock !== null, names(evidence), people[by] ?? null]),
      targets.map(({ period_key: key, value }) => [key, value]),
      changes?.length ?? 0,
    ],
  },
  {
    name: 'entry',
    what: 'page de saisie',
    path: () => '/measures/entry',
    ours: ({ lines, periods }) => [
      lines.map(({ indicator, measure, previous, earlier, quality, target, targetSetFor, evidence, absence, lock, exceptions, place }) => [
        indicator.code, place.responsible, measure?.value ?? null, measure?.status ?? null, measure?.parts.length ?? 0, names(evidence), absence?.reason ?? null, lock !== null, exceptions.length,
        target, targetSetFor, [previous, ...earlier].flatMap((one) => one?.value ?? []), quality.values,
      ]),
      periods.map(({ key, toEnter, toValidate }) => [key, toEnter, toValidate]),
    ],
    raw: ({ lines, periods }) => [
      lines.map(({ code, responsible, measure, before, habit, target, target_set_for: setFor, absence, lock, exceptions }) => [
        code, responsible, measure?.value ?? null, measure?.status ?? null, measure?.parts?.length ?? 0, names(measure?.evidence), absence, lock !== null, exceptions?.length ?? 0,
        target, setFor, before ?? [], (habit ?? []).toReversed(),
      ]),
      periods.map(({ key, to_enter: toEnter, to_validate: toValidate }) => [key, toEnter, toValidate]),
    ],
  },
  {
    name: 'euros',
    what: 'euros d’une année du contrat',
    path: (_rank, { years }) => `/money/years/${years}`,
    ours: ({ standings }) => Object.entries(standings).sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { value, status, asOf }]) => [code, value, status, asOf]),
    raw: ({ values }) => values.map(({ code, value, status, as_of: asOf }) => [code, value, status, asOf]),
  },
];

/** Rows of the pages part. */
export async function measurePages({ api, ceiling, readers, size, calendar, tell }) {
  const rows = [];
  for (const page of pages) {
    tell(page.what);
    const requests = await requestsFor(page, { api, ceiling, readers: readers.slice(0, readersAtWork), size, calendar });
    const ways = { raw: { port: ceiling.port, requests: requests.raw }, product: { port: api.port, requests: requests.ours } };
    const figures = await inTurn({ ways, rounds: size.rounds, seconds: size.seconds * 0.8, connections });
    const rates = (way) => figures[way].map(({ rate }) => rate);
    const faults = errorsOf(figures);
    const detail = `${page.what} : ${Math.round(spread(rates('product')).value)}/s contre ${Math.round(spread(rates('raw')).value)}/s${faults ? `, ${faults} ERREURS` : ''}`;
    rows.push(measured('P6', spread(ratios(rates('raw'), rates('product'))), detail, { errors: faults }));
  }
  return rows;
}

async function requestsFor(page, { api, ceiling, readers, size, calendar }) {
  const requests = { ours: [], raw: [] };
  for (const { rank, communityId, cookie } of readers) {
    const path = page.path(rank, calendar);
    const answer = await ask(api.port, cookie, path);
    const rawPath = `/raw?q=${page.name}&c=${communityId}&d=${calendar.today}&i=${idOf(rank, 'indicator', 1)}&y=${calendar.years}`;
    const reference = await (await fetch(`http://127.0.0.1:${ceiling.port}${rawPath}`)).text();
    requireSameFacts(page, answer, reference, size);
    requests.ours.push(makeRequest({ path: `/api${path}`, headers: { cookie } }, { status: 200, body: Buffer.from(answer.text) }));
    requests.raw.push(makeRequest({ path: rawPath }, { status: 200, body: Buffer.from(reference) }));
  }
  return requests;
}

function requireSameFacts(page, answer, reference, size) {
  if (answer.status !== 200) throw new Trouble(`« ${page.what} » : le produit répond ${answer.status}.`);
  const ours = JSON.stringify(page.ours(JSON.parse(answer.text)));
  const raw = JSON.stringify(page.raw(JSON.parse(reference), size));
  if (ours === raw) return;
  const at = [...ours].findIndex((letter, index) => letter !== raw[index]);
  throw new Trouble(`« ${page.what} » : le produit et le SQL direct ne disent pas la même chose (…${ours.slice(at - 60, at + 60)}… contre …${raw.slice(at - 60, at + 60)}…).`);
}
