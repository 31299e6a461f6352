import type { IndicatorInput, MeasurePartInput } from '@maillage/domain/indicators';
import { VerifyJournal } from '@maillage/features/community';
import { makeCommunity, makeWorld, refusal, type MadeCommunity, type World } from '../../testing';
import { DefineIndicator, IndicatorQueries, RecordMeasure, SetTargets } from '..';

const definition: IndicatorInput = {
  code: 'SNP-02', name: 'Professionnels engagés', definition: 'Professionnels qui offrent des créneaux.', kind: 'count', numeratorLabel: null, denominatorLabel: null,
  unit: 'professionnels', decimals: 0, direction: 'up', frequency: 'half-year', aggregation: 'last', bounded: false, countsPatients: false, source: 'Liste d’inscription',
  evidenceExpected: 'Planning', baseline: { value: 4, on: '2025-01-01', source: 'Diagnostic' }, missions: ['access-to-care'], actionId: null, responsiblePersonId: null,
  trackedFrom: '2025-01-01', rationale: 'Savoir sur qui l’organisation repose.', limits: 'Les remplaçants n’y sont pas.', sourceKind: 'register',
  alert: { warn: 10, alarm: 6 }, breakdowns: [{ kind: 'profession', label: 'Par profession', parts: ['Médecins', 'Infirmiers'] }],
};
const parts = (doctors: number, nurses: number): MeasurePartInput[] => [
  { breakdown: 'profession', part: 'Médecins', value: doctors },
  { breakdown: 'profession', part: 'Infirmiers', value: nurses },
];

describe('the card of an indicator', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;

  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
  });
  afterAll(() => world.close());

  const create = (change: Partial<IndicatorInput> = {}): Promise<string> => world.get(DefineIndicator).create(here.coordinator, { ...definition, ...change });
  const give = (indicatorId: string, value: number, given: MeasurePartInput[] | null | undefined, revision = 0) =>
    world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey: '2026-H1', value, parts: given, revision, comment: 'Relevé du secrétariat.' });
  const card = (id: string) => world.get(IndicatorQueries).card(here.coordinator, id);
  const valueOf = async (id: string) => (await card(id)).values.find(({ period }) => period.key === '2026-H1')?.measure;
  const faults = async (community = here): Promise<string[]> => (await world.get(VerifyJournal).execute(community.id)).faults.map(({ sentence }) => sentence);

  it('keeps all it says, and each target with its reason', async () => {
    const id = await create();
    await world.get(SetTargets).execute(here.coordinator, id, { revision: 1, targets: [{ periodKey: '2026-H1', value: 12, rationale: ' Avenant de mars ' }, { periodKey: '2026', value: 15 }] });
    const { indicator, targets, values } = await card(id);
    const { code, baseline, rationale, limits, sourceKind, alert, breakdowns, version } = indicator;
    expect({ code, baseline, rationale, limits, sourceKind, alert, breakdowns, version }).toEqual({
      code: 'SNP-02', baseline: definition.baseline, rationale: definition.rationale, limits: definition.limits, sourceKind: 'register', alert: definition.alert,
      breakdowns: definition.breakdowns, version: 1,
    });
    expect(targets.map(({ periodKey, value, rationale: why }) => [periodKey, value, why])).toEqual([['2026', 15, null], ['2026-H1', 12, 'Avenant de mars']]);
    expect(values.map(({ label }) => label.replace(/\s/g, ' '))).toEqual(['S1 2026 (janv.–juin)', 'S2 2025 (juil.–déc.)', 'S1 2025 (janv.–juin)']);
  });

  it('judges a value by its thresholds', async () => {
    const id = await create();
    await give(id, 9, undefined);
    expect((await card(id)).standing).toMatchObject({ value: 9, progress: { state: 'at-risk', attainment: null } });
  });

  it('makes a version with its reason once values exist; each value keeps the one it was given under', async () => {
    const id = await create();
    const define = world.get(DefineIndicator);
    // Nothing was given yet: a version, without a reason.
    await define.change(here.coordinator, id, { ...definition, limits: null, revision: 1 });
    expect((await card(id)).indicator.version).toBe(2);
    await give(id, 12, undefined);
    expect(await refusal(define.change(here.coordinator, id, { ...definition, limits: null, definition: 'Autrement.', revision: 2 }))).toBe('version-reason-missing');
    world.clock.set('2026-12-01T09:00:00Z');
    await define.change(here.coordinator, id, { ...definition, limits: null, definition: 'Autrement.', revision: 2, reason: 'Demande de la CPAM' });
    // Who answers for it is no version, and asks for no reason.
    await define.change(here.coordinator, id, { ...definition, limits: null, definition: 'Autrement.', responsiblePersonId: here.coordinator.personId, revision: 3 });
    const { indicator, changes } = await card(id);
    expect(indicator).toMatchObject({ version: 3, revision: 4 });
    expect(changes.map(({ version, reason, from, fields }) => [version, reason, from, fields])).toEqual([
      [null, null, '2026-12-01', ['responsiblePersonId']],
      [3, 'Demande de la CPAM', '2026-12-01', ['definition']],
      [2, null, '2026-11-21', ['limits']],
    ]);
    expect(await valueOf(id)).toMatchObject({ definitionVersion: 2 });
    await give(id, 13, undefined, 1);
    expect(await valueOf(id)).toMatchObject({ definitionVersion: 3 });
    expect(await faults()).toEqual([]);
  });

  it('keeps a value by part, while its parts add up', async () => {
    const id = await create();
    expect(await refusal(give(id, 12, parts(7, 4)))).toBe('parts-differ');
    expect(await valueOf(id)).toBeNull();
    const first = await give(id, 12, parts(7, 5));
    expect((await valueOf(id))?.parts).toEqual([
      { breakdown: 'profession', part: 'Médecins', numerator: null, denominator: null, value: 7 },
      { breakdown: 'profession', part: 'Infirmiers', numerator: null, denominator: null, value: 5 },
    ]);
    // The same again, with its parts or without a word of them, changes nothing.
    expect(await give(id, 12, parts(7, 5), first.revision)).toEqual(first);
    expect(await give(id, 12, undefined, first.revision)).toEqual(first);
    const second = await give(id, 12, parts(6, 6), first.revision);
    expect((await valueOf(id))?.parts.map(({ value }) => value)).toEqual([6, 6]);
    await give(id, 13, undefined, second.revision);
    expect((await valueOf(id))?.parts).toEqual([]);
    const history = await world.get(IndicatorQueries).history(here.coordinator, id, '2026-H1');
    expect(history.map(({ act, after }) => [act, String(after?.['parts'] ?? '').replace(/\s/g, ' ')])).toEqual([
      ['changed', ''],
      ['changed', 'Médecins : 6, Infirmiers : 6'],
      ['recorded', 'Médecins : 7, Infirmiers : 5'],
    ]);
    expect(await faults()).toEqual([]);
  });

  it('sees a part changed by hand in the database', async () => {
    const id = await create();
    const { id: measureId } = await give(id, 12, parts(7, 5));
    await world.db.peek(`update measure_part set value = 8 where measure_id = $1 and part = 'Médecins'`, [measureId]);
    expect(await faults()).toEqual([expect.stringContaining('parts')]);
  });

  describe('of another community', () => {
    it('is not found, changes nothing and shows no part', async () => {
      const id = await create();
      const { id: measureId } = await give(id, 12, parts(7, 5));
      const define = world.get(DefineIndicator);
      expect(await refusal(define.change(elsewhere.coordinator, id, { ...definition, definition: 'Autrement.', revision: 1, reason: 'Sans droit' }))).toBe('not-found');
      expect(await refusal(world.get(RecordMeasure).execute(elsewhere.coordinator, { indicatorId: id, periodKey: '2026-H1', value: 3, parts: parts(1, 2), revision: 1 }))).toBe('not-found');
      expect(await world.db.tenant.run(elsewhere.id, (tx) => tx.query('select * from measure_part where measure_id = $1', [measureId]))).toEqual([]);
      expect((await valueOf(id))?.parts).toHaveLength(2);
      expect((await card(id)).indicator.version).toBe(1);
    });
  });
});
