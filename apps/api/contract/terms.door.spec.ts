import { contractExample, exampleTerms } from '@maillage/domain/contract/testing';
import { makeCommunity } from '@maillage/features/testing';
import { createTestApp, type TestApp, type TestClient } from '../testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

interface Refused {
  code: string;
  detail: string;
  errors: { path: string; message: string }[];
}

const browserOf = async (): Promise<TestClient> => {
  const browser = await app.as((await makeCommunity(app)).coordinator);
  await browser.put('/api/contract', { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 });
  return browser;
};
const body = (change: object = {}) => ({ revision: 0, amendment: 0, terms: exampleTerms(), ...change });
const heat = { kind: 'epidemic-climate', recognisedOn: '2026-07-01', reference: null, endedOn: null };

describe('the terms at the door', () => {
  it('are empty, recorded, read again, amended', async () => {
    const browser = await browserOf();
    expect(await browser.get('/api/contract/terms')).toMatchObject({ status: 200, body: { terms: null, year: { number: 5 }, crisisKinds: expect.any(Array) } });
    expect(await browser.put('/api/contract/terms/5', body())).toMatchObject({ status: 200, body: { version: { revision: 1 } } });
    expect((await browser.get<{ terms: unknown }>('/api/contract/terms?year=5')).body.terms).toEqual(exampleTerms());
    expect(await browser.put('/api/contract/terms/5', body({ terms: { ...exampleTerms(), operating: { cents: 1, confirmed: true } } }))).toMatchObject({ status: 409, body: { code: 'edited-meanwhile' } });
    const amendment = { from: 0, revision: 1, effectiveOn: '2026-09-01', terms: { ...exampleTerms(), operating: { cents: 1, confirmed: true } } };
    expect(await browser.post('/api/contract/terms/5/amendments', amendment)).toMatchObject({ status: 200, body: { version: { amendment: 1 } } });
    expect((await browser.get<{ terms: unknown }>('/api/contract/terms?year=5&amendment=0')).body.terms).toEqual(exampleTerms());
    expect(await browser.get('/api/contract/terms?year=6')).toMatchObject({ status: 400, body: { code: 'contract-year-outside' } });
    expect(await browser.put('/api/contract/terms/five', body())).toMatchObject({ status: 404 });
  });

  it.each<[string, (terms: ReturnType<typeof exampleTerms>) => void, string]>([
    ['an unknown field', (terms) => Object.assign(terms, { total: 1 }), 'terms.total'],
    ['half a cent', (terms) => Object.assign(terms.operating, { cents: 0.5 }), 'terms.operating.cents'],
    ['a mode nobody knows', (terms) => Object.assign(terms.missions[0]!.actions[0]!.indicators[1]!, { scoring: { mode: 'sum', cents: 1 } }), 'terms.missions.0.actions.0.indicators.1.scoring'],
    ['no scoring', (terms) => Object.assign(terms.missions[0]!.actions[0]!.indicators[1]!, { scoring: null }), 'terms.missions.0.actions.0.indicators.1.scoring'],
    ['a threshold that is no number', (terms) => Object.assign(terms.missions[0]!.actions[0]!.indicators[1]!.scoring, { threshold: 'x' }), 'terms.missions.0.actions.0.indicators.1.scoring.threshold'],
    ['a tier without label', (terms) => Object.assign((terms.missions[0]!.actions[0]!.indicators[0]!.scoring as { tiers: object[] }).tiers[2]!, { label: '' }), 'terms.missions.0.actions.0.indicators.0.scoring.tiers.2.label'],
  ])('refuse %s by its path', async (_, change, path) => {
    const terms = exampleTerms();
    change(terms);
    const answer = await (await browserOf()).put<Refused>('/api/contract/terms/5', body({ terms }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path.startsWith(path))).toContain(true);
    expect(answer.body.errors.every(({ message }) => message.startsWith('«'))).toBe(true);
  });

  it('tell every broken rule with its path and a French sentence', async () => {
    const terms = exampleTerms();
    terms.missions[0]!.code = 'digital';
    terms.missions[1]!.actions[0]!.code = 'obesity';
    const answer = await (await browserOf()).put<Refused>('/api/contract/terms/5', body({ terms }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'terms-refused', detail: expect.stringContaining('2 erreurs') } });
    expect(answer.body.errors).toEqual([
      { path: 'terms.missions.0.code', rule: 'terms-refused', message: expect.stringContaining('n’existe pas') },
      { path: 'terms.missions.1.actions.1.code', rule: 'terms-refused', message: expect.stringContaining('deux fois') },
    ]);
  });
});

describe('a contract file at the door', () => {
  it('is previewed, imported, exported, and the same again changes nothing', async () => {
    const browser = await app.as((await makeCommunity(app)).coordinator);
    const seen = await browser.post<{ basis: string; differences: object[] }>('/api/contract/imports/preview', contractExample());
    expect(seen).toMatchObject({ status: 200, body: { nothingToDo: false, warnings: [] } });
    const address = `/api/contract/imports?basis=${seen.body.basis}`;
    expect(await browser.post(address, contractExample())).toMatchObject({ status: 200, body: { changed: true, year: 5 } });
    expect(await browser.post(address, contractExample())).toMatchObject({ status: 200, body: { changed: false } });
    const file = await browser.get<object>('/api/contract/export');
    expect(file).toMatchObject({ status: 200, body: { format: 'contract/1', contractYear: 5, size: 3 } });
    expect(await browser.post('/api/contract/imports/preview', file.body)).toMatchObject({ status: 200, body: { nothingToDo: true } });
    expect(await browser.post(address, { ...contractExample(), operating: { cents: 1 } })).toMatchObject({ status: 409, body: { code: 'import-outdated' } });
    expect(await browser.post('/api/contract/imports?basis=hier', contractExample())).toMatchObject({ status: 400 });
  });

  it('is refused with every fault at its path', async () => {
    const browser = await app.as((await makeCommunity(app)).coordinator);
    const answer = await browser.post<Refused>('/api/contract/imports/preview', { ...contractExample(), size: 9, missions: [{ code: 'prevention', fixedCents: -1 }] });
    expect(answer).toMatchObject({ status: 400, body: { code: 'contract-file-refused', detail: expect.stringContaining('2 erreurs') } });
    expect(answer.body.errors.map(({ path }) => path)).toEqual(['size', 'missions[0].fixedCents']);
    expect(await browser.post('/api/contract/imports/preview', [])).toMatchObject({ status: 400 });
  });
});

describe('crises at the door', () => {
  it('are recorded, changed and removed', async () => {
    const browser = await browserOf();
    const made = await browser.post<{ crises: { id: string }[] }>('/api/contract/crises', heat);
    expect(made).toMatchObject({ status: 200, body: { crises: [{ revision: 1, years: [5] }] } });
    const address = `/api/contract/crises/${made.body.crises[0]?.id}`;
    expect(await browser.post('/api/contract/crises', heat)).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect(await browser.put(address, { ...heat, endedOn: '2026-06-01', revision: 1 })).toMatchObject({ status: 400, body: { errors: [{ path: 'endedOn' }] } });
    expect(await browser.put(address, { ...heat, endedOn: '2026-08-31', revision: 1 })).toMatchObject({ status: 200 });
    expect(await browser.delete(`${address}?revision=1`)).toMatchObject({ status: 409 });
    expect(await browser.delete(`${address}?revision=2`)).toMatchObject({ status: 200, body: { crises: [] } });
  });
});
