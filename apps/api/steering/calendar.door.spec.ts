import { RecordContract } from '@maillage/features/contract';
import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import ICAL from 'ical.js';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import type { CalendarDto, CalendarFeedDto, NewCalendarFeedDto } from './calendar.dto';

describe('the calendar at the door', () => {
  let app: TestApp;
  let here: MadeCommunity;
  let browser: TestClient;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    here = await makeCommunity(app, { name: 'du Pays, de l’Eau ; et du « Bois »' });
    browser = await app.as(here.coordinator);
    await app.get(RecordContract).execute(here.coordinator, { signedOn: '2024-10-15', durationYears: 5, size: 3, revision: 0 });
  });
  afterAll(() => app.close());

  /** Opens an address; gives its path. */
  const open = async (revision = 0, client = browser): Promise<string> => {
    const { status, body } = await client.post<NewCalendarFeedDto>('/api/steering/calendar/feed', { revision });
    expect(status).toBe(201);
    return new URL(body.address).pathname;
  };
  const parsed = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
  };

  it('gives the clocks and the agenda', async () => {
    const { body } = await browser.get<CalendarDto>('/api/steering/calendar');
    expect(body.clocks.map(({ kind }) => kind)).toEqual(['contract', 'civil', 'accounting', 'membership']);
    expect(body.events[0]).toMatchObject({ key: 'mission.access-to-care.start', kind: 'mission', lateDays: expect.any(Number) });
  });

  it('is read by a calendar program at the private address: all-day events, stable identifiers, nothing left out', async () => {
    const address = await open();
    const answer = await app.anonymous().get<string>(address);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=900' });
    const text = String(answer.body);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const { calendar, events } = parsed(text);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('CPTS du Pays, de l’Eau ; et du « Bois »');
    const { body } = await browser.get<CalendarDto>('/api/steering/calendar');
    expect(events.map(({ uid, startDate }) => [uid, startDate.toString(), startDate.isDate])).toEqual(
      body.events.map(({ key, day }) => [`${key}.${here.id}@maillage`, day, true]),
    );
    const late = body.events[0];
    expect(events[0]?.summary).toBe(`En retard\u00A0: ${late?.title}`);
    expect(events[0]?.component.getFirstPropertyValue('url')).toMatch(/\/missions\/access-to-care$/);
    expect(text).not.toMatch(/€|@exemple\.fr/);
  });

  it('answers 304 to who has what stands', async () => {
    const address = await open();
    const { headers } = await app.anonymous().get(address);
    expect((await app.anonymous().get(address, { 'if-none-match': String(headers['etag']) })).status).toBe(304);
  });

  it('says nothing at an address that is closed, renewed, wrong or of someone who left', async () => {
    const lead = await makeMember(app, here.id, 'lead');
    const first = await open(0, await app.as(lead));
    const second = await open(1, await app.as(lead));
    const gone = async (path: string) => (await app.anonymous().get<{ code: string }>(path)).body.code;
    expect(await gone(first)).toBe('not-found');
    for (const wrong of ['/api/calendar/a.ics', '/api/calendar/feed', `/api/calendar/${'x'.repeat(43)}`]) expect(await gone(wrong)).toBe('not-found');
    expect((await app.anonymous().get(second)).status).toBe(200);
    expect((await (await app.as(lead)).delete<CalendarFeedDto>('/api/steering/calendar/feed')).body).toEqual({ createdAt: null, revision: 0 });
    expect(await gone(second)).toBe('not-found');
  });

  it('is not read again and again', async () => {
    const [address, other] = [await open(), await open(0, await app.as(await makeMember(app, here.id, 'board')))];
    const statuses = new Set<number>();
    for (let count = 0; count < 31; count += 1) statuses.add((await app.anonymous().get(`${address}?essai=${count}`)).status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await app.anonymous().get<{ code: string }>(address)).body.code).toBe('too-many-attempts');
    expect((await app.anonymous().get(other)).status).toBe(200);
  });

  it('is opened once by two clicks', async () => {
    await open();
    expect(await browser.post('/api/steering/calendar/feed', { revision: 0 })).toMatchObject({ status: 409, body: { code: 'edited-meanwhile' } });
    expect((await browser.get<CalendarFeedDto>('/api/steering/calendar/feed')).body).toMatchObject({ revision: 1 });
    expect((await browser.post('/api/steering/calendar/feed', { revision: -1 })).status).toBe(400);
  });
});
