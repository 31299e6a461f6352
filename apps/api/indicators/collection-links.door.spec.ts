import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';
import { committedDocument } from '../testing/routes';
import { undocumentedFields } from '../testing/undocumented';
import type { ContributedDto, LinkPageDto } from './collection-door.dto';
import type { AcceptanceOutcomeDto, CollectionLinksDto, MadeCollectionLinkDto, WaitingContributionDto } from './collection-link.dto';

const door = '/api/collection-door';
const pdf = { name: 'feuille.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n') };

describe('collection links at the door', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let browser: TestClient;
  let indicatorId: string;
  let code = 0;

  beforeEach(async () => {
    // A door of its own for each: limits by network address are counted in the process.
    app = await createTestApp();
    await app.db.directory.run((tx) => tx.query('delete from login_throttle'));
    home = await makeCommunity(app);
    browser = await app.as(home.coordinator);
    indicatorId = (await browser.post<{ id: string }>('/api/indicators', { ...sampleIndicator, code: `LIEN-${(code += 1)}` })).body.id;
  });
  afterEach(() => app.close());

  const asked = (change: object = {}) => ({
    id: app.db.ids.next(), recipient: 'Pharmacie du Marché', email: null, indicatorIds: [indicatorId], periods: ['2026-Q3'], from: null, expiresOn: '2026-12-31',
    showPrevious: false, send: false, ...change,
  });
  const make = async (change: object = {}): Promise<{ id: string; token: string }> => {
    const { status, body } = await browser.post<MadeCollectionLinkDto>('/api/collection-links', asked(change));
    expect(status).toBe(201);
    return { id: body.id, token: new URL(body.address ?? '').hash.slice(1) };
  };
  const withToken = (token: string) => ({ 'x-collection-link': token });
  const look = (token: string) => app.anonymous().get<LinkPageDto & ProblemDetails>(door, withToken(token));
  const give = (token: string, change: object = {}) =>
    app.anonymous().post<ContributedDto & ProblemDetails>(`${door}/contributions`, { id: app.db.ids.next(), seen: null, indicatorId, periodKey: '2026-Q3', value: 4, ...change }, withToken(token));

  it('needs no session: a value and its photo are sent, then accepted by the coordination', async () => {
    const { token } = await make();
    const page = await look(token);
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
    expect(page.body).toMatchObject({ recipient: 'Pharmacie du Marché', askedBy: home.coordinator.name, entries: [{ state: 'to-give', previous: null }] });
    expect(page.text).not.toMatch(/@exemple\.fr|communityId|responsiblePersonId|token/);

    expect(undocumentedFields(page.body, { $ref: '#/components/schemas/LinkPageDto' }, committedDocument())).toEqual([]);

    const sent = await give(token, { comment: 'Fermé une semaine.' });
    expect(sent.status).toBe(200);
    const joined = await app.anonymous().upload(`${door}/files?contribution=${sent.body.id}`, pdf, {}, 'POST', withToken(token));
    expect(joined.status).toBe(201);

    const [line] = (await browser.get<WaitingContributionDto[]>('/api/link-contributions')).body;
    expect(line).toMatchObject({ id: sent.body.id, text: expect.stringMatching(/^4.réunions$/), files: [{ name: 'feuille.pdf' }], current: null });
    const file = await browser.get(`/api/link-contributions/${sent.body.id}/files/${line?.files[0]?.id}`);
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    const { body } = await browser.post<AcceptanceOutcomeDto[]>('/api/link-contributions/acceptance', { contributions: [{ id: sent.body.id, measureRevision: 0 }] });
    expect(body).toEqual([{ id: sent.body.id, refusal: null, code: null }]);
    expect((await browser.get<CollectionLinksDto>('/api/collection-links')).body.links).toMatchObject([{ received: 1, waiting: 0, accepted: 1, state: 'open' }]);
  });

  it('answers 404, word for word the same, to an unknown, an expired and a revoked link', async () => {
    const revoked = await make();
    await browser.post(`/api/collection-links/${revoked.id}/revocation`, { revision: 1 });
    const expired = await make({ expiresOn: '2026-11-21' });
    app.clock.advance(24 * 3_600_000);
    const answers = [await look(revoked.token), await look(expired.token), await look('x'.repeat(43)), await look('court'), await app.anonymous().get<ProblemDetails>(door)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'collection-link-closed']));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('does not let addresses be tried: 429, with the time to wait', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await look(`${'z'.repeat(42)}${count}`)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
    const { detail } = (await look(`${'z'.repeat(42)}7`)).body;
    expect(detail).toMatch(/^Trop d’essais d’adresses\. Réessayez dans \d+ (secondes?|minutes?), ou demandez un nouveau lien/);
    const { token } = await make();
    const seen = new Set<number>();
    for (let count = 0; count < 61; count += 1) seen.add((await look(token)).status);
    expect([...seen]).toEqual([200, 429]);
  });

  it('refuses what is no value, what is not asked, and what is heavy', async () => {
    const { token } = await make();
    expect((await give(token, { id: 'x' })).status).toBe(400);
    expect((await give(token, { communityId: home.id })).status).toBe(400);
    expect((await give(token, { comment: 'a'.repeat(500) })).status).toBe(400);
    expect((await give(token, { value: 1.5 })).body.code).toBe('measure-decimals');
    expect((await give(token, { indicatorId: app.db.ids.next() })).status).toBe(404);
    const sent = await give(token);
    const url = `${door}/files?contribution=${sent.body.id}`;
    const program = { ...pdf, bytes: Buffer.from('MZ\u0090\u0000') };
    expect((await app.anonymous().upload<ProblemDetails>(url, program, {}, 'POST', withToken(token))).body.code).toBe('evidence-refused');
    const heavy = { ...pdf, bytes: Buffer.concat([pdf.bytes, Buffer.alloc(10_100_000)]) };
    expect((await app.anonymous().upload<ProblemDetails>(url, heavy, {}, 'POST', withToken(token))).body.code).toBe('evidence-refused');
    expect((await app.anonymous().upload(url, pdf)).status).toBe(404);
  });

  it('is the coordination’s on the other side', async () => {
    const lead = await app.as(await makeMember(app, home.id, 'lead'));
    expect((await lead.get('/api/collection-links')).status).toBe(403);
    expect((await lead.post('/api/collection-links', asked())).status).toBe(403);
    expect((await browser.post<ProblemDetails>('/api/collection-links', asked({ expiresOn: '2028-01-01' }))).body.code).toBe('invalid-input');
  });
});
