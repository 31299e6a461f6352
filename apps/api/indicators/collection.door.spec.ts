import { makeCommunity, makeMember, type MadeCommunity, type MadePerson } from '@maillage/features/testing';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';
import type { CollectionPageDto, CollectionSettingsDto, ReminderDto, RemindedDto } from './collection.dto';

describe('the collection at the door', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let lead: MadePerson;
  let browser: TestClient;
  let phone: TestClient;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    home = await makeCommunity(app);
    lead = await makeMember(app, home.id, 'lead');
    browser = await app.as(home.coordinator);
    phone = await app.as(lead);
  });

  const create = async (): Promise<string> =>
    (await browser.post<{ id: string }>('/api/indicators', { ...sampleIndicator, code: 'COL-01', responsiblePersonId: lead.personId, trackedFrom: '2026-07-01' })).body.id;

  it('shows a round, takes « pas de valeur » with its reason, and takes it back', async () => {
    const id = await create();
    const before = (await browser.get<CollectionPageDto>('/api/collection?period=2026-Q3')).body;
    expect(before).toMatchObject({ period: { key: '2026-Q3', locked: false }, rates: { expected: 1, received: 0 }, may: { remind: true, settings: true } });
    const address = `/api/indicators/${id}/absences/2026-Q3`;
    expect((await phone.put<ProblemDetails>(address, { revision: 0, reason: 'non' })).body.code).toBe('absence-reason-missing');
    expect((await phone.put(address, { revision: 0, reason: 'Aucune réunion ce trimestre' })).status).toBe(200);
    const after = (await phone.get<CollectionPageDto>('/api/collection')).body;
    expect(after).toMatchObject({ groups: [{ owner: { mine: true }, lines: [{ absence: 'Aucune réunion ce trimestre' }] }], may: { remind: false, settings: false } });
    expect((await phone.delete(`${address}?revision=1`)).status).toBe(204);
  });

  it('reminds whom the coordinator names, once a day, and shows the log', async () => {
    await create();
    const asked = await browser.post<RemindedDto>('/api/collection/reminders', { period: '2026-Q3', personId: lead.personId });
    expect([asked.status, asked.body]).toEqual([202, { planned: 1, tooSoon: [] }]);
    const again = await browser.post<ProblemDetails>('/api/collection/reminders', { period: '2026-Q3' });
    expect([again.status, again.body.code]).toEqual([409, 'reminder-too-soon']);
    expect((await browser.get<ReminderDto[]>('/api/collection/reminders?period=2026-Q3')).body).toMatchObject([{ person: lead.name, askedBy: home.coordinator.name, status: 'pending' }]);
    expect((await phone.post('/api/collection/reminders', { period: '2026-Q3' })).status).toBe(403);
  });

  it('keeps the settings within their limits, on the revision on screen', async () => {
    const settings = (await browser.get<CollectionSettingsDto>('/api/collection/settings')).body;
    expect(settings).toEqual({ dueDays: 15, remind: true, beforeDays: 7, weeklyLimit: 3, revision: 0 });
    expect((await browser.put('/api/collection/settings', { ...settings, dueDays: 20 })).status).toBe(204);
    expect((await browser.put('/api/collection/settings', { ...settings, dueDays: 21 })).status).toBe(409);
    expect((await browser.put('/api/collection/settings', { ...settings, dueDays: 400, revision: 1 })).status).toBe(400);
    expect((await phone.put('/api/collection/settings', { ...settings, revision: 1 })).status).toBe(403);
    expect((await browser.get('/api/collection?period=demain')).status).toBe(400);
  });
});
