import { makeCommunity, PASSWORD } from '@maillage/features/testing';
import { createTestApp, type TestApp } from '../testing';

describe('smoke', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  it('signs in', async () => {
    const { coordinator } = await makeCommunity(app);
    const browser = app.anonymous();
    const answer = await browser.post('/api/session', { email: coordinator.email, password: PASSWORD });
    expect(answer.body).toMatchObject({ person: { email: coordinator.email } });
    expect((await browser.get('/api/session')).status).toBe(200);
    expect((await app.anonymous().get('/api/session')).body).toMatchObject({ code: 'signed-out' });
    expect((await browser.get('/api/access')).body).toMatchObject({});
    expect((await browser.get('/api/health')).body).toMatchObject({});
    console.log((await browser.post('/api/session', { email: 'x', passwor: 1 })).body);
    console.log((await browser.get('/api/health')).headers, (await browser.get('/api/nope')).body, (await browser.get('/nope')).body);
  });
});
