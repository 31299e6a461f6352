import { makeCommunity, makeMember, makeTwoCommunities } from '@maillage/features/testing';
import { createTestApp, type TestApp } from '../testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const settings = { revision: 1, name: 'du Val', label: 'CPTS', timeZone: 'Europe/Paris', maskBelow: 6 };
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const logo = (bytes = drawing) => ({ name: 'logo.svg', type: 'text/plain', bytes: Buffer.from(bytes) });

describe('settings at the door', () => {
  it('are answered and changed', async () => {
    const { coordinator } = await makeCommunity(app, { name: 'des Monts' });
    const browser = await app.as(coordinator);
    expect((await browser.get('/api/community')).body).toMatchObject({
      name: 'des Monts',
      title: 'CPTS des Monts',
      revision: 1,
      demo: false,
    });
    const changed = await browser.put('/api/community', settings);
    expect(changed).toMatchObject({ status: 200, body: { title: 'CPTS du Val', revision: 2 } });
    expect((await browser.get('/api/session')).body).toMatchObject({ community: { name: 'du Val' } });
  });

  it('say every wrong field in French', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    const answer = await browser.put<{ errors: { path: string; message: string }[] }>('/api/community', {
      ...settings,
      name: '',
      maskBelow: 2.5,
      timeZone: 'Lune/Nord',
      communityId: coordinator.communityId,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }) => path).sort()).toEqual([
      'communityId',
      'maskBelow',
      'maskBelow',
      'name',
      'timeZone',
    ]);
    for (const { message } of answer.body.errors) expect(message).toMatch(/^«\u00A0[^»]+\u00A0»\u00A0: .+/);
  });

  it('changed meanwhile are answered with who, when and the current ones', async () => {
    const { id, coordinator } = await makeCommunity(app);
    const ana = await makeMember(app, id, 'coordinator', { givenName: 'Ana', familyName: 'Bel' });
    await (await app.as(ana)).put('/api/community', settings);
    const answer = await (await app.as(coordinator)).put('/api/community', { ...settings, name: 'autre' });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'edited-meanwhile', meta: { who: 'Ana Bel', current: { name: 'du Val', revision: 2 } } },
    });
    expect(answer.text).toContain('Ana Bel a modifié cet élément entre-temps (le 21\u00A0novembre\u00A02026 à ');
  });
});

describe('logo at the door', () => {
  it('is served with the type of its content, and can do nothing', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    expect((await browser.get('/api/community/logo')).status).toBe(404);
    expect(await browser.upload('/api/community/logo', logo(), {}, 'PUT')).toMatchObject({
      status: 200,
      body: { logoFileId: expect.any(String) },
    });
    const answer = await browser.get('/api/community/logo');
    expect(answer.text).toBe(drawing);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
    });
    expect((await browser.delete('/api/community/logo')).body).toMatchObject({ logoFileId: null });
  });

  it('is refused when it could act, when it is too heavy, when it is missing', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    expect(await browser.upload('/api/community/logo', logo('<svg onload="alert(1)"/>'), {}, 'PUT')).toMatchObject({
      status: 400,
      body: { code: 'logo-refused' },
    });
    expect(await browser.upload('/api/community/logo', logo('x'.repeat(1_000_001)), {}, 'PUT')).toMatchObject({ status: 413 });
    expect([400, 415]).toContain((await browser.put('/api/community/logo', {})).status);
    expect((await browser.get('/api/community/logo')).status).toBe(404);
  });

  it('of another community is not found', async () => {
    const [mine, other] = await makeTwoCommunities(app);
    const answer = await (
      await app.as(mine.coordinator)
    ).upload<{ logoFileId: string }>('/api/community/logo', logo(), {}, 'PUT');
    expect((await (await app.as(other.coordinator)).get(`/api/community/logo?v=${answer.body.logoFileId}`)).status).toBe(404);
    expect((await app.anonymous().get('/api/community/logo')).status).toBe(401);
  });
});

describe('territory at the door', () => {
  it('is searched, added to and taken from', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    const found = await browser.get<{ communes: object[]; epci: object[] }>('/api/communes?q=giennoises');
    expect(found.body).toMatchObject({ communes: [], epci: [{ siren: '244500211', communes: 11, population: 24157 }] });
    expect(await browser.post('/api/community/territory/additions', { epci: ['244500211'] })).toMatchObject({
      status: 200,
      body: { population: { total: 24157 } },
    });
    expect(await browser.post('/api/community/territory/removals', { communes: ['45155'] })).toMatchObject({
      status: 200,
      body: { population: { communes: 10 } },
    });
    expect((await browser.get('/api/community/territory')).body).toMatchObject({
      population: { communes: 10 },
      departments: ['45'],
      vintage: 2026,
    });
  });

  it.each([
    ['/api/community/territory/additions', { communes: ['gien'] }, 400],
    ['/api/community/territory/additions', { epci: ['12'] }, 400],
    ['/api/community/territory/additions', { communes: ['45999'] }, 400],
    ['/api/community/territory/removals', { communes: ['45155'] }, 404],
    ['/api/community/territory/removals', {}, 400],
  ])('refuses %s %j', async (url, body, status) => {
    const { coordinator } = await makeCommunity(app);
    expect((await (await app.as(coordinator)).post(url, body)).status).toBe(status);
  });

  it('wants something to search', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    expect((await browser.get('/api/communes')).status).toBe(400);
    expect((await browser.get(`/api/communes?q=${'a'.repeat(81)}`)).status).toBe(400);
  });
});

describe('journal at the door', () => {
  it('is read with its filters', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    await browser.put('/api/community', settings);
    expect((await browser.get('/api/journal?words=reglages')).body).toMatchObject({
      lines: [
        { what: 'Réglages de la communauté modifiés', who: coordinator.name, changes: [{ field: 'Nom', after: 'du Val' }] },
      ],
      nextId: null,
    });
    expect((await browser.get(`/api/journal?personId=${app.db.ids.next()}`)).body).toMatchObject({ lines: [] });
    expect(
      (await browser.get('/api/journal?act=community.settings-changed&from=2026-01-01&to=2099-01-01&beforeId=1')).status,
    ).toBe(200);
    for (const wrong of ['from=hier', 'act=tout', 'personId=moi', 'beforeId=0'])
      expect((await browser.get(`/api/journal?${wrong}`)).status).toBe(400);
  });

  it('is filtered by what acts are about and by subject, refuses half a subject', async () => {
    const { coordinator, id } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    await browser.put('/api/community', settings);
    const subject = `subjectType=community&subjectId=${id}`;
    expect((await browser.get(`/api/journal?act=community&${subject}`)).body).toMatchObject({ lines: [{ act: 'community.settings-changed' }] });
    expect((await browser.get('/api/journal?act=measure')).body).toMatchObject({ lines: [] });
    for (const wrong of ['subjectType=community', `subjectId=${id}`, 'subjectType=DROP&subjectId=1']) expect((await browser.get(`/api/journal?${wrong}`)).status).toBe(400);
  });

  it('is verified, and says in words what was changed by hand', async () => {
    const { coordinator, id } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    await browser.put('/api/community', settings);
    expect((await browser.get('/api/journal/verification')).body).toMatchObject({ lines: 1, values: 0, sequence: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] });
    await app.db.peek(`update audit_entry set role = 'lead' where community_id = $1`, [id]);
    expect((await browser.get('/api/journal/verification')).body).toMatchObject({
      found: 1,
      faults: [{ kind: 'altered', sequence: 1, sentence: 'Cette ligne a été modifiée en dehors de Maillage.' }],
    });
  });

  it('goes out as a file, for whoever reads it', async () => {
    const { coordinator, id } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    await browser.put('/api/community', { ...settings, name: '=1+1' });
    const sheet = await browser.get('/api/journal/export?format=csv&act=community');
    expect(sheet.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="journal-\d{4}-\d{2}-\d{2}\.csv"/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(sheet.text).toMatch(/^\uFEFF?N°;Date;/);
    expect(sheet.text).not.toMatch(/(^|;)"?=/m);
    const file = await browser.get('/api/journal/export?format=json');
    expect(JSON.parse(file.text)).toMatchObject({ format: 'maillage-journal/1', head: { sequence: 1 }, lines: [{ sequence: 1, who: coordinator.name }] });
    expect((await browser.get('/api/journal/export?format=xlsx')).status).toBe(400);
    expect((await browser.get('/api/journal/export')).status).toBe(400);
    expect((await app.anonymous().get('/api/journal/export?format=csv')).status).toBe(401);
    const lead = await app.as(await makeMember(app, id, 'lead'));
    for (const path of ['', '/verification', '/export?format=csv']) expect((await lead.get(`/api/journal${path}`)).status).toBe(403);
  });
});
