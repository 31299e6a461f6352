import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';
import type { IndicatorModelDto } from './indicator-definition.dto';
import type { IndicatorCardDto, RecordedMeasureDto } from './measures.dto';

const average = {
  ...sampleIndicator,
  code: 'DEL-01',
  name: 'Délai moyen',
  kind: 'average',
  numeratorLabel: 'Jours d’attente',
  denominatorLabel: 'Demandes',
  unit: 'jours',
  decimals: 1,
  direction: 'down',
  frequency: 'half-year',
  rationale: 'Savoir où l’on attend.',
  limits: 'Les demandes du week-end manquent.',
  sourceKind: 'register',
  alert: { warn: 5, alarm: 8 },
  breakdowns: [{ kind: 'commune', label: 'Par commune', parts: ['Gien', 'Briare'] }],
  baseline: { value: 9, on: '2025-12-31', source: 'Diagnostic' },
  trackedFrom: '2026-01-01',
};

describe('the card of an indicator at the door', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let browser: TestClient;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    home = await makeCommunity(app);
    browser = await app.as(home.coordinator);
  });

  const create = async (): Promise<string> => (await browser.post<{ id: string }>('/api/indicators', average)).body.id;
  const part = (name: string, numerator: number, denominator: number): object => ({ breakdown: 'commune', part: name, numerator, denominator });
  const give = (id: string, parts: object[], from = browser) =>
    from.put<RecordedMeasureDto & ProblemDetails>(`/api/indicators/${id}/values/2026-H1`, { revision: 0, numerator: 63, denominator: 12, parts });

  it('takes an average by part under a version, and shows it with its reason', async () => {
    const id = await create();
    const wrong = await give(id, [part('Gien', 60, 12)]);
    expect([wrong.status, wrong.body.code]).toEqual([400, 'parts-differ']);
    expect(wrong.body.detail).toContain('Par commune');
    expect((await give(id, [part('Gien', 60, 10), part('Briare', 3, 2)])).status).toBe(200);

    const { indicator } = (await browser.get<IndicatorCardDto>(`/api/indicators/${id}`)).body;
    expect(indicator).toMatchObject({ kind: 'average', version: 1, alert: { warn: 5, alarm: 8 }, baseline: { source: 'Diagnostic' }, breakdowns: average.breakdowns });
    const change = { ...average, limits: null, revision: indicator.revision };
    const silent = await browser.put<ProblemDetails>(`/api/indicators/${id}`, change);
    expect([silent.status, silent.body.code]).toEqual([400, 'version-reason-missing']);
    const mixed = await browser.put<ProblemDetails>(`/api/indicators/${id}`, { ...change, frequency: 'civil-year', reason: 'Trop de saisies' });
    expect([mixed.status, mixed.body.code]).toEqual([409, 'indicator-kind-locked']);
    const changed = (await browser.put<IndicatorCardDto>(`/api/indicators/${id}`, { ...change, reason: 'Toutes les demandes comptées' })).body;
    expect(changed.indicator.version).toBe(2);
    expect(changed.changes).toMatchObject([{ version: 2, reason: 'Toutes les demandes comptées', fields: ['limits'] }]);
    const line = changed.values.find(({ period }) => period.key === '2026-H1');
    expect(line?.measure).toMatchObject({ value: 5.3, definitionVersion: 1, parts: [{ part: 'Gien', value: 6 }, { part: 'Briare', value: 1.5 }] });
    const targets = await browser.put<IndicatorCardDto>(`/api/indicators/${id}/targets`, {
      revision: changed.indicator.revision,
      targets: [{ periodKey: '2026', value: 5, rationale: 'Avenant de mars' }],
    });
    expect(targets.body.targets).toMatchObject([{ periodKey: '2026', value: 5, rationale: 'Avenant de mars' }]);
  });

  it('offers ready cards, each telling where it comes from', async () => {
    const models = (await browser.get<IndicatorModelDto[]>('/api/indicators/models')).body;
    expect(new Set(models.map(({ origin }) => origin))).toEqual(new Set(['usual', 'national', 'contract']));
    expect(models.find(({ code }) => code === 'DIA-02')).toMatchObject({ origin: 'contract', kind: 'deliverable', sourceKind: 'declared' });
  });

  it('names each wrong field, and refuses the mean of percentages', async () => {
    const wrong = await browser.post<ProblemDetails>('/api/indicators', {
      ...average, sourceKind: 'rumour', alert: { warn: -1, alarm: 8 }, breakdowns: [{ kind: 'weather', label: 'x', parts: [] }],
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors?.map(({ path }) => path).sort()).toEqual(['alert.warn', 'breakdowns.0.kind', 'sourceKind']);
    const mean = await browser.post<ProblemDetails>('/api/indicators', { ...average, unit: '%' });
    expect([mean.status, mean.body.code]).toEqual([400, 'indicator-mean-refused']);
  });

  it('lets nobody change a card without the right, nor from another community', async () => {
    const id = await create();
    const member = await app.as(await makeMember(app, home.id, 'member'));
    const elsewhere = await app.as((await makeCommunity(app)).coordinator);
    expect((await member.put(`/api/indicators/${id}`, { ...average, limits: null, revision: 1 })).status).toBe(403);
    expect((await elsewhere.put(`/api/indicators/${id}`, { ...average, limits: null, revision: 1 })).status).toBe(404);
    expect((await give(id, [part('Gien', 63, 12)], elsewhere)).status).toBe(404);
  });
});
