import { DefineIndicator } from '@maillage/features/indicators';
import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';

interface Card {
  values: { period: { key: string }; measure: { id: string; status: string; revision: number; remark: string | null } | null; moves: string[]; writable: boolean; lock: { label: string } | null }[];
}

describe('the door of validation and locks', () => {
  let app: TestApp;
  let here: MadeCommunity;
  let coordinator: TestClient;
  let lead: TestClient;
  let leadId: string;
  let indicatorId: string;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    here = await makeCommunity(app);
    coordinator = await app.as(here.coordinator);
    const person = await makeMember(app, here.id, 'lead');
    leadId = person.personId;
    lead = await app.as(person);
    indicatorId = await app.get(DefineIndicator).create(here.coordinator, { ...sampleIndicator, code: 'REU-01', responsiblePersonId: leadId });
  });
  afterAll(() => app.close());

  const give = (browser: TestClient, body: object) => browser.put<{ id: string; revision: number; code?: string; detail?: string }>(`/api/indicators/${indicatorId}/values/2026-Q3`, body);
  const line = async (browser = coordinator) => {
    const { body } = await browser.get<Card>(`/api/indicators/${indicatorId}`);
    return body.values.find(({ period }) => period.key === '2026-Q3');
  };

  it('takes a value from sent to sent back, validated, locked, refused, opened by name, changed and locked again', async () => {
    const given = (await give(lead, { revision: 0, value: 12 })).body;
    expect((await coordinator.post(`/api/measures/${given.id}/return`, { revision: 1, remark: 'Le mois de juillet manque.' })).status).toBe(204);
    expect(await line(lead)).toMatchObject({ measure: { status: 'draft', remark: 'Le mois de juillet manque.' }, writable: true });
    await give(lead, { revision: 2, value: 13 });
    expect((await coordinator.get<{ values: { stage: string; moves: string[] }[] }>('/api/measures/waiting')).body.values).toMatchObject([{ stage: 'submitted', moves: ['validate', 'send-back', 'delete'] }]);
    expect((await coordinator.post('/api/measures/validation', { measures: [{ id: given.id, revision: 3 }] })).status).toBe(204);
    const { body: preview } = await coordinator.get<{ left: unknown[]; settled: number }>('/api/period-locks/preview?period=2026-Q3');
    expect(preview).toMatchObject({ settled: 1, left: [] });
    expect((await coordinator.post<{ id: string }>('/api/period-locks', { period: '2026-Q3', seenLeft: 0 })).status).toBe(201);
    const refused = await give(coordinator, { revision: 5, value: 14 });
    expect([refused.status, refused.body.code]).toEqual([409, 'period-locked']);
    const asked = { personId: leadId, indicatorId, periodKey: '2026-Q3', untilOn: '2026-11-30', untilTime: '18:00', reason: 'Chiffre corrigé par la CPAM' };
    expect((await lead.post('/api/period-locks/exceptions', asked)).status).toBe(403);
    expect((await coordinator.post('/api/period-locks/exceptions', asked)).status).toBe(201);
    const changed = await give(lead, { revision: 5, value: 14 });
    expect([changed.status, changed.body.revision]).toEqual([200, 6]);
    await coordinator.post('/api/measures/validation', { measures: [{ id: given.id, revision: 6 }] });
    expect(await line()).toMatchObject({ measure: { status: 'locked' }, lock: { label: expect.any(String) } });
  });

  it('counts what a choice would validate, then validates it as counted', async () => {
    await give(lead, { revision: 0, value: 12 });
    const { body: count } = await coordinator.get<{ asOf: string; advance: number }>('/api/measures/waiting/validation?period=2026-Q3&words=reunions');
    expect(count).toMatchObject({ advance: 1, proofless: 0, locked: 0 });
    const validate = (browser: TestClient, body: object) => browser.post('/api/measures/waiting/validation', body);
    const asked = { period: '2026-Q3', words: 'reunions', asOf: count.asOf };
    expect([(await validate(lead, asked)).status, (await validate(coordinator, { ...asked, asOf: 'hier' })).status]).toEqual([403, 400]);
    expect((await validate(coordinator, asked)).body).toEqual({ advanced: 1, more: 0 });
    expect((await validate(coordinator, asked)).body).toEqual({ advanced: 0, more: 0 });
    expect(await line()).toMatchObject({ measure: { status: 'validated' } });
  });

  it('names what is unusual and asks for a comment', async () => {
    await lead.put(`/api/indicators/${indicatorId}/values/2026-Q2`, { revision: 0, value: 12 });
    const { status, body } = await give(lead, { revision: 0, value: 90 });
    expect([status, body.code]).toEqual([400, 'measure-comment-needed']);
    expect((await give(lead, { revision: 0, value: 90, comment: 'Un séminaire.' })).status).toBe(200);
  });

  it('changes the settings to who may, on what is on screen', async () => {
    const settings = { by: 'board', steps: 2, submitOnSave: true, revision: 0 };
    expect((await lead.put('/api/measures/validation/settings', settings)).status).toBe(403);
    expect((await coordinator.put('/api/measures/validation/settings', { ...settings, steps: 4 })).status).toBe(400);
    expect((await coordinator.put('/api/measures/validation/settings', settings)).body).toMatchObject({ by: 'board', steps: 2, revision: 1 });
    expect((await coordinator.put('/api/measures/validation/settings', { ...settings, by: 'coordinator', steps: 1 })).status).toBe(409);
  });
});
