import { indicatorsOf } from '@maillage/domain/contract';
import { exampleTerms } from '@maillage/domain/testing/example-terms';
import { KeepCrises } from '@maillage/features/contract';
import { AttachEvidence, ChangeMeasureStatus, DefineIndicator, IndicatorQueries, RecordMeasure } from '@maillage/features/indicators';
import { TenantDb } from '@maillage/platform';
import { Client } from 'pg';
import { makeCommunity, makeMember, makeSignedYear, makeWorld, refusal, type MadeCommunity, type World } from '../testing';
import { CreateContractIndicators, LinkContractIndicator, MoneyQueries, type MoneyYear } from '.';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('euros of a contract year', () => {
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
    for (const community of [here, elsewhere]) await makeSignedYear(world, community);
  });
  afterAll(() => world.close());

  const year = (number: number | null = null, community = here): Promise<MoneyYear> => world.get(MoneyQueries).year(community.coordinator, number);
  const create = (community = here, number = 5) => world.get(CreateContractIndicators).execute(community.coordinator, number);
  const linked = async (code: string): Promise<string> => {
    const link = (await year(5)).links[code];
    if (!link) throw new Error(`${code} is not linked`);
    return link.indicatorId;
  };
  const enter = async (code: string, value: number) =>
    world.get(RecordMeasure).execute(here.coordinator, { indicatorId: await linked(code), periodKey: 'CY5', value, revision: 0 });
  const validate = (measure: { id: string; revision: number }) => world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]);
  const amounts = ({ euros }: MoneyYear): number[] => (euros ? [euros.maxCents, euros.earnedCents, euros.atStakeCents, euros.lostCents] : []);

  it('has nothing without a contract, and nothing for a year not recorded', async () => {
    const empty = await makeCommunity(world);
    expect(await year(null, empty)).toMatchObject({ year: null, years: [], euros: null, terms: null });
    const fourth = await year(4);
    expect(fourth).toMatchObject({ year: 4, euros: null, terms: null });
    expect(fourth.years.map(({ hasTerms }) => hasTerms)).toEqual([false, false, false, false, true]);
    expect(await refusal(year(6))).toBe('contract-year-outside');
  });

  it('starts with everything at stake and says what is not linked', async () => {
    const read = await year();
    expect(read).toMatchObject({ year: 5, termsLabel: 'Contrat signé', today: '2026-11-21', crisisRecognised: false, closedOn: null });
    expect(amounts(read)).toEqual([12_250_000, 0, 12_250_000, 0]);
    expect(read.euros?.checks.filter(({ code }) => code === 'not-linked')).toHaveLength(6);
    expect(read.euros?.checks.filter(({ code }) => code === 'weights-differ' || code === 'weight-missing')).toEqual([]);
  });

  it('goes from a draft to euros earned: in the year, once over, and in one read', async () => {
    await create();
    const draft = await enter('mt-ald', 100);
    expect(amounts(await year())).toEqual([12_250_000, 0, 12_250_000, 0]);
    await world.get(AttachEvidence).add(here.coordinator, draft.id, { name: 'requete.pdf', bytes: pdf });
    await validate(draft);
    const read = await year();
    expect(amounts(read)).toEqual([12_250_000, 600_000, 11_650_000, 0]);
    expect(read.standings['mt-ald']).toEqual({ value: 100, status: 'validated', asOf: '2026-11-21', source: 'CPAM', evidence: 1 });
    expect(read.links['mt-ald']).toMatchObject({ indicatorCode: 'MT-ALD', frequency: 'contract-year', periodKey: 'CY5' });
    await enter('scr-breast', 72.39);
    world.clock.set('2027-04-15T09:00:00Z');
    const over = await year(5);
    // Over and open: what the draft would pay stays at stake, the rest of both is lost.
    expect(over.euros?.phase).toBe('over');
    expect(over.euros?.lostCents).toBe(300_000 + 250_000);
    expect(over.euros?.earnedCents).toBe(600_000);
  });

  it('creates once one indicator per contract indicator, with the target of the year, by the rules of indicators', async () => {
    const wanted = indicatorsOf(exampleTerms).filter(({ indicator }) => !indicator.onlyIfCrisis).length;
    expect(await create()).toEqual({ created: wanted, targets: wanted });
    expect(await create()).toEqual({ created: 0, targets: 0 });
    const card = await world.get(IndicatorQueries).card(here.coordinator, await linked('scr-breast'));
    expect(card.indicator).toMatchObject({ code: 'SCR-BREAST', kind: 'count', unit: '%', decimals: 2, direction: 'up', frequency: 'contract-year', bounded: true, source: 'CPAM', missions: ['prevention'], baseline: { value: 66.26 } });
    expect(card.targets).toMatchObject([{ periodKey: 'CY5', value: 75 }]);
    expect((await world.get(IndicatorQueries).card(here.coordinator, await linked('mt-ald'))).indicator).toMatchObject({ countsPatients: true, direction: 'down' });
    expect((await year()).euros?.checks.filter(({ code }) => code === 'not-linked')).toEqual([]);
  });

  it('creates once when two people click together', async () => {
    const made = await Promise.all([create(), create()]);
    expect(made.map(({ created }) => created).sort((a, b) => a - b)[0]).toBe(0);
  });

  it('refuses a percentage above 100, and takes the year’s figure from its first day on', async () => {
    await create();
    expect(await refusal(enter('scr-breast', 101))).toBe('measure-above-hundred');
    world.clock.set('2026-04-14T09:00:00Z');
    expect(await refusal(enter('mt-c2s', 5))).toBe('measure-period-not-over');
    world.clock.set('2026-04-15T09:00:00Z');
    await enter('mt-c2s', 5);
    expect((await year(5)).standings['mt-c2s']).toMatchObject({ value: 5, asOf: '2026-04-15', status: 'draft' });
  });

  it('counts the crisis part once a crisis is recognised, and then has it proved', async () => {
    await create();
    await world.get(KeepCrises).record(here.coordinator, { kind: 'epidemic-climate', recognisedOn: '2026-07-01', reference: null, endedOn: null });
    const read = await year();
    expect(read.euros?.crisis).toMatchObject({ counts: true, maxCents: 6_750_000, atStakeCents: 6_750_000 });
    expect(read.euros?.maxCents).toBe(19_000_000);
    expect(await create()).toEqual({ created: 1, targets: 1 });
  });

  it('takes what the review agreed once it is closed, and loses the rest', async () => {
    await create();
    await validate(await enter('mt-ald', 100));
    world.clock.set('2027-05-20T09:00:00Z');
    const closing = (agreed: Record<string, number>) => ({ closedYears: async () => ({ 5: { closedOn: '2027-05-19', agreed } }) });
    const closed = (agreed: Record<string, number>) => new MoneyQueries(world.get(TenantDb), world.clock, closing(agreed)).year(here.coordinator, 5);
    expect(amounts(await closed({}))).toEqual([12_250_000, 600_000, 0, 11_650_000]);
    const settled = await closed({ 'mt-ald': 450_000, 'directory-online': 500_000 });
    expect(amounts(settled)).toEqual([12_250_000, 950_000, 0, 11_300_000]);
    expect(settled).toMatchObject({ closedOn: '2027-05-19', euros: { phase: 'closed' } });
  });

  it('is read with as many statements whatever the number of indicators', async () => {
    const asked = jest.spyOn(Client.prototype, 'query');
    const statements = async (): Promise<number> => {
      asked.mockClear();
      await year(5);
      return asked.mock.calls.length;
    };
    const before = await statements();
    await create();
    expect(await statements()).toBe(before);
    expect(before).toBeLessThanOrEqual(10);
    asked.mockRestore();
  });

  describe('links', () => {
    const link = (code: string, indicatorId: string | null, revision = 0, community = here) =>
      world.get(LinkContractIndicator).execute(community.coordinator, code, { indicatorId, revision });
    const define = (change: object = {}, community = here): Promise<string> =>
      world.get(DefineIndicator).create(community.coordinator, {
        code: 'REUNIONS', name: 'Réunions', definition: 'Réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0,
        direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: 'Agenda', evidenceExpected: null, baseline: null,
        missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01', ...change,
      });
    const quarter = async (indicatorId: string, periodKey: string, value: number): Promise<{ id: string; revision: number }> =>
      world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey, value, comment: 'Relevé de l’agenda.', revision: 0 });

    it('adds the quarters that end inside the year, validated when all of them are', async () => {
      const id = await define();
      await link('diab-meetings', id);
      await validate(await quarter(id, '2026-Q1', 9));
      const [second, third] = [await quarter(id, '2026-Q2', 1), await quarter(id, '2026-Q3', 2)];
      await validate(second);
      const before = await year();
      expect(before.standings['diab-meetings']).toMatchObject({ value: 3, status: 'draft', asOf: '2026-09-30', source: 'Agenda' });
      expect(before.links['diab-meetings']).toMatchObject({ periodKey: '2026-Q3', frequency: 'quarter' });
      await validate(third);
      expect((await year()).euros?.earnedCents).toBe(300_000);
    });

    it('adds the events of that very year, validated when all of them are', async () => {
      const id = await define({ frequency: 'event' });
      await link('diab-meetings', id);
      expect((await year()).links['diab-meetings']).toMatchObject({ periodKey: 'E2026-11-21', frequency: 'event' });
      // Signed on 15 April: the eve is of the year before.
      await validate(await quarter(id, 'E2026-04-14', 9));
      const [first, second] = [await quarter(id, 'E2026-04-15', 1), await quarter(id, 'E2026-09-30', 2)];
      await validate(first);
      expect(await year()).toMatchObject({ standings: { 'diab-meetings': { value: 3, status: 'draft', asOf: '2026-09-30' } }, links: { 'diab-meetings': { periodKey: 'E2026-09-30' } } });
      await validate(second);
      expect(await year()).toMatchObject({ standings: { 'diab-meetings': { value: 3, status: 'validated' } }, euros: { earnedCents: 300_000 } });
    });

    it('keeps who linked what, once; a stale page is told', async () => {
      const [one, other] = [await define(), await define({ code: 'AUTRES' })];
      expect(await link('diab-meetings', one)).toEqual({ revision: 1 });
      expect(await link('diab-meetings', one)).toEqual({ revision: 1 });
      await expect(link('diab-meetings', other)).rejects.toMatchObject({ code: 'edited-meanwhile', meta: { revision: 1, who: here.coordinator.name } });
      expect(await link('diab-meetings', null, 1)).toEqual({ revision: 2 });
      expect((await year()).links['diab-meetings']).toBeNull();
      expect(await link('diab-meetings', other)).toEqual({ revision: 3 });
      expect((await year()).links['diab-meetings']).toMatchObject({ indicatorCode: 'AUTRES', revision: 3 });
      const acts: { act: string }[] = await world.db.tenant.run(here.id, (tx) => tx.query(`select act from audit_entry where subject_type = 'contract-indicator' order by id`));
      expect(acts.map(({ act }) => act)).toEqual(['contract-link.changed', 'contract-link.removed', 'contract-link.changed']);
    });

    it('refuses what does not count the same thing, and leaves no trace', async () => {
      const id = await define();
      expect(await refusal(link('mt-partnership', id))).toBe('link-kind-differs');
      expect(await refusal(link('scr-breast', id))).toBe('link-kind-differs');
      expect(await refusal(link('not-in-the-contract', id))).toBe('not-found');
      expect(Object.values((await year()).links).every((each) => each === null)).toBe(true);
    });

    it('is refused to a treasurer, who reads the euros', async () => {
      const treasurer = await makeMember(world, here.id, 'treasurer');
      expect(await refusal(world.get(LinkContractIndicator).execute(treasurer, 'diab-meetings', { indicatorId: null, revision: 0 }))).toBe('forbidden');
      expect(await refusal(world.get(CreateContractIndicators).execute(treasurer, 5))).toBe('forbidden');
      expect((await world.get(MoneyQueries).year(treasurer, 5)).may).toEqual({ link: false, enter: false, validate: false, simulate: true });
      const lead = await makeMember(world, here.id, 'lead');
      expect(await refusal(world.get(MoneyQueries).year(lead, 5))).toBe('forbidden');
    });

    it('never crosses to another community: its indicators, its links and its euros', async () => {
      const theirs = await define({}, elsewhere);
      expect(await refusal(link('diab-meetings', theirs))).toBe('not-found');
      await create(elsewhere);
      expect(Object.values((await year()).links).every((each) => each === null)).toBe(true);
      expect(amounts(await year())).toEqual([12_250_000, 0, 12_250_000, 0]);
      expect(await world.get(IndicatorQueries).list(here.coordinator)).toEqual([]);
    });
  });

  it('gives the dashboards the year that runs, or nothing', async () => {
    const today = () => world.db.tenant.run(here.id, (tx) => world.get(MoneyQueries).moneyOfToday(tx, here.id));
    expect((await today())?.maxCents).toBe(12_250_000);
    world.clock.set('2027-04-15T09:00:00Z');
    expect(await today()).toBeNull();
  });
});
