import { RecomputeValues } from '@maillage/features/indicators';
import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';

interface Page {
  words: string | null;
  feeds: { code: string }[];
  periods: { periodKey: string; outcome: string; question: string | null; revision: number }[];
}

describe('the door of computed values', () => {
  let app: TestApp;
  let here: MadeCommunity;
  let coordinator: TestClient;
  let input: string;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    here = await makeCommunity(app);
    coordinator = await app.as(here.coordinator);
    input = (await coordinator.post<{ id: string }>('/api/indicators', { ...sampleIndicator, code: 'REU-01' })).body.id;
  });
  afterAll(() => app.close());

  const create = (text: string, code = 'TOT') => coordinator.post<{ code?: string; id: string }>('/api/indicators', { ...sampleIndicator, code, formula: { text } });
  const give = (id: string, value: number, revision = 0) => coordinator.put<{ id: string; revision: number; code?: string }>(`/api/indicators/${id}/values/2026-Q3`, { value, revision, comment: 'Compté.' });

  it('takes a formula, says its faults in French with their place, and refuses values typed over it', async () => {
    const { status, body } = await create('REU-01 * 2');
    expect(status).toBe(201);
    expect((await coordinator.get(`/api/indicators/${body.id}`)).body).toMatchObject({ indicator: { formula: { text: 'REU-01 * 2', inputs: [{ kind: 'indicator', id: input, code: 'REU-01' }] } } });
    expect((await give(body.id, 3)).body.code).toBe('measure-computed');
    for (const [text, code] of [['REU-01 +', 'formula-invalid'], ['constructor', 'formula-unknown-code'], ['REU-01 * 2 * (', 'formula-invalid'], ['TOT2', 'formula-circular']] as const) {
      const refused = await create(text, 'TOT2');
      expect([text, refused.status, refused.body.code]).toEqual([text, 400, code]);
    }
    expect((await create('A'.repeat(501), 'TOT2')).status).toBe(400);
    const card = { text: 'REU-01 + REU-99', indicatorId: null, code: 'NOU', kind: 'count', unit: 'réunions', decimals: 0, bounded: false, frequency: 'quarter', aggregation: 'sum', trackedFrom: '2026-01-01' };
    expect((await coordinator.post('/api/indicators/formula/preview', card)).body).toMatchObject({ fault: expect.stringContaining('REU-99'), place: 10 });
    const lead = await app.as(await makeMember(app, here.id, 'lead'));
    expect((await lead.post('/api/indicators/formula/preview', card)).status).toBe(403);
  });

  it('shows inputs and what they feed, asks, and takes the answer as it was seen', async () => {
    const id = (await create('REU-01 * 2')).body.id;
    let seen = (await give(input, 3)).body;
    await coordinator.post('/api/measures/validation', { measures: [seen] });
    await app.get(RecomputeValues).execute(here.id);
    const { body: card } = await coordinator.get<{ values: { measure: { id: string; revision: number } | null; writable: boolean }[] }>(`/api/indicators/${id}`);
    const computed = card.values[0]?.measure;
    expect(card.values[0]).toMatchObject({ writable: false, measure: { value: 6, origin: 'computed' } });
    await coordinator.post('/api/measures/validation', { measures: [{ id: computed?.id, revision: computed?.revision }] });
    await coordinator.post(`/api/measures/${seen.id}/reopening`, { revision: 2, reason: 'Une réunion oubliée' });
    seen = (await give(input, 4, 3)).body;
    await app.get(RecomputeValues).execute(here.id);
    const { body: page } = await coordinator.get<Page>(`/api/indicators/${id}/computed`);
    expect(page.periods[0]).toMatchObject({ outcome: 'asked', question: expect.stringContaining('garder ou rouvrir') });
    expect((await coordinator.get<Page>(`/api/indicators/${input}/computed`)).body.feeds).toMatchObject([{ code: 'TOT' }]);
    expect((await coordinator.get('/api/indicators/computed/questions')).body).toMatchObject([{ code: 'TOT' }]);
    const answer = (choice: string, revision: number) => coordinator.post(`/api/indicators/${id}/computed/2026-Q3`, { choice, reason: 'Vu avec le pilote', revision });
    const revision = page.periods[0]?.revision ?? 0;
    expect((await answer('drop', revision)).status).toBe(400);
    expect((await answer('replace', revision + 5)).status).toBe(409);
    expect([(await answer('replace', revision)).status, seen.revision]).toEqual([204, 4]);
    expect((await coordinator.get('/api/indicators/computed/questions')).body).toEqual([]);
  });
});
