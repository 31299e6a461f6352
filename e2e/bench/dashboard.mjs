// P1 to P4: the dashboard through the whole product, against the reference; and what it costs right after a write.
import { say } from '../../apps/local/saying.mjs';
import { Trouble } from '../../apps/local/trouble.mjs';
import { ratios, spread } from './figures.mjs';
import { idOf, missingValue, peopleOf } from './community.mjs';
import { load, makeRequest } from './load.mjs';
import { ask, signIn } from './product.mjs';
import { measured, told } from './targets.mjs';

/** Directus beside the same ceiling, as it was measured once (dashboards a second, 8 connections): it is not installed here. */
const directusToCeiling = 63 / 1867;

/** People of the first communities, signed in: `{ rank, communityId, cookie }`. */
export async function signReadersIn({ port, count }) {
  const readers = [];
  for (let rank = 1; rank <= count; rank += 1) {
    const [coordinator] = peopleOf(rank);
    readers.push({ rank, communityId: idOf(rank, 'community'), cookie: await signIn(port, coordinator.email) });
  }
  return readers;
}

/** The three ways of asking for the home of each reader, checked to give the same document. */
export async function homeRequests({ api, ceiling, readers }) {
  const requests = { product: [], same: [], ceiling: [] };
  for (const { communityId, cookie } of readers) {
    const answer = await ask(api.port, cookie, '/steering/home');
    const path = `/page?c=${communityId}&p=home`;
    const reference = await (await fetch(`http://127.0.0.1:${ceiling.port}${path}`)).text();
    if (answer.status !== 200 || answer.text !== reference) throw new Trouble('Le produit et la référence ne donnent pas le même tableau de bord : rien n’est comparable.');
    const expect = { status: 200, body: Buffer.from(reference) };
    requests.product.push(makeRequest({ path: '/api/steering/home', headers: { cookie } }, expect));
    requests.same.push(makeRequest({ path: '/api/steering/home', headers: { cookie, 'if-none-match': answer.headers.get('etag') } }, { status: 304, body: null }));
    requests.ceiling.push(makeRequest({ path }, expect));
  }
  const bytes = requests.product.reduce((sum, { expect }) => sum + expect.body.length, 0) / requests.product.length;
  return { ...requests, bytes };
}

/** Asks all the ways in turn, round after round. Returns, by way, the list of each round's figures. */
export async function inTurn({ ways, rounds, seconds, connections }) {
  const figures = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const names = Object.keys(ways);
    // Each round starts with another one; the first round only warms up.
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round) % names.length];
      const figure = await load({ ...ways[name], connections, seconds: round === 0 ? seconds / 2 : seconds });
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
}

const rates = (figures) => figures.map(({ rate }) => rate);
const perSecond = (figures) => `${Math.round(spread(rates(figures)).value)}/s`;
export const errorsOf = (figures) => Object.values(figures).flat().reduce((sum, { errors }) => sum + errors, 0);

/** Rows of the dashboard part. */
export async function measureDashboard({ api, ceiling, readers, size }) {
  const rows = [];
  const requests = await homeRequests({ api, ceiling, readers });
  say(`  Même document vérifié pour ${readers.length} communautés (${Math.round(requests.bytes / 1024)} ko en moyenne).`);
  const ways = {
    ceiling: { port: ceiling.port, requests: requests.ceiling },
    product: { port: api.port, requests: requests.product },
    same: { port: api.port, requests: requests.same },
  };
  for (const connections of [8, 32]) {
    const figures = await inTurn({ ways, rounds: size.rounds, seconds: size.seconds, connections });
    const reference = rates(figures.ceiling);
    const faults = errorsOf(figures);
    const at = `${connections} connexions`;
    const detail = (way) => `${at} : ${perSecond(figures[way])} contre ${perSecond(figures.ceiling)}${faults ? `, ${faults} ERREURS` : ''}`;
    const first = spread(ratios(rates(figures.product), reference));
    rows.push(measured('P1', first, detail('product'), { errors: faults }));
    rows.push(measured('P2', spread(ratios(rates(figures.same), reference)), detail('same'), { errors: faults }));
    const scaled = Object.fromEntries(Object.entries(first).map(([key, value]) => [key, key === 'rounds' ? value : value / directusToCeiling]));
    if (connections === 8) rows.push(measured('P3', scaled, 'Directus : 63/s face à un plafond de 1 867/s, mesuré une fois'));
    if (connections === 32) {
      const p95 = (way) => figures[way].map((figure) => figure.p95);
      rows.push(measured('P4', spread(ratios(p95('product'), p95('ceiling'))), `${spread(p95('product')).value.toFixed(1)} ms contre ${spread(p95('ceiling')).value.toFixed(1)} ms`));
    }
  }
  rows.push(...(await afterWrites({ api, readers, size })));
  return rows;
}

/** One person alone: the home as it stands, a value given, the home made again, the home as it stands again. */
async function afterWrites({ api, readers, size }) {
  const times = { before: [], write: [], after: [], then: [] };
  const timed = async (name, reader, path, options) => {
    const start = performance.now();
    const answer = await ask(api.port, reader.cookie, path, options);
    times[name].push(performance.now() - start);
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer;
  };
  for (let turn = 0; turn < size.writes; turn += 1) {
    const reader = readers[turn % readers.length];
    const { indicatorId, body } = missingValue(reader.rank, Math.floor(turn / readers.length));
    const first = await timed('before', reader, '/steering/home');
    await timed('write', reader, `/indicators/${indicatorId}/values/${size.lastMonth}`, { method: 'PUT', body });
    const second = await timed('after', reader, '/steering/home');
    const third = await timed('then', reader, '/steering/home');
    if (first.text === second.text || second.text !== third.text) throw new Trouble('Le tableau de bord ne suit pas les écritures : la mesure n’a pas de sens.');
  }
  return [
    told('Tableau de bord tel quel (une personne)', 'ms', spread([...times.before, ...times.then])),
    told('Saisie d’une valeur', 'ms', spread(times.write)),
    told('Tableau de bord juste après une écriture', 'ms', spread(times.after), 'pages refaites une fois, toutes ensemble'),
  ];
}
