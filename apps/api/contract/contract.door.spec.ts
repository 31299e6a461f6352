import { makeCommunity } from '@maillage/features/testing';
import type { AgreementsDto } from './agreement.dto';
import { createTestApp, type TestApp } from '../testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const signed = { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 };
const dates = { revision: 0, chosen: true, startedOn: '2022-12-01', deployedOn: null };
const browserOf = async () => app.as((await makeCommunity(app)).coordinator);

describe('contract at the door', () => {
  it('is empty, then recorded', async () => {
    const browser = await browserOf();
    expect((await browser.get('/api/contract')).body).toMatchObject({ contract: null, revision: 0, currentYear: null });
    expect(await browser.get('/api/contract/current-year')).toMatchObject({ status: 200, body: null });
    expect(await browser.put('/api/contract', signed)).toMatchObject({
      status: 200,
      body: {
        contract: { signedOn: '2022-04-15', agreement: 'aci-cpts/avenant-2', size: 3 },
        revision: 1,
        endsOn: '2027-04-14',
        currentYear: { number: 5 },
      },
    });
    expect((await browser.get('/api/contract/current-year')).body).toEqual({ number: 5, start: '2026-04-15', end: '2027-04-14' });
    expect(await browser.put('/api/contract', { ...signed, size: null, revision: 1 })).toMatchObject({
      status: 200,
      body: { contract: { size: null } },
    });
    expect(await browser.put('/api/contract', signed)).toMatchObject({ status: 409, body: { code: 'edited-meanwhile' } });
  });

  it.each([
    [{ signedOn: '15/04/2022' }, 'signedOn'],
    [{ signedOn: '2022-02-30' }, 'signedOn'],
    [{ durationYears: 11 }, 'durationYears'],
    [{ size: 9 }, 'size'],
    [{ size: undefined }, 'size'],
    [{ revision: -1 }, 'revision'],
    [{ prorataUnit: 'weeks' }, 'prorataUnit'],
    [{ accountingYearStart: '2026-04-01' }, 'accountingYearStart'],
    [{ membershipYearStart: '09-31x' }, 'membershipYearStart'],
  ])('refuses %j', async (wrong, path) => {
    const answer = await (await browserOf()).put<{ errors: { path: string }[] }>('/api/contract', { ...signed, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]?.path).toBe(path);
  });
});

describe('the agreement at the door', () => {
  it('is read with its amounts, statuses and sources', async () => {
    const { body } = await (await browserOf()).get<AgreementsDto>('/api/contract/agreements');
    expect(body.agreements.map(({ code }) => code)).toEqual(['aci-cpts/2019', 'aci-cpts/avenant-2']);
    const line = body.agreements[1]?.amounts.find(({ code }) => code === 'access-to-care.fixed');
    expect(line?.figures[2]).toEqual({ size: 3, cents: 9_000_000, candidateCents: null, status: 'published', sources: ['contract-A', 'contract-B'], note: null });
  });
});

describe('missions at the door', () => {
  it('wait for the contract, then take their dates', async () => {
    const browser = await browserOf();
    expect((await browser.get<{ missions: object[] }>('/api/missions')).body.missions).toHaveLength(6);
    expect(await browser.put('/api/missions/prevention', dates)).toMatchObject({
      status: 409,
      body: { code: 'contract-missing' },
    });
    await browser.put('/api/contract', signed);
    const answer = await browser.put<{ missions: { code: string }[] }>('/api/missions/prevention', dates);
    expect(answer.status).toBe(200);
    expect(answer.body.missions.find(({ code }) => code === 'prevention')).toMatchObject({
      revision: 1,
      clock: { state: 'late-deploy', startedOn: '2022-12-01', startDue: '2023-04-15', deployDue: '2024-04-15' },
    });
    expect((await browser.put('/api/missions/prevention', dates)).status).toBe(409);
  });

  it.each([
    ['money', dates, 404, 'mission-unknown'],
    ['prevention', { ...dates, chosen: false }, 409, 'mission-core'],
    ['prevention', { ...dates, startedOn: 'hier' }, 400, 'invalid-request'],
    ['prevention', { revision: 0, chosen: true }, 400, 'invalid-request'],
  ])('refuse %s %j', async (code, body, status, problem) => {
    const browser = await browserOf();
    await browser.put('/api/contract', signed);
    expect(await browser.put(`/api/missions/${code}`, body)).toMatchObject({ status, body: { code: problem } });
  });
});
