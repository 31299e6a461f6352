// P14: the dashboard's slow answers while twenty people a second sign in, against the same without them.
import { peopleOf } from './community.mjs';
import { homeRequests } from './dashboard.mjs';
import { ratios, spread } from './figures.mjs';
import { makeRequest, pacedLoad } from './load.mjs';
import { password } from './product.mjs';
import { measured, told } from './targets.mjs';

const dashboardsPerSecond = 100;
const signInsPerSecond = 20;

/** Rows of the sign-in part: dashboards at a steady pace, with and without people signing in. */
export async function measureSignIns({ api, ceiling, readers, size }) {
  const { product } = await homeRequests({ api, ceiling, readers });
  const signIns = makeSignIns(size.communities);
  const seconds = size.seconds * 4;
  const dashboards = () => pacedLoad({ port: api.port, connections: 16, seconds, perSecond: dashboardsPerSecond, requests: product });
  const quiet = [];
  const busy = [];
  const people = [];
  let turn = 0;
  for (let round = 0; round <= size.signInRounds; round += 1) {
    const alone = await dashboards();
    const requests = Array.from({ length: Math.ceil(seconds * signInsPerSecond) }, () => signIns[turn++ % signIns.length]);
    const [together, entered] = await Promise.all([dashboards(), pacedLoad({ port: api.port, connections: 32, seconds, perSecond: signInsPerSecond, requests })]);
    if (round === 0) continue;
    quiet.push(alone);
    busy.push(together);
    people.push(entered);
  }
  const p95 = (figures) => figures.map((figure) => figure.p95);
  const faults = [...quiet, ...busy, ...people].reduce((sum, { errors }) => sum + errors, 0);
  const words = `${dashboardsPerSecond} tableaux de bord/s : ${spread(p95(busy)).value.toFixed(1)} ms contre ${spread(p95(quiet)).value.toFixed(1)} ms${faults ? `, ${faults} ERREURS` : ''}`;
  return [
    measured('P14', spread(ratios(p95(busy), p95(quiet))), words, { errors: faults }),
    told('Connexion d’une personne, vingt par seconde (médiane)', 'ms', spread(people.map(({ p50 }) => p50)), 'argon2id, 19 Mio, 2 passes'),
  ];
}

/** Sign-ins of everybody invented, each in turn. */
function makeSignIns(communities) {
  return Array.from({ length: communities }, (_, index) => peopleOf(index + 1))
    .flat()
    .map(({ email }) => makeRequest({ method: 'POST', path: '/api/session', headers: { 'x-maillage': '1' }, body: JSON.stringify({ email, password }) }, { status: 200 }));
}
