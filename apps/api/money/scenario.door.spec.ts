import { makeCommunity, makeMember, makeSignedYear } from '@maillage/features/testing';
import { createTestApp, type TestApp } from '../testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const values = [{ code: 'mt-ald', value: 100 }];

async function signed() {
  const community = await makeCommunity(app);
  await makeSignedYear(app, community);
  return { community, browser: await app.as(community.coordinator) };
}

describe('scenarios at the door', () => {
  it('are kept, listed, changed and deleted', async () => {
    const { community, browser } = await signed();
    const id = app.db.ids.next();
    const body = { id, year: 5, name: 'Palier suivant', values };
    expect(await browser.post('/api/money/scenarios', body)).toMatchObject({ status: 200, body: { id, year: 5, name: 'Palier suivant', values, revision: 1 } });
    expect(await browser.post('/api/money/scenarios', body)).toMatchObject({ status: 200, body: { revision: 1 } });
    const board = await app.as(await makeMember(app, community.id, 'board'));
    expect(await board.get('/api/money/scenarios?year=5')).toMatchObject({ status: 200, body: [{ id, savedBy: community.coordinator.name }] });
    expect((await board.post('/api/money/scenarios', body)).status).toBe(403);
    expect(await browser.put(`/api/money/scenarios/${id}`, { revision: 1, name: 'Prudent', values })).toMatchObject({ status: 200, body: { name: 'Prudent', revision: 2 } });
    expect(await browser.put(`/api/money/scenarios/${id}`, { revision: 1, name: 'Hardi', values })).toMatchObject({ status: 409, body: { code: 'edited-meanwhile' } });
    expect((await browser.delete(`/api/money/scenarios/${id}?revision=1`)).status).toBe(409);
    expect((await browser.delete(`/api/money/scenarios/${id}?revision=2`)).status).toBe(204);
    expect((await browser.get('/api/money/scenarios?year=5')).body).toEqual([]);
  });

  it.each([
    [{ id: 'x' }, 'id'],
    [{ year: 0 }, 'year'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ values: 'mt-ald' }, 'values'],
    [{ values: [{ code: 'mt-ald', value: -1 }] }, 'values.0.value'],
    [{ values: [{ code: 'mt-ald', value: 1, cents: 3 }] }, 'values.0.cents'],
  ])('refuse %j', async (wrong, path) => {
    const { browser } = await signed();
    const answer = await browser.post<{ errors: { path: string }[] }>('/api/money/scenarios', { id: app.db.ids.next(), year: 5, name: 'A', values, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]?.path).toBe(path);
  });

  it('say in French what is not possible, and need a year to be listed', async () => {
    const { browser } = await signed();
    const answer = await browser.post<{ detail: string }>('/api/money/scenarios', { id: app.db.ids.next(), year: 5, name: 'A', values: [{ code: 'directory-online', value: 3 }] });
    expect(answer).toMatchObject({ status: 400, body: { code: 'scenario-value-invalid' } });
    expect(answer.body.detail).toContain('répondez par oui ou par non');
    expect((await browser.get('/api/money/scenarios')).status).toBe(400);
  });
});
