import { makeCommunity, makeMember, makeSignedYear } from '@maillage/features/testing';
import { createTestApp, type TestApp } from '../testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function signed() {
  app.clock.set('2026-11-21T09:00:00Z');
  const community = await makeCommunity(app);
  await makeSignedYear(app, community);
  return { community, browser: await app.as(community.coordinator) };
}

describe('euros at the door', () => {
  it('are read in one request, with the terms, the values and the links they are made from', async () => {
    const { browser } = await signed();
    const made = await browser.post('/api/money/indicators', { year: 5 });
    expect(made).toMatchObject({ status: 200, body: { created: 43 } });
    expect((await browser.post('/api/money/indicators', { year: 5 })).body).toEqual({ created: 0, targets: 0 });
    const read = await browser.get<{ links: Record<string, { indicatorId: string }>; standings: object; terms: { missions: unknown[] } }>('/api/money/years/5');
    expect(read).toMatchObject({ status: 200, body: { year: 5, euros: { maxCents: 12_250_000, atStakeCents: 12_250_000, phase: 'running' }, may: { link: true } } });
    expect(read.body.terms.missions).toHaveLength(6);
    const id = read.body.links['mt-ald']?.indicatorId;
    expect((await browser.put(`/api/indicators/${id}/values/CY5`, { revision: 0, value: 100 })).status).toBe(200);
    const current = await browser.get('/api/money/years/current');
    expect(current.body).toMatchObject({ year: 5, standings: { 'mt-ald': { value: 100, status: 'draft', asOf: '2026-11-21', source: 'CPAM', evidence: 0 } } });
  });

  it('link and unlink a contract indicator', async () => {
    const { browser } = await signed();
    await browser.post('/api/money/indicators', { year: 5 });
    expect(await browser.put('/api/money/links/mt-ald', { indicatorId: null, revision: 1 })).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await browser.put('/api/money/links/mt-ald', { indicatorId: 'x', revision: 0 })).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect((await browser.put('/api/money/links/unknown', { indicatorId: null, revision: 0 })).status).toBe(404);
  });

  it('are read by the board, and changed by the coordinator alone', async () => {
    const { community } = await signed();
    const board = await app.as(await makeMember(app, community.id, 'board'));
    expect((await board.get('/api/money/years/5')).status).toBe(200);
    expect((await board.post('/api/money/indicators', { year: 5 })).status).toBe(403);
    expect((await board.put('/api/money/links/mt-ald', { indicatorId: null, revision: 0 })).status).toBe(403);
    const lead = await app.as(await makeMember(app, community.id, 'lead'));
    expect((await lead.get('/api/money/years/5')).status).toBe(403);
  });

  it('say what is wrong with a year', async () => {
    const { browser } = await signed();
    expect(await browser.get('/api/money/years/6')).toMatchObject({ body: { code: 'contract-year-outside' } });
    expect((await browser.get('/api/money/years/zero')).status).toBe(404);
    expect(await browser.post('/api/money/indicators', { year: 4 })).toMatchObject({ status: 409, body: { code: 'terms-missing' } });
  });
});
