import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeMember, makeRecipient, makeReport, makeReportable, makeTwoCommunities, reportHandlers, type MadeCommunity } from '@maillage/features/testing';
import { eventually, SmtpStandIn } from '@maillage/platform/testing';
import { createTestApp, type TestApp, type TestClient } from '../testing';

interface Report {
  id: string;
  status: string;
  revision: number;
  offers: string[];
  documents: { format: string; name: string; size: number; hash: string }[];
  deliveries: { id: string; status: string; attempts: { answer: string | null }[] }[];
  content: { lines: { code: string; value: string }[] } | null;
}

let app: TestApp;
let smtp: SmtpStandIn;
let here: MadeCommunity;
let elsewhere: MadeCommunity;
let browser: TestClient;

beforeAll(async () => {
  smtp = await SmtpStandIn.start();
  app = await createTestApp({ environment: { SMTP_URL: smtp.url } });
});
beforeEach(async () => {
  [here, elsewhere] = await makeTwoCommunities(app);
  await makeReportable(app, here);
  browser = await app.as(here.coordinator);
});
afterAll(async () => {
  await app.close();
  await smtp.stop();
});

const work = () => app.db.runJobs(reportHandlers(app), { communityId: here.id });
const read = async (id: string): Promise<Report> => (await browser.get<Report>(`/api/reports/${id}`)).body;

it('goes from a click to a delivered report', async () => {
  await browser.post('/api/report-recipients', { kind: 'ars', name: 'ARS Centre-Val de Loire', email: 'ars@exemple.fr' });
  const asked = await browser.post<{ id: string }>('/api/reports', { periodKey: '2026-Q3' });
  expect(asked.status).toBe(202);
  const { id } = asked.body;
  expect((await browser.get<{ job: string; state: string }[]>(`/api/jobs?subject=${id}`)).body).toMatchObject([{ job: 'reports.prepare', state: 'waiting', subject: id }]);
  await work();
  const ready = await read(id);
  expect(ready).toMatchObject({ status: 'awaiting-approval', offers: ['approve', 'prepare-again', 'cancel'], content: { lines: [{ code: 'ACC-01' }] } });
  const approved = await browser.post<Report>(`/api/reports/${id}/approval`, { revision: ready.revision });
  expect([approved.status, approved.body.status]).toEqual([200, 'approved']);
  const sending = await browser.post<Report>(`/api/reports/${id}/sending`, { revision: approved.body.revision });
  expect([sending.status, sending.body.status]).toEqual([202, 'sending']);
  await work();
  const sent = await read(id);
  expect(sent).toMatchObject({ status: 'sent', deliveries: [{ status: 'delivered', attempts: [{ answer: '250 2.0.0 Ok: queued as 1' }] }] });
  const page = await browser.get<{ reports: { id: string; delivered: number }[]; periods: { key: string; reportId: string | null }[] }>('/api/reports');
  expect(page.body.reports).toMatchObject([{ id, delivered: 1 }]);
  expect(page.body.periods[0]).toMatchObject({ key: '2026-Q3', reportId: id });
  expect((await browser.get('/api/reports/verification')).body).toMatchObject({ seals: 1, documents: 3, faults: [] });
});

it('gives a document with its own bytes, name and fingerprint, and never draws it in the page', async () => {
  const id = await makeReport(app, here);
  for (const { format, name, size, hash } of (await read(id)).documents) {
    const answer = await browser.get(`/api/reports/${id}/documents/${format}`);
    expect(answer.status).toBe(200);
    expect(createHash('sha256').update(answer.bytes).digest('hex')).toBe(hash);
    expect(answer.headers).toMatchObject({
      'content-length': String(size),
      'content-disposition': expect.stringContaining(`attachment; filename="${name}"`),
      'cache-control': 'private, no-store',
      'repr-digest': `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`,
    });
  }
  expect((await browser.get(`/api/reports/${id}/documents/exe`)).status).toBe(404);
});

it('refuses what is wrong, in French, with the field', async () => {
  const wrong = await browser.post<{ errors: { path: string; message: string }[] }>('/api/reports', { periodKey: '2026-09' });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors).toMatchObject([{ path: 'periodKey', message: expect.stringContaining('un trimestre est attendu') }]);
  expect((await browser.post('/api/reports', { periodKey: '2026-Q4' })).body).toMatchObject({ status: 409, code: 'report-period-not-over' });
  const id = await makeReport(app, here);
  expect((await browser.post('/api/reports', { periodKey: '2026-Q3' })).body).toMatchObject({ status: 409, code: 'report-exists', meta: { reportId: id } });
  expect((await browser.post(`/api/reports/${id}/sending`, { revision: (await read(id)).revision })).body).toMatchObject({ status: 409, code: 'report-transition' });
  expect((await browser.post(`/api/reports/${id}/approval`, { revision: 1 })).body).toMatchObject({ status: 409, code: 'edited-meanwhile' });
  expect((await browser.put('/api/report-schedule', { enabled: true, day: 31, revision: 0 })).status).toBe(400);
});

it('lets a reader open what was sent to it, over several communities, and nothing else', async () => {
  await makeRecipient(app, here);
  const id = await makeReport(app, here, 'sent');
  const reader = await app.as(await makeMember(app, here.id, 'reader'));
  const [line] = (await reader.get<{ id: string; communityTitle: string }[]>('/api/publications')).body;
  expect(line?.communityTitle).toBe(`CPTS ${here.name}`);
  const page = await reader.get<Report>(`/api/publications/${line?.id}`);
  expect(page.body.content?.lines).toMatchObject([{ code: 'ACC-01' }]);
  const pdf = await reader.get(`/api/publications/${line?.id}/documents/pdf`);
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  for (const url of [`/api/reports/${id}`, '/api/reports', `/api/reports/${id}/documents/pdf`, '/api/report-recipients', '/api/indicators']) expect((await reader.get(url)).status).toBe(403);
  const stranger = await app.as(await makeMember(app, elsewhere.id, 'reader'));
  expect((await stranger.get<unknown[]>('/api/publications')).body).toEqual([]);
  expect((await stranger.get(`/api/publications/${line?.id}`)).status).toBe(404);
  expect((await stranger.get(`/api/publications/${line?.id}/documents/pdf`)).status).toBe(404);
});

it('tells the moves of a run as they happen, to its own community only', async () => {
  await app.app.listen(0, '127.0.0.1');
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const { body } = await browser.post<{ id: string }>('/api/reports', { periodKey: '2026-Q3' });
  const listen = async (client: TestClient) => {
    let heard = '';
    const cookie = Object.entries(client.cookies).map(([name, value]) => `${name}=${value}`).join('; ');
    const request = http.get({ port, path: `/api/jobs/stream?subject=${body.id}`, headers: { cookie, accept: 'text/event-stream' } });
    const response = await new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve));
    response.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
    return { response, heard: () => heard, close: () => request.destroy() };
  };
  const mine = await listen(browser);
  const theirs = await listen(await app.as(elsewhere.coordinator));
  expect(mine.response.headers).toMatchObject({ 'content-type': 'text/event-stream', 'x-content-type-options': 'nosniff' });
  await work();
  await eventually(() => mine.heard().includes('"state":"done"'));
  expect(mine.heard()).toContain('Mise en page des documents');
  expect(mine.heard()).not.toContain('communityId');
  expect(theirs.heard()).not.toContain('data: {');
  expect((await (await app.as(elsewhere.coordinator)).get(`/api/jobs?subject=${body.id}`)).body).toEqual([]);
  theirs.close();
  mine.close();
}, 20_000);
