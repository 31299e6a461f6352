import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { calendarOf, communityRows, idOf, missingValue } from './community.mjs';
import { quantile, ratios, spread, verdictOf } from './figures.mjs';
import { load, makeRequest, pacedLoad } from './load.mjs';
import { readOptions } from './options.mjs';

const calendar = calendarOf('2026-11-21', 24);
const given = { passwordHash: 'x', communes: ['45001'], at: '2024-11-01T08:00:00Z' };

test('une communauté fictive est toujours la même, et dit qu’elle est fictive', () => {
  const rows = communityRows(7, calendar, given);
  assert.deepEqual(rows, communityRows(7, calendar, given));
  assert.notDeepEqual(rows.measure, communityRows(8, calendar, given).measure);
  assert.equal(rows.action.length, 40);
  assert.equal(rows.indicator.length, 120);
  assert.ok(rows.measure.length > 120 * 23 && rows.measure.length < 120 * 24, 'des valeurs du dernier mois manquent');
  assert.match(rows.community[0][1], /fictive/);
  assert.equal(rows.community[0].at(-1), true);
  assert.deepEqual(calendar.periods.at(-1), { key: '2026-10', start: '2026-10-01', end: '2026-10-31' });
});

test('une valeur à saisir est bien une de celles qui manquent', () => {
  const { indicatorId } = missingValue(7);
  const { measure } = communityRows(7, calendar, given);
  assert.ok(!measure.some((cells) => cells[2] === indicatorId && cells[3] === '2026-10'));
  assert.match(idOf(7, 'indicator', 3), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('médianes, rapports et verdicts', () => {
  assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
  assert.deepEqual(spread(ratios([10, 30, 20], [10, 10, 10])), { value: 2, min: 1, max: 3, rounds: 3 });
  assert.equal(verdictOf({ value: 0.8, floor: 0.5, aim: 0.7, better: 'higher' }), 'reached');
  assert.equal(verdictOf({ value: 1.3, floor: 1.5, aim: 1.1, better: 'lower' }), 'enough');
  assert.equal(verdictOf({ value: 1.6, floor: 1.5, aim: 1.1, better: 'lower' }), 'missed');
  assert.equal(verdictOf({ value: 12 }), 'told');
});

test('les mots de la commande', () => {
  assert.deepEqual(readOptions(['reports', 'dashboard']).parts, ['dashboard', 'reports']);
  assert.equal(readOptions([]).parts.includes('growth'), false);
  assert.deepEqual([readOptions(['--full']).parts.at(-1), readOptions(['--full', '--json=a.json']).json], ['growth', 'a.json']);
  assert.throws(() => readOptions(['vitesse']), /Partie inconnue : vitesse/);
  assert.throws(() => readOptions(['--json']), /nom de fichier/);
});

test('le client compte les réponses justes, et les fausses à part', async () => {
  const server = createServer((request, response) => {
    const body = request.url === '/bon' ? 'bon' : 'faux';
    response.writeHead(request.url === '/absent' ? 404 : 200, { 'content-length': String(body.length) }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const wanted = { status: 200, body: Buffer.from('bon') };
  const asked = (path) => [makeRequest({ path }, wanted)];
  try {
    const good = await load({ port, connections: 2, seconds: 0.1, warmup: 0, requests: asked('/bon') });
    assert.ok(good.count > 0 && good.errors === 0 && good.rate > 0 && good.p95 >= good.p50);
    for (const path of ['/mauvais', '/absent']) {
      const bad = await load({ port, connections: 1, seconds: 0.05, warmup: 0, requests: asked(path) });
      assert.ok(bad.errors > 0 && bad.count === 0, path);
    }
    const paced = await pacedLoad({ port, connections: 2, seconds: 0.2, perSecond: 50, requests: asked('/bon') });
    assert.deepEqual([paced.count, paced.errors], [10, 0]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
