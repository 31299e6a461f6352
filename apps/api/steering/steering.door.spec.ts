import { DefineIndicator } from '@maillage/features/indicators';
import { makeCommunity, type MadeCommunity } from '@maillage/features/testing';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import type { BoardPageDto, HomeDto, MissionPageDto } from './steering.dto';

describe('dashboards at the door', () => {
  let app: TestApp;
  let here: MadeCommunity;
  let browser: TestClient;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    here = await makeCommunity(app);
    browser = await app.as(here.coordinator);
  });
  afterAll(() => app.close());

  const addIndicator = () =>
    app.get(DefineIndicator).create(here.coordinator, {
      code: 'PRE-01', name: 'Ateliers', definition: 'Ateliers tenus.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0,
      direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: null, evidenceExpected: null, baseline: null,
      missions: ['prevention'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-07-01',
    });

  it('gives each page as JSON, once made', async () => {
    await addIndicator();
    const home = await browser.get<HomeDto>('/api/steering/home');
    expect(home.status).toBe(200);
    expect(home.body.duties).toMatchObject([{ kind: 'measure' }]);
    expect((await browser.get<BoardPageDto>('/api/steering/board')).body.totals.indicators).toBe(1);
    expect((await browser.get<MissionPageDto>('/api/steering/missions/prevention')).body.indicators).toHaveLength(1);
    expect((await browser.get('/api/steering/missions/nothing')).status).toBe(404);
  });

  it('answers 304 to who has what stands, and the new page after a change', async () => {
    const first = await browser.get('/api/steering/home');
    const etag = String(first.headers['etag']);
    const again = await browser.get('/api/steering/home', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    await addIndicator();
    const after = await browser.get('/api/steering/home', { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(after.headers['etag']).not.toBe(etag);
  });
});
