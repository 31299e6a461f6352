import { makeCommunity, makeMember, makeSignedYear } from '@maillage/features/testing';
import { createTestApp, type TestApp } from '../testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const route = '/api/money/payments';
const payment = { receivedOn: '2022-05-02', cents: 100_000, reference: 'VIR 12', note: null, parts: [] as object[] };
const given = (change: object = {}) => ({ id: app.db.ids.next(), ...payment, ...change });

async function browserOf() {
  const community = await makeCommunity(app);
  await makeSignedYear(app, community);
  return { community, browser: await app.as(community.coordinator) };
}

describe('payments at the door', () => {
  it('are read, recorded, corrected and cancelled', async () => {
    const { browser } = await browserOf();
    expect(await browser.get(route)).toMatchObject({ status: 200, body: { payments: [], contract: { signedOn: '2022-04-15' } } });
    const { id, ...rest } = given();
    expect(await browser.post(route, { id, ...rest })).toMatchObject({ status: 200, body: { payments: [{ id, cents: 100_000, unallocatedCents: 100_000 }] } });
    expect(await browser.post(route, { id, ...rest })).toMatchObject({ status: 200, body: { totals: { receivedCents: 100_000 } } });
    expect(await browser.put(`${route}/${id}`, { ...rest, cents: 90_000, revision: 1 })).toMatchObject({ status: 200, body: { payments: [{ cents: 90_000, revision: 2 }] } });
    expect(await browser.put(`${route}/${id}`, { ...rest, cents: 80_000, revision: 1 })).toMatchObject({ status: 409, body: { code: 'edited-meanwhile' } });
    expect(await browser.post(`${route}/${id}/cancellation`, { revision: 2, reason: 'Erreur' })).toMatchObject({ status: 200, body: { totals: { receivedCents: 0 } } });
    expect(await browser.put(`${route}/${id}`, { ...rest, revision: 3 })).toMatchObject({ status: 409, body: { code: 'payment-cancelled' } });
  });

  it.each([
    [{ receivedOn: '02/05/2022' }, 'receivedOn'],
    [{ cents: 10.5 }, 'cents'],
    [{ cents: 0 }, 'cents'],
    [{ id: 'x' }, 'id'],
    [{ reference: 'x'.repeat(200) }, 'reference'],
    [{ parts: [{ lineKey: '', cents: 1 }] }, 'parts.0.lineKey'],
    [{ parts: [{ lineKey: 'CY5.operating.advance', cents: 0 }] }, 'parts.0.cents'],
    [{ community: 'other' }, 'community'],
  ])('refuse %j', async (wrong, path) => {
    const { browser } = await browserOf();
    const answer = await browser.post<{ errors: { path: string }[] }>(route, given(wrong));
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]?.path).toBe(path);
  });

  it('say why a line or an amount is refused', async () => {
    const { browser } = await browserOf();
    expect(await browser.post(route, given({ parts: [{ lineKey: 'CY9.operating.advance', cents: 1 }] }))).toMatchObject({ status: 409, body: { code: 'payment-line-unknown' } });
    expect(await browser.post(route, given({ parts: [{ lineKey: 'CY5.operating.advance', cents: 200_000 }] }))).toMatchObject({
      status: 400,
      body: { code: 'payment-parts-exceed', detail: expect.stringContaining('2\u202F000\u00A0€') },
    });
  });

  it('are for those who may', async () => {
    const { community } = await browserOf();
    const board = await app.as(await makeMember(app, community.id, 'board'));
    expect((await board.get(route)).status).toBe(200);
    expect((await board.post(route, given())).status).toBe(403);
    expect((await (await app.as(await makeMember(app, community.id, 'lead'))).get(route)).status).toBe(403);
  });
});
