import type { ReviewRoom } from '@maillage/features/review';
import { exampleTerms } from '@maillage/domain/testing/example-terms';
import { makeCommunity, makeMember, makeSignedYear } from '@maillage/features/testing';
import { createTestApp, type TestApp } from '../testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const [access] = exampleTerms.missions;
const small = { ...exampleTerms, missions: [{ ...access!, actions: [{ ...access!.actions[0]!, indicators: access!.actions[0]!.indicators.slice(0, 1) }] }] };
const line = { revision: 0, comment: 'Vu en réunion', fundRemark: null, arsRemark: null, conclusion: 'not-reached', agreedCents: null };
const preparation = { revision: 0, status: 'ready', personId: null, dueOn: null, note: null };
const tiers = [{ label: 'objectif', threshold: 50, cents: 900_000 }];

/** The fourth contract year, over on 14 April 2026, with one indicator of 9 000 €. */
async function signed() {
  const community = await makeCommunity(app);
  await makeSignedYear(app, community, 4, small);
  return { community, browser: await app.as(community.coordinator) };
}

describe('the dialogue de gestion at the door', () => {
  it('is filled in, closed, opened again with a reason', async () => {
    const { browser, community } = await signed();
    expect(await browser.get('/api/reviews/4')).toMatchObject({ status: 200, body: { year: 4, status: 'open', sheet: { euros: { maxCents: 900_000 } }, nextYear: 5 } });
    expect(await browser.put('/api/reviews/4/lines/mt-ald', line)).toMatchObject({ status: 200, body: { revisions: { lines: { 'mt-ald': 1 } }, lacks: [] } });
    expect(await browser.put('/api/reviews/4/lines/mt-ald', { ...line, comment: 'Autre' })).toMatchObject({ status: 409, body: { code: 'edited-meanwhile' } });
    expect(await browser.put('/api/reviews/4/preparations/treating-doctor', preparation)).toMatchObject({ status: 200, body: { revisions: { preparations: { 'treating-doctor': 1 } } } });
    const proposal = { revision: 0, renewed: true, baseline: { value: 95, on: null }, scoring: { mode: 'tiers', tiers } };
    const proposed = await browser.put<ReviewRoom>('/api/reviews/4/proposals/mt-ald', proposal);
    expect(proposed).toMatchObject({ status: 200, body: { revisions: { proposals: { 'mt-ald': 1 } } } });
    const { revision, fingerprint } = proposed.body;
    const closed = await browser.post<ReviewRoom>('/api/reviews/4/closing', { revision, fingerprint });
    expect(closed).toMatchObject({ status: 200, body: { status: 'closed', closing: { by: community.coordinator.name, intact: true }, events: [{ nextYear: 'opened' }] } });
    expect(await browser.put('/api/reviews/4/lines/mt-ald', { ...line, revision: 1, comment: 'Autre' })).toMatchObject({ status: 409, body: { code: 'review-closed' } });
    expect(await browser.post('/api/reviews/4/reopening', { revision: 1, reason: 'Une erreur de la requête' })).toMatchObject({ status: 200, body: { status: 'reopened' } });
    expect((await browser.get('/api/reviews/current')).body).toMatchObject({ year: 5, sheet: { year: 5 } });
  });

  it('is read by the treasurer, who writes nothing, and closed to a lead', async () => {
    const { community } = await signed();
    const treasurer = await app.as(await makeMember(app, community.id, 'treasurer'));
    expect(await treasurer.get('/api/reviews/4')).toMatchObject({ status: 200, body: { may: { write: false } } });
    expect((await treasurer.put('/api/reviews/4/lines/mt-ald', line)).status).toBe(403);
    const lead = await app.as(await makeMember(app, community.id, 'lead'));
    expect((await lead.get('/api/reviews/4')).status).toBe(403);
    expect((await lead.put('/api/reviews/4/lines/mt-ald', line)).status).toBe(403);
  });

  it.each<[string, string, object, number, string]>([
    ['put', '4/lines/mt-ald', { ...line, conclusion: 'presque' }, 400, 'invalid-request'],
    ['put', '4/lines/mt-ald', { ...line, agreedCents: 900_001 }, 400, 'review-amount-outside'],
    ['put', '4/lines/mt-ald', { ...line, agreedCents: 1 }, 400, 'review-conclusion-contradicts'],
    ['put', '4/lines/mt-ald', { ...line, comment: 'née le 3/3/1950' }, 400, 'patient-identifier'],
    ['put', '4/lines/mt-ald', { revision: 0, comment: 'x' }, 400, 'invalid-request'],
    ['put', '4/lines/mt-16', line, 404, 'not-found'],
    ['put', '3/lines/mt-ald', line, 404, 'not-found'],
    ['put', '9/lines/mt-ald', line, 400, 'contract-year-outside'],
    ['put', 'quatre/lines/mt-ald', line, 404, 'not-found'],
    ['put', '4/proposals/mt-ald', { revision: 0, renewed: true }, 400, 'review-proposal-invalid'],
    ['put', '4/proposals/mt-ald', { revision: 0, renewed: true, scoring: { mode: 'target', threshold: 1, cents: 1 } }, 400, 'review-proposal-invalid'],
    ['put', '4/preparations/treating-doctor', { ...preparation, dueOn: '2026-02-30' }, 400, 'invalid-request'],
    ['put', '4/preparations/treating-doctor', { ...preparation, personId: '0192f3a0-0000-7000-8000-000000000000' }, 400, 'review-person-unknown'],
    ['post', '4/closing', { revision: 0, fingerprint: 'abc' }, 400, 'invalid-request'],
    ['post', '4/closing', { revision: 0, fingerprint: 'a'.repeat(64) }, 409, 'edited-meanwhile'],
    ['post', '4/reopening', { revision: 0, reason: 'Une bonne raison' }, 409, 'review-transition'],
    ['post', '4/reopening', { revision: 0, reason: 'non' }, 400, 'review-reason-missing'],
  ])('refuses %s %s %j', async (method, address, body, status, code) => {
    const { browser } = await signed();
    const answer = await browser[method as 'put' | 'post'](`/api/reviews/${address}`, body);
    expect(answer).toMatchObject({ status, body: { code } });
  });
});
