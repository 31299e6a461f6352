import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';
import type { EntryGridDto, IndicatorCardDto, RecordedMeasureDto } from './measures.dto';

const drills = {
  ...sampleIndicator, code: 'CRI-02', name: 'Exercices de crise', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: 'exercices', decimals: 0, direction: 'up', frequency: 'event',
  aggregation: 'sum', bounded: false, countsPatients: false, baseline: null, trackedFrom: '2026-01-01',
};

describe('values given at each event, at the door', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let browser: TestClient;
  let id: string;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    home = await makeCommunity(app);
    browser = await app.as(home.coordinator);
    id = (await browser.post<{ id: string }>('/api/indicators', drills)).body.id;
  });

  const give = (key: string, value: number, from = browser) => from.put<RecordedMeasureDto & ProblemDetails>(`/api/indicators/${id}/values/${key}`, { revision: 0, value, comment: 'Sur place' });

  it('are read on the page of their day, given there, and listed by day', async () => {
    const before = (await browser.get<EntryGridDto>('/api/measures/entry?period=E2026-02-03')).body;
    expect(before).toMatchObject({ period: { key: 'E2026-02-03', kind: 'event' }, lines: [{ indicator: { id, frequency: 'event' }, measure: null, expected: null }] });
    expect((await give('E2026-02-03', 1)).status).toBe(200);
    expect((await give('E2026-02-03.2', 2)).status).toBe(200);
    const { values } = (await browser.get<IndicatorCardDto>(`/api/indicators/${id}`)).body;
    expect(values.map(({ period, measure }) => [period.key, measure?.value])).toEqual([['E2026-02-03.2', 2], ['E2026-02-03', 1]]);
  });

  it.each([
    ['E2026-02-30', 400, 'invalid-period'],
    ['E2026-02-03.1', 400, 'invalid-period'],
    ['E2199-01-01', 409, 'event-in-future'],
    ['2026-Q1', 400, 'measure-period-mismatch'],
  ])('refuse %s with %i', async (key, status, code) => {
    const answer = await give(key, 1);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await browser.get<IndicatorCardDto>(`/api/indicators/${id}`)).body.values).toEqual([]);
  });

  it('refuse an absence, in French, and take none', async () => {
    const answer = await browser.put<ProblemDetails>(`/api/indicators/${id}/absences/E2026-02-03`, { reason: 'Rien ce jour-là', revision: 0 });
    expect([answer.status, answer.body.code]).toEqual([409, 'absence-event']);
    expect(answer.body.detail).toContain('donné à chaque événement');
  });

  it('are not found from another community, nor given by who only reads', async () => {
    await give('E2026-02-03', 1);
    const elsewhere = await app.as((await makeCommunity(app)).coordinator);
    expect((await give('E2026-02-04', 1, elsewhere)).status).toBe(404);
    expect((await elsewhere.get<EntryGridDto>('/api/measures/entry?period=E2026-02-03')).body.lines).toEqual([]);
    const board = await app.as(await makeMember(app, home.id, 'board'));
    expect((await give('E2026-02-04', 1, board)).status).toBe(403);
    expect((await browser.get<IndicatorCardDto>(`/api/indicators/${id}`)).body.values).toHaveLength(1);
  });
});
