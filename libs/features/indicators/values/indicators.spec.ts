import type { IndicatorInput } from '@maillage/domain/indicators';
import { RecordContract } from '@maillage/features/contract';
import { makeCommunity, makeMember, makeWorld, refusal, type MadeCommunity, type World } from '../../testing';
import { ArchiveIndicator, AttachEvidence, ChangeMeasureStatus, DefineIndicator, DetachEvidence, EntryQueries, EvidenceQueries, IndicatorQueries, RecordMeasure, SetTargets } from '..';

const definition: IndicatorInput = {
  code: 'acc-01',
  name: 'Demandes de soins non programmés honorées',
  definition: 'Part des demandes reçues qui ont eu un rendez-vous sous 48 heures.',
  kind: 'ratio',
  numeratorLabel: 'Demandes honorées',
  denominatorLabel: 'Demandes reçues',
  unit: '%',
  decimals: 1,
  direction: 'up',
  frequency: 'quarter',
  aggregation: 'sum',
  bounded: true,
  countsPatients: true,
  source: 'Registre',
  evidenceExpected: 'Extraction du registre',
  baseline: { value: 50, on: '2025-01-01' },
  missions: ['access-to-care'],
  actionId: null,
  responsiblePersonId: null,
  trackedFrom: '2026-01-01',
};

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('indicators and their values', () => {
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

  const create = (community: MadeCommunity, change: Partial<IndicatorInput> = {}): Promise<string> =>
    world.get(DefineIndicator).create(community.coordinator, { ...definition, ...change });
  const record = (community: MadeCommunity, indicatorId: string, numerator: number, revision = 0, periodKey = '2026-Q3') =>
    world.get(RecordMeasure).execute(community.coordinator, { indicatorId, periodKey, numerator, denominator: 200, revision });
  const card = (community: MadeCommunity, id: string) => world.get(IndicatorQueries).card(community.coordinator, id);

  it('goes from a definition to a validated value with its target, proof and history', async () => {
    const id = await create(here);
    await world.get(SetTargets).execute(here.coordinator, id, { revision: 1, targets: [{ periodKey: '2026-Q3', value: 70 }] });
    const measure = await record(here, id, 126);
    await world.get(AttachEvidence).add(here.coordinator, measure.id, { name: 'registre.pdf', bytes: pdf });
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]);

    const seen = await card(here, id);
    expect(seen.indicator.code).toBe('ACC-01');
    expect(seen.standing).toMatchObject({ value: 63, target: 70, status: 'validated' });
    const [line] = seen.values;
    expect(line).toMatchObject({ label: expect.stringMatching(/^T3\s2026/), target: 70, recordedByName: here.coordinator.name });
    expect(line?.evidence.map(({ name }) => name)).toEqual(['registre.pdf']);
    const history = await world.get(IndicatorQueries).history(here.coordinator, id, '2026-Q3');
    expect(history.map(({ act, by }) => [act, by])).toEqual([
      ['validated', here.coordinator.name],
      ['evidence-added', here.coordinator.name],
      ['recorded', here.coordinator.name],
    ]);
  });

  it('refuses a second different value given on what is no longer current, and shows both', async () => {
    const id = await create(here);
    await record(here, id, 126);
    await record(here, id, 130, 1);
    await expect(record(here, id, 140, 1)).rejects.toMatchObject({
      code: 'edited-meanwhile',
      meta: { who: here.coordinator.name, revision: 2, current: { numerator: 130 } },
    });
    expect((await card(here, id)).values[0]?.measure).toMatchObject({ numerator: 130, revision: 2 });
  });

  it('takes two people at once one after the other: the second is told, nothing is lost', async () => {
    const id = await create(here);
    const outcomes = await Promise.allSettled([record(here, id, 126), record(here, id, 140)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.get(IndicatorQueries).history(here.coordinator, id, '2026-Q3')).toHaveLength(1);
  });

  it('does nothing on a second click', async () => {
    const id = await create(here);
    const first = await record(here, id, 126);
    expect(await record(here, id, 126)).toEqual(first);
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [first]);
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [first]);
    expect(await world.get(IndicatorQueries).history(here.coordinator, id, null)).toHaveLength(2);
  });

  it('takes the figure of a contract year while it runs, without asking for it', async () => {
    await world.get(RecordContract).execute(here.coordinator, { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 });
    const id = await create(here, { kind: 'count', unit: null, bounded: false, aggregation: 'last', frequency: 'contract-year', trackedFrom: '2026-04-15', baseline: null, decimals: 0 });
    const queries = world.get(EntryQueries);
    const grid = await queries.grid(here.coordinator, null);
    expect(grid.periods).toMatchObject([{ key: 'CY5', running: true, toEnter: 1 }]);
    expect(grid.lines).toMatchObject([{ period: { key: 'CY5' }, expected: null, measure: null }]);
    expect(await queries.awaited(here.coordinator)).toEqual([]);
    const record5 = (value: number, revision: number) => world.get(RecordMeasure).execute(here.coordinator, { indicatorId: id, periodKey: 'CY5', value, revision });
    await record5(3, 0);
    await record5(4, 1);
    const seen = await card(here, id);
    expect(seen.standing).toMatchObject({ period: { key: 'CY5' }, value: 4, status: 'submitted' });
    expect(seen.values).toMatchObject([{ period: { key: 'CY5' }, measure: { value: 4 } }]);
    world.clock.set('2027-04-15T09:00:00Z');
    expect(await queries.awaited(here.coordinator)).toMatchObject([{ periodKey: 'CY5', need: 'to-validate', lateDays: 0 }]);
  });

  it('locks a validated value until it is opened again with a reason', async () => {
    const id = await create(here);
    const measure = await record(here, id, 126);
    const status = world.get(ChangeMeasureStatus);
    const proof = await world.get(AttachEvidence).add(here.coordinator, measure.id, { name: 'registre.pdf', bytes: pdf });
    await status.validate(here.coordinator, [measure]);
    expect(await refusal(record(here, id, 130, 2))).toBe('measure-locked');
    expect(await refusal(status.delete(here.coordinator, { id: measure.id, revision: 2 }))).toBe('measure-locked');
    expect(await refusal(world.get(DetachEvidence).detach(here.coordinator, measure.id, proof))).toBe('evidence-locked');
    expect(await refusal(status.reopen(here.coordinator, { id: measure.id, revision: 2 }, ''))).toBe('measure-reason-missing');
    await status.reopen(here.coordinator, { id: measure.id, revision: 2 }, 'Erreur de report');
    await record(here, id, 130, 3);
    const history = await world.get(IndicatorQueries).history(here.coordinator, id, null);
    expect(history.find(({ act }) => act === 'reopened')?.reason).toBe('Erreur de report');
  });

  it('validates all the values shown, or none when one of them moved', async () => {
    const [a, b] = [await create(here), await create(here, { code: 'ACC-02' })];
    const first = await record(here, a, 126);
    const second = await record(here, b, 100);
    await record(here, b, 101, 1);
    expect(await refusal(world.get(ChangeMeasureStatus).validate(here.coordinator, [first, second]))).toBe('edited-meanwhile');
    expect((await card(here, a)).values[0]?.measure?.status).toBe('submitted');
  });

  it.each([
    ['numerator above denominator', { numerator: 201, denominator: 200, periodKey: '2026-Q3' }, 'measure-numerator-above'],
    ['a period that is not over', { numerator: 1, denominator: 200, periodKey: '2026-Q4' }, 'measure-period-not-over'],
    ['a month where quarters are asked for', { numerator: 1, denominator: 200, periodKey: '2026-09' }, 'measure-period-mismatch'],
    ['a patient identifier in the comment', { numerator: 1, denominator: 200, periodKey: '2026-Q3', comment: 'voir 2 55 08 14 168 025 38' }, 'patient-identifier'],
  ])('refuses %s and writes nothing', async (_name, input, code) => {
    const id = await create(here);
    expect(await refusal(world.get(RecordMeasure).execute(here.coordinator, { indicatorId: id, revision: 0, ...input }))).toBe(code);
    expect((await card(here, id)).values.every(({ measure }) => measure === null)).toBe(true);
    expect(await world.get(IndicatorQueries).history(here.coordinator, id, null)).toEqual([]);
  });

  it('refuses a file whose content is not what its name says, or is not a document', async () => {
    const id = await create(here);
    const { id: measureId } = await record(here, id, 126);
    const attach = world.get(AttachEvidence);
    expect(await refusal(attach.add(here.coordinator, measureId, { name: 'preuve.png', bytes: pdf }))).toBe('evidence-refused');
    expect(await refusal(attach.add(here.coordinator, measureId, { name: 'preuve.pdf', bytes: Buffer.from('MZ\x90\x00 programme') }))).toBe('evidence-refused');
    expect(await refusal(attach.add(here.coordinator, measureId, { name: 'vide.pdf', bytes: Buffer.alloc(0) }))).toBe('evidence-refused');
    expect((await card(here, id)).values[0]?.evidence).toEqual([]);
  });

  it('keeps the meaning of values once there are some, and the log of what changed in the definition', async () => {
    const id = await create(here);
    await record(here, id, 126);
    const define = world.get(DefineIndicator);
    expect(await refusal(define.change(here.coordinator, id, { ...definition, kind: 'count', numeratorLabel: null, denominatorLabel: null, revision: 1 }))).toBe('indicator-kind-locked');
    await define.change(here.coordinator, id, { ...definition, definition: 'Sous 24 heures.', revision: 1, reason: 'Demande de la CPAM' });
    const { changes, indicator } = await card(here, id);
    expect(indicator.revision).toBe(2);
    expect(changes).toMatchObject([{ fields: ['definition'], by: here.coordinator.name, after: { definition: 'Sous 24 heures.' } }]);
  });

  it('asks for no value of an archived indicator, and takes none', async () => {
    const id = await create(here);
    await world.get(ArchiveIndicator).execute(here.coordinator, id, true);
    expect(await world.get(IndicatorQueries).list(here.coordinator)).toEqual([]);
    expect(await refusal(record(here, id, 126))).toBe('indicator-archived');
    await world.get(ArchiveIndicator).execute(here.coordinator, id, false);
    expect(await world.get(IndicatorQueries).list(here.coordinator)).toMatchObject([{ awaited: 3, late: 3 }]);
  });

  it('lets a lead give the values of the actions it leads, and only those', async () => {
    const lead = await makeMember(world, here.id, 'lead');
    const member = await makeMember(world, here.id, 'member');
    const mine = await create(here, { responsiblePersonId: lead.personId });
    const other = await create(here, { code: 'ACC-02' });
    const give = (actor: typeof lead, indicatorId: string) =>
      world.get(RecordMeasure).execute(actor, { indicatorId, periodKey: '2026-Q3', numerator: 1, denominator: 2, revision: 0 });
    await give(lead, mine);
    expect(await refusal(give(lead, other))).toBe('forbidden');
    expect(await refusal(give(member, mine))).toBe('forbidden');
    const grid = await world.get(EntryQueries).grid(lead, '2026-Q3');
    expect(grid.lines.map(({ indicator }) => indicator.id)).toEqual([mine]);
    expect((await world.get(EntryQueries).awaited(lead)).map(({ indicatorId, periodKey }) => [indicatorId, periodKey])).toEqual([
      [mine, '2026-Q1'],
      [mine, '2026-Q2'],
    ]);
    const queries = world.get(IndicatorQueries);
    expect((await queries.card(lead, mine)).may).toEqual({ define: false, enter: true, validate: false });
    expect((await queries.card(lead, other)).may.enter).toBe(false);
    expect((await queries.list(lead)).map(({ place }) => [place.mine, place.responsible])).toEqual([
      [true, lead.name],
      [false, null],
    ]);
  });

  it('tells for each period what is left to give and to validate, and opens the newest that misses a value', async () => {
    const id = await create(here);
    await record(here, id, 100, 0, '2026-Q2');
    const first = await world.get(EntryQueries).grid(here.coordinator, null);
    expect(first.periods.map(({ key, toEnter, toValidate }) => [key, toEnter, toValidate])).toEqual([
      ['2026-Q3', 1, 0],
      ['2026-Q2', 0, 1],
      ['2026-Q1', 1, 0],
    ]);
    expect(first).toMatchObject({ period: { key: '2026-Q3' }, lines: [{ previous: { value: 50 }, measure: null }] });
    await record(here, id, 126);
    expect((await world.get(EntryQueries).grid(here.coordinator, null)).period?.key).toBe('2026-Q1');
  });

  it('counts as awaited or late in the list what nobody gave yet, and what was sent back; not what waits to be validated', async () => {
    const id = await create(here);
    const counted = async () => (await world.get(IndicatorQueries).list(here.coordinator)).map(({ awaited, late }) => [awaited, late]);
    expect(await counted()).toEqual([[3, 3]]);
    await record(here, id, 100, 0, '2026-Q1');
    await record(here, id, 100, 0, '2026-Q2');
    const { id: measureId, revision } = await record(here, id, 126);
    expect(await counted()).toEqual([[0, 0]]);
    await world.get(ChangeMeasureStatus).sendBack(here.coordinator, { id: measureId, revision }, 'Le total est à revoir.');
    expect(await counted()).toEqual([[1, 1]]);
  });

  it('names who validated a value to the person who would change it', async () => {
    const id = await create(here);
    const measure = await record(here, id, 126);
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]);
    await expect(record(here, id, 130, 2)).rejects.toMatchObject({ code: 'measure-locked', meta: { who: here.coordinator.name } });
  });

  it('shows the target of a year as such beside one quarter of an added count', async () => {
    await world.get(RecordContract).execute(here.coordinator, { signedOn: '2026-01-01', durationYears: 5, agreement: null, size: null, revision: 0 });
    const id = await create(here, { kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: 'actes', bounded: false, baseline: null });
    await world.get(SetTargets).execute(here.coordinator, id, { revision: 1, targets: [{ periodKey: 'CY1', value: 80 }] });
    expect((await card(here, id)).values[0]).toMatchObject({ target: 80, targetSetFor: 'CY1', targetOfYear: true });
    await world.get(SetTargets).execute(here.coordinator, id, { revision: 2, targets: [{ periodKey: '2026-Q3', value: 20 }] });
    expect((await card(here, id)).values[0]).toMatchObject({ target: 20, targetSetFor: '2026-Q3', targetOfYear: false });
  });

  describe('of another community', () => {
    it('finds nothing and writes nothing', async () => {
      const id = await create(here);
      const measure = await record(here, id, 126);
      const proof = await world.get(AttachEvidence).add(here.coordinator, measure.id, { name: 'registre.pdf', bytes: pdf });
      const stranger = elsewhere.coordinator;
      const status = world.get(ChangeMeasureStatus);
      const attempts: Promise<unknown>[] = [
        card(elsewhere, id),
        world.get(IndicatorQueries).history(stranger, id, null),
        world.get(EvidenceQueries).download(stranger, proof),
        world.get(DefineIndicator).change(stranger, id, { ...definition, name: 'Pris', revision: 1 }),
        world.get(ArchiveIndicator).execute(stranger, id, true),
        world.get(SetTargets).execute(stranger, id, { revision: 1, targets: [] }),
        record(elsewhere, id, 1),
        status.validate(stranger, [measure]),
        status.reopen(stranger, measure, 'Erreur de report'),
        status.delete(stranger, measure),
        world.get(AttachEvidence).add(stranger, measure.id, { name: 'registre.pdf', bytes: pdf }),
        world.get(DetachEvidence).detach(stranger, measure.id, proof),
      ];
      for (const attempt of attempts) expect(await refusal(attempt)).toBe('not-found');
      expect(await card(here, id)).toMatchObject({ indicator: { name: definition.name, archivedAt: null }, values: [{ measure: { numerator: 126, status: 'submitted' } }, {}, {}] });
      expect(await world.get(IndicatorQueries).list(stranger)).toEqual([]);
    });

    it('cannot hang an indicator on the action or the person of another', async () => {
      expect(await refusal(create(here, { responsiblePersonId: elsewhere.coordinator.personId }))).toBe('not-found');
      expect(await refusal(create(here, { actionId: world.db.ids.next() }))).toBe('not-found');
    });
  });
});
