import { makeCommunity, type MadeCommunity } from '@maillage/features/testing';
import type { Schema } from './openapi/schema';
import { createTestApp, type TestApp, type TestClient } from './testing';
import { foreign } from './testing/foreign';
import { madeIds } from './testing/made-ids';
import { committedDocument, everyRoute, makerOf, type Route } from './testing/routes';
import { undocumentedFields } from './testing/undocumented';

const document = committedDocument();

/** What a route says it answers, or undefined (a file, nothing). */
function documented({ method, path: address }: Route): Schema | undefined {
  const responses = document.paths[address]?.[method.toLowerCase()]?.responses ?? {};
  const success = Object.entries(responses).find(([status]) => /^2/.test(status))?.[1] as { content?: Record<string, { schema?: Schema }> } | undefined;
  return success?.content?.['application/json']?.schema;
}

const reads = everyRoute().filter((route) => route.method === 'GET' && !route.path.endsWith('/stream') && documented(route) !== undefined);

describe('an answer of the API', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let browser: TestClient;
  const refused: string[] = [];

  beforeAll(async () => {
    app = await createTestApp();
    home = await makeCommunity(app);
    browser = await app.as(home.coordinator);
    // One of everything that an address can name: lists are not empty.
    for (const parameter of foreign.flatMap(({ makers }) => Object.keys(makers ?? {}))) await makerOf(parameter)?.(app, home);
  });
  afterAll(() => app.close());

  it('is looked at whole', () => {
    const schema = { type: 'object', properties: { id: { type: 'string' }, lines: { type: 'array', items: { properties: { text: {} } } } } };
    expect(undocumentedFields({ id: 'x', secret: 1, lines: [{ text: '' }, { text: '', personId: 'y' }] }, schema, document)).toEqual(['secret', 'lines[].personId']);
  });

  it.each(reads.map((route) => [route.name, route] as const))('%s tells nothing more than its document', async (_, route) => {
    const ids: Record<string, string> = { code: 'care-pathways', year: '1', periodKey: '2026-Q3', ...(await madeIds(app, home, route)) };
    const address = route.path.replace(/\{(\w+)\}/g, (__, name: string) => ids[name] ?? '');
    const query = new URLSearchParams({ ...route.query, ...('period' in route.query ? { period: '2025-Q4' } : {}) }).toString();
    const answer = await browser.get<unknown>(query ? `${address}?${query}` : address);
    if (answer.status >= 300) refused.push(route.name);
    else expect(undocumentedFields(answer.body, documented(route) ?? {}, document)).toEqual([]);
  });

  it('was read nearly everywhere', () => {
    // Opened by the secret of a link: its own specification reads it.
    expect(refused).toEqual(['GET /api/collection-door']);
  });
});
