import { indicatorModels } from '@maillage/domain/indicators';
import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';
import type { IndicatorModelDto } from './indicator-definition.dto';
import type { IndicatorLineDto } from './indicators.dto';
import type { AwaitedValueDto, EntryGridDto, IndicatorCardDto, MeasureChangeDto, RecordedMeasureDto } from './measures.dto';

const ratio = {
  ...sampleIndicator,
  code: 'SNP-01',
  name: 'Demandes honorées',
  kind: 'ratio',
  numeratorLabel: 'Demandes honorées',
  denominatorLabel: 'Demandes reçues',
  unit: '%',
  decimals: 1,
  bounded: true,
  aggregation: 'last',
};
const pdf = { name: 'relevé du T3.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n') };

describe('the indicators at the door', () => {
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

  const create = async (input: object = ratio): Promise<string> =>
    (await browser.post<{ id: string }>('/api/indicators', input)).body.id;
  const give = (id: string, numerator: number, revision = 0, from = browser) =>
    from.put<RecordedMeasureDto & ProblemDetails>(`/api/indicators/${id}/values/2026-Q3`, {
      revision,
      numerator,
      denominator: 200,
    });

  it('goes from a ready card to a validated value with its proof', async () => {
    const models = (await browser.get<IndicatorModelDto[]>('/api/indicators/models')).body;
    expect(models).toHaveLength(indicatorModels.length);
    const { mission, advice: _, origin: _origin, ...card } = models[0]!;
    const made = await browser.post<{ id: string }>('/api/indicators', {
      ...card,
      missions: [mission],
      baseline: { value: 48.5, on: '2025-12-31' },
      actionId: null,
      responsiblePersonId: null,
      trackedFrom: '2026-07-01',
    });
    expect(made.status).toBe(201);
    const { id } = made.body;
    const targets = await browser.put<IndicatorCardDto>(`/api/indicators/${id}/targets`, {
      revision: 1,
      targets: [{ periodKey: '2026-Q3', value: 70 }],
    });
    expect(targets.body).toMatchObject({
      indicator: { revision: 2, code: 'SNP-01' },
      targets: [{ periodKey: '2026-Q3', value: 70 }],
    });
    expect((await browser.get<AwaitedValueDto[]>('/api/measures/awaited')).body).toMatchObject([
      { indicatorId: id, periodKey: '2026-Q3', need: 'to-enter', lateDays: 37 },
    ]);

    const given = await give(id, 126);
    expect([given.status, given.body.revision]).toEqual([200, 1]);
    const proof = await browser.upload<{ id: string }>(`/api/measures/${given.body.id}/evidence`, pdf);
    expect(proof.status).toBe(201);
    const grid = (await browser.get<EntryGridDto>('/api/measures/entry?period=2026-Q3')).body;
    expect(grid.periods).toMatchObject([{ key: '2026-Q3', toEnter: 0, toValidate: 1 }]);
    expect(grid.lines).toMatchObject([
      {
        measure: { value: 63, status: 'submitted', parts: [], definitionVersion: 1 },
        target: 70,
        evidence: [{ name: pdf.name }],
        recordedByName: home.coordinator.name,
      },
    ]);
    expect((await browser.post('/api/measures/validation', { measures: [{ id: given.body.id, revision: 1 }] })).status).toBe(204);

    const seen = (await browser.get<IndicatorCardDto>(`/api/indicators/${id}`)).body;
    expect(seen).toMatchObject({
      locked: true,
      may: { define: true, enter: true, validate: true },
      standing: { value: 63, status: 'validated' },
    });
    expect(
      (await browser.post(`/api/measures/${given.body.id}/reopening`, { revision: 2, reason: 'Erreur de report' })).status,
    ).toBe(204);
    expect((await browser.delete(`/api/evidence/${proof.body.id}`)).status).toBe(204);
    expect((await browser.delete(`/api/measures/${given.body.id}?revision=3`)).status).toBe(204);
    const history = (await browser.get<MeasureChangeDto[]>(`/api/indicators/${id}/history?period=2026-Q3`)).body;
    expect(history.map(({ act }) => act)).toEqual([
      'deleted',
      'evidence-removed',
      'reopened',
      'validated',
      'evidence-added',
      'recorded',
    ]);

    await browser.post(`/api/indicators/${id}/archive`);
    expect((await browser.get<IndicatorLineDto[]>('/api/indicators')).body).toEqual([]);
    expect((await browser.get<IndicatorLineDto[]>('/api/indicators?archived=true')).body).toMatchObject([{ indicator: { id } }]);
    expect((await browser.post(`/api/indicators/${id}/restore`)).status).toBe(204);
  });

  it('hands a proof as a file to keep: its own name, never drawn in the page', async () => {
    const { id } = (await give(await create(), 126)).body;
    const proof = await browser.upload<{ id: string }>(`/api/measures/${id}/evidence`, pdf);
    const file = await browser.get(`/api/evidence/${proof.body.id}`);
    expect(file.status).toBe(200);
    expect(file.bytes.equals(pdf.bytes)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.bytes.length),
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="releve du T3.pdf"; filename*=UTF-8''relev%C3%A9%20du%20T3.pdf`,
    );
    expect(String(file.headers['content-security-policy'])).toContain("default-src 'none'");
  });

  it('takes no page, no drawing and no heavy file as a proof', async () => {
    const { id } = (await give(await create(), 126)).body;
    const send = (name: string, type: string, bytes: Buffer) =>
      browser.upload<ProblemDetails>(`/api/measures/${id}/evidence`, { name, type, bytes });
    for (const [name, type, text] of [
      ['page.html', 'text/html', '<html><script>alert(1)</script></html>'],
      ['dessin.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ['page.pdf', 'application/pdf', '<html></html>'],
    ] as const) {
      const refused = await send(name, type, Buffer.from(text));
      expect([name, refused.status, refused.body.code]).toEqual([name, 400, 'evidence-refused']);
    }
    const heavy = await send('lourd.pdf', 'application/pdf', Buffer.concat([pdf.bytes, Buffer.alloc(20_000_000)]));
    expect([heavy.status, heavy.body.code]).toEqual([400, 'evidence-refused']);
    const none = await browser.post<ProblemDetails>(`/api/measures/${id}/evidence`);
    expect([none.status, none.body.code]).toEqual([400, 'invalid-request']);
  });

  it('names each wrong field in French', async () => {
    const wrong = await browser.post<ProblemDetails>('/api/indicators', {
      ...ratio,
      code: 'A',
      decimals: 9,
      frequency: 'week',
      baseline: { value: -1, on: 'hier' },
      extra: 1,
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors?.map(({ path }) => path).sort()).toEqual([
      'baseline.on',
      'baseline.value',
      'code',
      'decimals',
      'extra',
      'frequency',
    ]);
    expect(wrong.body.errors?.find(({ path }) => path === 'frequency')?.message).toContain('Périodicité');
    const id = await create();
    const period = await browser.put<ProblemDetails>(`/api/indicators/${id}/targets`, {
      revision: 1,
      targets: [{ periodKey: 'T3', value: 1 }],
    });
    expect(period.body.errors?.map(({ path }) => path)).toEqual(['targets.0.periodKey']);
    const above = await give(id, 201);
    expect([above.status, above.body.code]).toEqual([400, 'measure-numerator-above']);
    expect(above.body.detail).toContain('Demandes honorées');
    const early = await browser.put<ProblemDetails>(`/api/indicators/${id}/values/2026-Q4`, {
      revision: 0,
      numerator: 1,
      denominator: 2,
    });
    expect([early.status, early.body.code]).toEqual([409, 'measure-period-not-over']);
    expect((await browser.put(`/api/indicators/${id}/values/hier`, { revision: 0, numerator: 1, denominator: 2 })).status).toBe(
      400,
    );
    const taken = await browser.post<ProblemDetails>('/api/indicators', ratio);
    expect([taken.status, taken.body.code]).toEqual([409, 'indicator-code-taken']);
  });

  it('answers 409 with both versions to a value or a definition that changed meanwhile', async () => {
    const id = await create();
    const first = (await give(id, 126)).body;
    const late = await give(id, 140);
    expect([late.status, late.body.code]).toEqual([409, 'edited-meanwhile']);
    expect(late.body.meta).toMatchObject({
      who: home.coordinator.name,
      revision: 1,
      current: { numerator: 126, denominator: 200, value: 63 },
    });
    await give(id, 130, 1);
    const validation = await browser.post<ProblemDetails>('/api/measures/validation', { measures: [first] });
    expect([validation.status, validation.body.code]).toEqual([409, 'edited-meanwhile']);
    await browser.put(`/api/indicators/${id}`, { ...ratio, definition: 'Sous 24 heures.', revision: 1, reason: 'Demande de la CPAM' });
    const definition = await browser.put<ProblemDetails>(`/api/indicators/${id}`, {
      ...ratio,
      definition: 'Sous 72 heures.',
      revision: 1,
    });
    expect(definition.status).toBe(409);
    expect(definition.body.meta).toMatchObject({ current: { definition: 'Sous 24 heures.' } });
  });

  it('lets a lead give its own values only, and validate none', async () => {
    const lead = await makeMember(app, home.id, 'lead');
    const mine = await create({ ...ratio, responsiblePersonId: lead.personId });
    const other = await create({ ...ratio, code: 'SNP-02' });
    const phone = await app.as(lead);
    const given = await give(mine, 126, 0, phone);
    expect(given.status).toBe(200);
    expect((await phone.upload(`/api/measures/${given.body.id}/evidence`, pdf)).status).toBe(201);
    const refused = await give(other, 126, 0, phone);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    const theirs = (await give(other, 126)).body;
    expect((await phone.upload(`/api/measures/${theirs.id}/evidence`, pdf)).status).toBe(403);
    expect((await phone.post('/api/measures/validation', { measures: [given.body] })).status).toBe(403);
    expect((await phone.post('/api/indicators', { ...ratio, code: 'SNP-03' })).status).toBe(403);
    expect(
      (await phone.get<AwaitedValueDto[]>('/api/measures/awaited')).body.every(({ indicatorId }) => indicatorId === mine),
    ).toBe(true);
  });

  it('finds no value of another community in a list of values to validate', async () => {
    const measure = (await give(await create(), 126)).body;
    const elsewhere = await app.as((await makeCommunity(app)).coordinator);
    const answer = await elsewhere.post<ProblemDetails>('/api/measures/validation', {
      measures: [{ id: measure.id, revision: measure.revision }],
    });
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });
});
