import { makeCommunity, makeMember, makeTwoCommunities, joinCommunity, PASSWORD } from '@maillage/features/testing';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import type { ProblemDetails } from '../http/problem';
import type { AccessDto, LinkDto, MySessionDto, SessionDto } from './identity.dto';

describe('identity at the door', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const signIn = async (email: string, browser: TestClient = app.anonymous()): Promise<TestClient> => {
    const answer = await browser.post('/api/session', { email, password: PASSWORD });
    expect(answer.status).toBe(200);
    return browser;
  };

  it('signs in with a cookie out of scripts’ reach, and tells who, where and with which rights', async () => {
    const { coordinator, id, name } = await makeCommunity(app);
    const browser = app.anonymous();
    const answer = await browser.post<SessionDto>('/api/session', { email: ` ${coordinator.email.toUpperCase()} `, password: PASSWORD });
    expect(answer.status).toBe(400);
    const right = await browser.post<SessionDto>('/api/session', { email: coordinator.email.toUpperCase(), password: PASSWORD });
    expect(right.headers['set-cookie']).toMatch(/^maillage=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(right.text).not.toContain(browser.cookies['maillage']);
    expect(right.body).toMatchObject({ person: { id: coordinator.personId }, community: { id, name, role: 'coordinator' }, role: 'coordinator' });
    expect(right.body.rights).toContain('access.manage');
    expect((await browser.get<SessionDto>('/api/session')).body).toEqual(right.body);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { coordinator } = await makeCommunity(app);
    const wrong = await app.anonymous().post<ProblemDetails>('/api/session', { email: coordinator.email, password: 'Autre+Chose=57' });
    const unknown = await app.anonymous().post<ProblemDetails>('/api/session', { email: 'personne@exemple.fr', password: 'Autre+Chose=57' });
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('gives a fresh session at sign-in: one planted in the browser is worth nothing', async () => {
    const { coordinator } = await makeCommunity(app);
    const planted = 'a'.repeat(43);
    const browser = app.anonymous();
    browser.cookies['maillage'] = planted;
    await signIn(coordinator.email, browser);
    expect(browser.cookies['maillage']).not.toBe(planted);
    const attacker = app.anonymous();
    attacker.cookies['maillage'] = planted;
    expect((await attacker.get('/api/session')).status).toBe(401);
  });

  it('ends the former session of the browser when someone else signs in there', async () => {
    const community = await makeCommunity(app);
    const other = await makeMember(app, community.id, 'board');
    const browser = await signIn(community.coordinator.email);
    const former = app.anonymous();
    former.cookies['maillage'] = browser.cookies['maillage'] ?? '';
    await signIn(other.email, browser);
    expect((await former.get('/api/session')).status).toBe(401);
  });

  it('invites once when the button is pressed three times at once', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = await app.as(coordinator);
    const answers = await Promise.all([1, 2, 3].map(() => browser.post('/api/access/invitations', { email: 'essai@exemple.fr', role: 'board' })));
    for (const { status } of answers) expect([201, 409]).toContain(status);
    expect((await browser.get<{ invitations: unknown[] }>('/api/access')).body.invitations).toHaveLength(1);
  });

  it.each(['', 'x', 'é'.repeat(43), `${'a'.repeat(42)}'`])('takes « %s » for no session', async (cookie) => {
    const browser = app.anonymous();
    browser.cookies['maillage'] = cookie;
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('says when to try again to whoever tries too often', async () => {
    const { coordinator } = await makeCommunity(app);
    for (let i = 0; i < 5; i += 1) await app.anonymous().post('/api/session', { email: coordinator.email, password: 'Autre+Chose=57' });
    const answer = await app.anonymous().post<ProblemDetails>('/api/session', { email: coordinator.email, password: PASSWORD });
    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toBe('15');
    expect(answer.body.detail).toBe('Trop d’essais. Réessayez dans 15 secondes, ou choisissez «\u00a0Mot de passe oublié\u00a0».');
  });

  it('signs out here, from another session, and everywhere', async () => {
    const { coordinator } = await makeCommunity(app);
    const [phone, desk, home] = [await signIn(coordinator.email), await signIn(coordinator.email), await signIn(coordinator.email)];
    const sessions = (await desk.get<MySessionDto[]>('/api/account/sessions')).body;
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);

    expect((await phone.delete('/api/session')).status).toBe(204);
    expect(phone.cookies['maillage']).toBeUndefined();
    const left = (await desk.get<MySessionDto[]>('/api/account/sessions')).body;
    const other = left.find(({ current }) => !current);
    expect((await desk.delete(`/api/account/sessions/${other?.id}`)).status).toBe(204);
    expect((await home.get('/api/session')).status).toBe(401);

    const again = await signIn(coordinator.email);
    expect((await again.delete('/api/account/sessions')).status).toBe(204);
    expect((await desk.get('/api/session')).status).toBe(401);
  });

  it('moves between one’s own communities only', async () => {
    const [here, there] = await makeTwoCommunities(app);
    const third = await makeCommunity(app);
    const person = await makeMember(app, here.id, 'board');
    await joinCommunity(app, person, there.id, 'lead');
    const browser = await signIn(person.email);
    expect((await browser.get<SessionDto>('/api/session')).body).toMatchObject({ community: null, role: null, rights: [] });
    expect((await browser.get<ProblemDetails>('/api/people')).body).toMatchObject({ status: 409, code: 'no-community-chosen' });
    const moved = await browser.post<SessionDto>('/api/session/community', { communityId: there.id });
    expect(moved.body).toMatchObject({ community: { id: there.id }, role: 'lead' });
    expect((await browser.post<ProblemDetails>('/api/session/community', { communityId: third.id })).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await browser.get<SessionDto>('/api/session')).body.community?.id).toBe(there.id);
  });

  it('closes at once to someone whose access was removed', async () => {
    const community = await makeCommunity(app);
    const person = await makeMember(app, community.id, 'board');
    const [board, coordinator] = [await signIn(person.email), await signIn(community.coordinator.email)];
    expect((await board.get('/api/people')).status).toBe(200);
    expect((await coordinator.delete(`/api/access/members/${person.personId}`)).status).toBe(204);
    expect((await board.get<ProblemDetails>('/api/people')).body.code).toBe('no-community-chosen');
    expect((await board.get<SessionDto>('/api/session')).body.communities).toEqual([]);
  });

  it('shows members and invitations to the coordinator, and says who edited meanwhile', async () => {
    const community = await makeCommunity(app);
    const person = await makeMember(app, community.id, 'board');
    const browser = await signIn(community.coordinator.email);
    expect((await browser.post('/api/access/invitations', { email: 'ars@exemple.fr', role: 'reader', organisation: 'ARS Bretagne' })).status).toBe(201);
    const access = (await browser.get<AccessDto>('/api/access')).body;
    expect(access.members.map(({ role }) => role).sort()).toEqual(['board', 'coordinator']);
    expect(access.invitations).toMatchObject([{ email: 'ars@exemple.fr', role: 'reader', organisation: 'ARS Bretagne', mail: 'waiting', expired: false }]);
    expect(JSON.stringify(access)).not.toMatch(/token|hash/i);

    const change = { role: 'president', revision: 1 };
    expect((await browser.patch(`/api/access/members/${person.personId}`, change)).status).toBe(204);
    const late = await browser.patch<ProblemDetails>(`/api/access/members/${person.personId}`, change);
    expect(late.body).toMatchObject({ status: 409, code: 'edited-meanwhile', meta: { current: { role: 'president', revision: 2 } } });
  });

  it('tells nothing of a link that is not one', async () => {
    const answer = await app.anonymous().post<LinkDto & ProblemDetails>('/api/links/inspect', { token: 'b'.repeat(43) });
    expect(answer.body).toMatchObject({ status: 410, code: 'link-invalid' });
    expect((await app.anonymous().post<ProblemDetails>('/api/links/inspect', { token: 'court' })).body.code).toBe('invalid-request');
  });
});
