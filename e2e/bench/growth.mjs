// P5: the same dashboard in a small country and in a large one.
import { homeRequests, inTurn, signReadersIn } from './dashboard.mjs';
import { ratios, spread } from './figures.mjs';
import { connect, dropDatabase, makeDatabase, startApi, startCeiling } from './product.mjs';
import { measured } from './targets.mjs';

const smaller = 100;
const months = 24;

/** Rows of the growth part: two databases and two copies of the API, asked in turn. */
export async function measureGrowth({ services, closing, size, tell }) {
  const { calendarOf } = await import('./community.mjs');
  const calendar = calendarOf(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date()), months);
  const sides = {};
  for (const [side, communities] of Object.entries({ small: smaller, large: size.larger || 400 })) {
    const name = `maillage_bench_${side}`;
    closing.add(() => dropDatabase({ services, name }));
    const database = await makeDatabase({ name, services, communities, calendar, closing, tell });
    const api = await startApi({ database, services, closing, suffix: `-${side}` });
    const ceiling = await startCeiling({ database, services, closing, suffix: `-${side}` });
    const readers = await signReadersIn({ port: api.port, count: 64 });
    const { product } = await homeRequests({ api, ceiling, readers });
    await everybodyHasPages(database);
    sides[side] = { port: api.port, requests: product };
  }
  const figures = await inTurn({ ways: sides, rounds: size.rounds, seconds: size.seconds, connections: 4 });
  const p50 = (side) => figures[side].map((figure) => figure.p50);
  const words = `${size.larger || 400} communautés : ${spread(p50('large')).value.toFixed(2)} ms contre ${spread(p50('small')).value.toFixed(2)} ms`;
  return [measured('P5', spread(ratios(p50('large'), p50('small'))), words)];
}

/** Communities nobody looks at here have their pages too: those of one who does, so that the table has its real size. */
async function everybodyHasPages({ ownerUrl }) {
  const client = await connect(ownerUrl);
  await client.query(`
    insert into steering_page (community_id, page, day, version, body)
    select c.id, p.page, p.day, p.version, p.body from community c
      cross join (select * from steering_page where community_id = (select min(community_id::text)::uuid from steering_page)) p
     where not exists (select 1 from steering_page q where q.community_id = c.id)`);
  await client.query('vacuum (analyze) steering_page');
  await client.end();
}
