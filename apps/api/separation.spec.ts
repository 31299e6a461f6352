import { hasRight, type Right } from '@maillage/domain/identity';
import { makeEveryRole, makeTwoCommunities, type MadeCommunity } from '@maillage/features/testing';
import { createTestApp, type Answer, type TestApp, type TestClient } from './testing';
import { madeIds } from './testing/made-ids';
import { everyRoute, makerOf, type Route } from './testing/routes';

const routes = everyRoute();
const named = routes.filter(({ parameters }) => parameters.some((parameter) => makerOf(parameter) !== undefined));

async function call(browser: TestClient, route: Route, ids: Record<string, string> = {}): Promise<Answer<{ code?: string }>> {
  const address = route.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '0192f3a0-0000-7000-8000-000000000000');
  const query = new URLSearchParams(route.query).toString();
  const url = query ? `${address}?${query}` : address;
  if (route.takesFile) return browser.upload(url, { name: 'essai.txt', type: 'text/plain', bytes: Buffer.from('essai') }, {}, route.method);
  if (route.method === 'GET') return browser.get(url);
  if (route.method === 'DELETE') return browser.delete(url, {}, route.body);
  if (route.method === 'PUT') return browser.put(url, route.body);
  return route.method === 'PATCH' ? browser.patch(url, route.body) : browser.post(url, route.body);
}

describe('every route of the API', () => {
  let app: TestApp;
  let here: MadeCommunity;
  let there: MadeCommunity;
  const browsers = new Map<string, TestClient>();

  beforeAll(async () => {
    app = await createTestApp();
    [here, there] = await makeTwoCommunities(app);
    for (const person of await makeEveryRole(app, here.id)) browsers.set(person.role, await app.as(person));
  });
  afterAll(() => app.close());

  it.each(named.map((route) => [route.name, route] as const))('%s does not find what belongs to another community', async (_, route) => {
    const browser = await app.as(here.coordinator);
    const answer = await call(browser, route, await madeIds(app, there, route));
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 404, code: 'not-found' });
  });

  it.each(named.map((route) => [route.name, route] as const))('%s finds what is its own', async (_, route) => {
    const browser = await app.as(here.coordinator);
    const answer = await call(browser, route, await madeIds(app, here, route));
    expect(answer.status).not.toBe(404);
    expect(answer.status).toBeLessThan(500);
  });

  const closed = routes.filter(({ access }) => access !== 'public');
  it.each(closed.map((route) => [route.name, route] as const))('%s asks to sign in', async (_, route) => {
    const answer = await call(app.anonymous(), route);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 401, code: 'signed-out' });
  });

  const granted = routes.filter(({ access }) => access !== 'public' && access !== 'signed-in');
  it.each(granted.map((route) => [route.name, route] as const))('%s refuses every role without its right', async (_, route) => {
    for (const [role, browser] of browsers) {
      if (hasRight({ role: role as never }, route.access as Right)) continue;
      const answer = await call(browser, route);
      expect({ role, status: answer.status, code: answer.body.code }).toEqual({ role, status: 403, code: 'forbidden' });
    }
  });
});
