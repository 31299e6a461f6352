import type { Home } from '@maillage/domain/steering';
import { RecordContract } from '@maillage/features/contract';
import { ChangeMeasureStatus, DefineIndicator, RecordMeasure } from '@maillage/features/indicators';
import { CreateContractIndicators, LinkContractIndicator, MoneyQueries } from '@maillage/features/money';
import { makeCommunity, makeMember, makeWorld, makeSignedYear, refusal, type MadeCommunity, type World } from '../testing';
import { SteeringQueries } from '.';

describe('dashboards', () => {
  let world: World;
  let here: MadeCommunity;

  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    here = await makeCommunity(world);
  });
  afterAll(() => world.close());

  const queries = (): SteeringQueries => world.get(SteeringQueries);
  const home = async (community = here): Promise<Home> => JSON.parse((await queries().page(community.coordinator, 'home')).body ?? 'null') as Home;
  const indicator = (community = here): Promise<string> =>
    world.get(DefineIndicator).create(community.coordinator, {
      code: 'PRE-01', name: 'Ateliers organisés', definition: 'Ateliers tenus.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null,
      decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: null,
      evidenceExpected: null, baseline: null, missions: ['prevention'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-07-01',
    });
  const give = (indicatorId: string, community = here) =>
    world.get(RecordMeasure).execute(community.coordinator, { indicatorId, periodKey: '2026-Q3', value: 4, revision: 0 });

  it('says what to do: a value to enter, then to validate', async () => {
    const id = await indicator();
    expect((await home()).duties).toMatchObject([{ kind: 'measure', title: expect.stringContaining('PRE-01'), lateDays: 37 }]);
    await give(id);
    expect((await home()).duties).toMatchObject([{ kind: 'validate', link: { to: 'indicator', id, periodKey: '2026-Q3' } }]);
  });

  it('reads the page already made while nothing changes, and sends no body to who has it', async () => {
    await indicator();
    const first = await queries().page(here.coordinator, 'home');
    const second = await queries().page(here.coordinator, 'home');
    expect(second).toEqual(first);
    expect(await queries().page(here.coordinator, 'home', first.version)).toEqual({ version: first.version, body: null });
  });

  it('is made again after any write, on a new day, and only for the community that changed', async () => {
    const elsewhere = await makeCommunity(world);
    const id = await indicator();
    const before = await queries().page(here.coordinator, 'home');
    const theirs = await queries().page(elsewhere.coordinator, 'home');
    await give(id);
    const after = await queries().page(here.coordinator, 'home', before.version);
    expect(after.version).not.toBe(before.version);
    expect(after.body).not.toBeNull();
    expect(await queries().page(elsewhere.coordinator, 'home')).toEqual(theirs);
    world.clock.set('2026-11-22T09:00:00Z');
    expect((await queries().page(here.coordinator, 'home', after.version)).body).not.toBeNull();
  });

  it('shows the euros of the contract year, made again when terms, links or values change', async () => {
    expect((await home()).euros).toBeNull();
    await makeSignedYear(world, here);
    expect((await home()).euros).toMatchObject({ year: 5, maxCents: 12_250_000, earnedCents: 0, atStakeCents: 12_250_000 });
    await world.get(CreateContractIndicators).execute(here.coordinator, 5);
    const { links } = await world.get(MoneyQueries).year(here.coordinator, 5);
    const indicatorId = links['mt-ald']?.indicatorId ?? '';
    const given = await world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey: 'CY5', value: 100, revision: 0 });
    expect((await home()).euros?.earnedCents).toBe(0);
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [given]);
    const shown = await home();
    expect(shown.euros?.earnedCents).toBe(600_000);
    expect(shown.missions.find(({ code }) => code === 'access-to-care')?.euros).toMatchObject({ maxCents: 3_500_000, earnedCents: 600_000 });
    await world.get(LinkContractIndicator).execute(here.coordinator, 'mt-ald', { indicatorId: null, revision: 1 });
    expect((await home()).euros?.earnedCents).toBe(0);
  });

  it('is made again when a name it shows changes, though names are written at sign-in’s door', async () => {
    await indicator();
    const before = await queries().page(here.coordinator, 'home');
    await world.db.directory.run((tx) => tx.query(`update membership set name = 'Autre nom' where person_id = $1`, [here.coordinator.personId]));
    expect((await queries().page(here.coordinator, 'home')).version).not.toBe(before.version);
  });

  it('stays as it is while people sign in', async () => {
    await indicator();
    const before = await queries().page(here.coordinator, 'home');
    await world.db.directory.run((tx) => tx.query('update membership set last_used_at = now() where person_id = $1', [here.coordinator.personId]));
    expect(await queries().page(here.coordinator, 'home', before.version)).toEqual({ version: before.version, body: null });
  });

  it('loses no change made while pages are being made, however many people look and write at once', async () => {
    const id = await indicator();
    await give(id);
    const look = () => queries().page(here.coordinator, 'home');
    const write = (value: number) =>
      world.db.tenant.run(here.id, (tx) => tx.query('update measure set value = $1, revision = revision + 1', [value]));
    for (let round = 1; round <= 5; round += 1) {
      await Promise.allSettled([look(), write(round), look(), write(round + 10), look(), look()]);
      const kept: { value: number }[] = await world.db.tenant.run(here.id, (tx) => tx.query('select value from measure'));
      const [duty] = (await home()).duties;
      expect(duty?.detail).toContain(String(kept[0]?.value));
    }
  });

  it('shows the mission page with its indicators, and the board page', async () => {
    await indicator();
    await world.get(RecordContract).execute(here.coordinator, { signedOn: '2024-04-15', durationYears: 5, size: 2, revision: 0 });
    const mission = JSON.parse((await queries().page(here.coordinator, 'mission:prevention')).body ?? 'null') as { indicators: { code: string }[] };
    expect(mission.indicators.map(({ code }) => code)).toEqual(['PRE-01']);
    expect((await queries().page(here.coordinator, 'board')).body).toMatch(/année\s3/);
    expect(await refusal(queries().page(here.coordinator, 'mission:unknown'))).toBe('not-found');
  });

  it('of another community: shows nothing of it', async () => {
    const elsewhere = await makeCommunity(world);
    await indicator(elsewhere);
    expect((await home()).totals.indicators).toBe(0);
    expect(await refusal(queries().action(here.coordinator, world.db.ids.next()))).toBe('not-found');
  });

  it('is closed to members and readers', async () => {
    for (const role of ['member', 'reader'] as const) {
      expect(await refusal(queries().page(await makeMember(world, here.id, role), 'home'))).toBe('forbidden');
    }
  });
});
