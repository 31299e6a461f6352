import type { IndicatorInput } from '@maillage/domain/indicators';
import { VerifyJournal } from '@maillage/features/community';
import { RecordContract } from '@maillage/features/contract';
import { makeCommunity, makeMember, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../../testing';
import {
  ChangeCollectionLink, ChangeImport, ChangeMeasureStatus, CheckImport, CollectionQueries, DefineIndicator, EntryQueries, GrantException, ImportQueries, ImportTemplate, IndicatorQueries,
  LockPeriod, RecomputeValues, RecordMeasure, SetTargets, StartImport, StateAbsence, ValidationQueries, WriteImport,
} from '..';

const drills: IndicatorInput = {
  code: 'CRI-02', name: 'Exercices de crise réalisés', definition: 'Exercices menés par la cellule de crise.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: 'exercices',
  decimals: 0, direction: 'up', frequency: 'event', aggregation: 'sum', bounded: false, countsPatients: false, source: 'Comptes rendus', evidenceExpected: 'Feuille d’émargement', baseline: null,
  missions: ['health-crisis'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01',
};
const run = { progress: async () => undefined, signal: new AbortController().signal };
const why = 'Compte rendu arrivé tard';
const plain = (text: string | undefined): string => (text ?? '').replace(/[\u00A0\u202F]/g, ' ');

describe('values given at each event', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let lead: MadePerson;
  let id: string;

  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
    lead = await makeMember(world, here.id, 'lead');
    await world.get(RecordContract).execute(here.coordinator, { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 });
    id = await create({ responsiblePersonId: lead.personId });
  });
  afterAll(() => world.close());

  const create = (change: Partial<IndicatorInput> = {}): Promise<string> => world.get(DefineIndicator).create(here.coordinator, { ...drills, ...change });
  const record = (periodKey: string, value = 1, { by = lead, revision = 0, indicatorId = id } = {}) =>
    world.get(RecordMeasure).execute(by, { indicatorId, periodKey, value, revision, comment: 'Vu sur place' });
  const card = (by: MadePerson = here.coordinator) => world.get(IndicatorQueries).card(by, id);
  const grid = (key: string | null, by: MadePerson = lead) => world.get(EntryQueries).grid(by, key);
  const bring = async (text: string | Buffer, name = 'valeurs.csv') => {
    const made = await world.get(StartImport).execute(here.coordinator, { name, bytes: Buffer.from(text as string) });
    await world.get(CheckImport).execute(here.id, made, run);
    return world.get(ImportQueries).page(here.coordinator, made);
  };

  it('are added one by one at their day, twice the same day too, validated, and told by quarter and year', async () => {
    await world.get(SetTargets).execute(here.coordinator, id, { revision: 1, targets: [{ periodKey: 'CY5', value: 8 }] });
    await record('E2026-04-14');
    const first = await record('E2026-10-06', 2);
    expect(await record('E2026-10-06', 2)).toEqual(first);
    const second = await record('E2026-10-06.2', 3);
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [first, second]);
    const seen = await card();
    expect(seen.values.map(({ period, label, measure, expected, targetOfYear }) => [period.key, plain(label), measure?.value, expected?.need ?? null, targetOfYear])).toEqual([
      ['E2026-10-06.2', '6 octobre 2026 (2e)', 3, null, true],
      ['E2026-10-06', '6 octobre 2026', 2, null, true],
      ['E2026-04-14', '14 avril 2026', 1, 'to-validate', false],
    ]);
    // The 14th of April is of the contract year before.
    expect(seen.standing).toMatchObject({ period: { key: '2026-Q4' }, value: 5, compared: 5, target: 8, status: 'validated' });
    expect((await world.get(IndicatorQueries).history(here.coordinator, id, 'E2026-10-06')).map(({ act }) => act)).toEqual(['validated', 'recorded']);
    expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);
  });

  it('are never awaited: no round, no reminder, nothing late', async () => {
    expect(await world.get(EntryQueries).awaited(lead)).toEqual([]);
    expect((await world.get(IndicatorQueries).list(here.coordinator)).map(({ awaited, late, standing }) => [awaited, late, standing?.value])).toEqual([[0, 0, null]]);
    expect((await world.get(CollectionQueries).page(here.coordinator, null)).groups).toEqual([]);
    await record('E2026-03-02');
    expect(await world.get(EntryQueries).awaited(here.coordinator)).toMatchObject([{ periodKey: 'E2026-03-02', need: 'to-validate', lateDays: 0 }]);
    expect(await refusal(world.get(StateAbsence).state(lead, { indicatorId: id, periodKey: 'E2026-10-06', reason: 'Rien ce jour-là', revision: 0 }))).toBe('absence-event');
  });

  it('are given on the page of their day; a second one where there was a first', async () => {
    expect((await grid(null)).periods.map(({ key, kind, toEnter }) => [key, kind, toEnter])).toEqual([['E2026-11-21', 'event', 0]]);
    expect(await grid('E2026-10-06')).toMatchObject({ period: { key: 'E2026-10-06' }, lines: [{ indicator: { id }, measure: null, writable: true, absence: null }] });
    expect((await grid('E2026-10-06.2')).lines).toEqual([]);
    await record('E2026-10-06', 2);
    expect((await grid('E2026-10-06')).lines).toMatchObject([{ measure: { value: 2 } }]);
    expect((await grid('E2026-10-06.2')).lines).toMatchObject([{ measure: null }]);
    expect((await grid('E2026-11-22')).lines).toEqual([]);
    expect((await grid('E2026-10-20')).lines).toMatchObject([{ previous: { value: 2, label: expect.stringMatching(/^6\soctobre\s2026$/) } }]);
  });

  it.each([
    ['a day to come', 'E2026-11-22', 'event-in-future'],
    ['a quarter', '2026-Q3', 'measure-period-mismatch'],
    ['a day that is none', 'E2026-02-30', 'invalid-period'],
    ['a tenth event of a day', 'E2026-10-06.10', 'invalid-period'],
  ])('refuse %s, and write nothing', async (_name, key, code) => {
    expect(await refusal(record(key))).toBe(code);
    expect((await card()).values).toEqual([]);
  });

  it('ask for a comment when one is far from the habit of the others', async () => {
    for (const day of ['01', '02', '03', '04', '05', '06']) await record(`E2026-10-${day}`, 10);
    const far = { indicatorId: id, periodKey: 'E2026-10-07', value: 90, revision: 0 };
    await expect(world.get(RecordMeasure).execute(lead, far)).rejects.toMatchObject({ code: 'measure-comment-needed', meta: { checks: expect.arrayContaining(['outlier', 'jump']) } });
    expect(await refusal(world.get(RecordMeasure).execute(lead, { ...far, comment: 'Grande journée' }))).toBe('accepted');
    expect(await refusal(world.get(RecordMeasure).execute(lead, { ...far, periodKey: 'E2026-10-08', value: 11 }))).toBe('measure-comment-needed');
    expect(await refusal(world.get(RecordMeasure).execute(lead, { ...far, periodKey: 'E2026-10-06.2', value: 11 }))).toBe('accepted');
  });

  it('refuse a target of their own, a link, a formula; the year and the quarter have theirs', async () => {
    expect(await refusal(world.get(SetTargets).execute(here.coordinator, id, { revision: 1, targets: [{ periodKey: 'E2026-10-06', value: 1 }] }))).toBe('target-invalid');
    const link = { id: world.db.ids.next(), recipient: 'Pharmacie', email: null, indicatorIds: [id], periods: null, from: '2026-07-01', expiresOn: '2027-01-31', showPrevious: false, send: false };
    expect(await refusal(world.get(ChangeCollectionLink).create(here.coordinator, link))).toBe('link-event');
    expect(await refusal(create({ code: 'TOT', formula: { text: 'CRI-02 × 2' } }))).toBe('formula-unsuitable');
  });

  it('feed a formula by the quarter that holds them', async () => {
    const total = await create({ code: 'TOT', frequency: 'quarter', formula: { text: 'CRI-02 × 2' } });
    await record('E2026-07-01', 2);
    await record('E2026-09-30', 3);
    await record('E2026-10-01', 9);
    await world.get(RecomputeValues).execute(here.id);
    const values = (await world.get(IndicatorQueries).card(here.coordinator, total)).values;
    expect(values.map(({ period, measure }) => [period.key, measure?.value ?? null])).toEqual([['2026-Q3', 10], ['2026-Q2', null], ['2026-Q1', null]]);
  });

  it('are closed by the lock that holds their day, for everyone but by an exception on that day', async () => {
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [await record('E2026-10-06')]);
    await record('E2026-10-20');
    const { left, settled } = await world.get(ValidationQueries).preview(here.coordinator, '2026-10');
    expect([settled, left.map(({ periodKey, status }) => [periodKey, status])]).toEqual([1, [['E2026-10-20', 'submitted']]]);
    await world.get(LockPeriod).lock(here.coordinator, '2026-10', 1);
    expect(await refusal(world.get(LockPeriod).lock(here.coordinator, 'E2026-09-06', 0))).toBe('invalid-period');
    expect((await world.get(ValidationQueries).locks(here.coordinator)).lockable.some(({ key }) => key.startsWith('E'))).toBe(false);
    for (const key of ['E2026-10-01', 'E2026-10-31']) expect(await refusal(record(key))).toBe('period-locked');
    expect(await refusal(record('E2026-10-06', 4, { revision: 2 }))).toBe('period-locked');
    expect((await grid('E2026-10-31')).lines).toMatchObject([{ writable: false, lock: { label: expect.stringMatching(/octobre/) } }]);
    expect(await refusal(record('E2026-11-01'))).toBe('accepted');
    await world.get(GrantException).grant(here.coordinator, { personId: lead.personId, indicatorId: id, periodKey: 'E2026-10-31', untilOn: '2026-11-22', untilTime: '18:00', reason: why });
    expect(await refusal(record('E2026-10-30'))).toBe('period-locked');
    const late = await record('E2026-10-31');
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [late]);
    expect((await card()).values.find(({ period }) => period.key === 'E2026-10-31')).toMatchObject({ measure: { status: 'locked' }, underException: true });
  });

  it('are imported by their day; the template has one line to date for them', async () => {
    const text = 'Code;Période;Valeur\nCRI-02;06/10/2026;2\nCRI-02;6 octobre 2026 (2e);1\nCRI-02;E2026-10-20;1\nCRI-02;06/10/2026;5\nCRI-02;T3 2026;5\nCRI-02;23/11/2026;5\n';
    const seen = await bring(text);
    expect(seen).toMatchObject({ status: 'ready', counts: { created: 3, refused: 3 } });
    expect(seen.issues.map(({ line, message }) => [line, plain(message)])).toEqual([
      [5, expect.stringContaining('écrivez « (2e) » après le jour')],
      [6, expect.stringContaining('se mesure à chaque événement')],
      [7, expect.stringContaining('pas encore venu')],
    ]);
    await world.get(ChangeImport).confirm(here.coordinator, seen, null);
    await world.get(WriteImport).execute(here.id, seen.id, run);
    expect((await card()).values.map(({ period, measure }) => [period.key, measure?.value])).toEqual([['E2026-10-20', 1], ['E2026-10-06.2', 1], ['E2026-10-06', 2]]);
    expect((await bring(text)).counts).toMatchObject({ created: 0, changed: 0, same: 3 });
    const { bytes } = await world.get(ImportTemplate).make(here.coordinator);
    expect(await bring(bytes, 'modele.xlsx')).toMatchObject({ status: 'ready', counts: { lines: 1, empty: 1, refused: 0 } });
  });

  it('keep what they mean once there are some: their rhythm no longer changes', async () => {
    await record('E2026-10-06');
    expect(await refusal(world.get(DefineIndicator).change(here.coordinator, id, { ...drills, frequency: 'quarter', revision: 1, reason: why }))).toBe('indicator-kind-locked');
  });

  it('of another community: not found, nothing is written', async () => {
    const given = await record('E2026-10-06');
    const stranger = elsewhere.coordinator;
    const attempts: Promise<unknown>[] = [
      record('E2026-10-07', 1, { by: stranger }),
      record('E2026-10-06', 9, { by: stranger, revision: 1 }),
      world.get(ChangeMeasureStatus).validate(stranger, [given]),
      world.get(GrantException).grant(stranger, { personId: stranger.personId, indicatorId: id, periodKey: 'E2026-10-06', untilOn: '2026-11-22', untilTime: '18:00', reason: why }),
      card(stranger),
    ];
    for (const attempt of attempts) expect(await refusal(attempt)).toBe('not-found');
    expect((await grid('E2026-10-06', stranger)).lines).toEqual([]);
    expect((await card()).values).toMatchObject([{ measure: { value: 1, status: 'submitted', revision: 1 } }]);
  });
});
