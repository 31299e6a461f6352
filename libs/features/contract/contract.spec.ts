import type { DomainError } from '@maillage/domain/kernel';
import { AddToTerritory, ChangeSettings, JournalQueries } from '@maillage/features/community';
import {
  ChangeMission,
  ContractQueries,
  isContractRecorded,
  MissionUse,
  RecordContract,
  type ContractInput,
  type MissionInput,
} from '@maillage/features/contract';
import type { Tx } from '@maillage/platform';
import {
  makeCommunity,
  makeEveryRole,
  makeMember,
  makeTwoCommunities,
  makeWorld,
  refusal,
  type MadePerson,
  type World,
} from '../testing';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(() => world.clock.set('2026-11-21T09:00:00Z'));
afterAll(() => world.close());

const signed: ContractInput = { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 };
const record = (by: MadePerson, input: Partial<ContractInput> = {}) =>
  world.get(RecordContract).execute(by, { ...signed, ...input });
const contract = (by: MadePerson) => world.get(ContractQueries).contract(by);
const missions = (by: MadePerson) => world.get(ContractQueries).missions(by);
const empty: MissionInput = { revision: 0, missionCode: 'prevention', chosen: true, startedOn: null, deployedOn: null };
const change = (by: MadePerson, input: Partial<MissionInput>) => world.get(ChangeMission).execute(by, { ...empty, ...input });
const mission = async (by: MadePerson, code = 'prevention') => (await missions(by)).missions.find((one) => one.code === code);
const acts = async (by: MadePerson) => (await world.get(JournalQueries).page(by)).lines.map(({ act }) => act);

describe('the contract', () => {
  it('is recorded under the agreement of its signature, with its years and the one that runs', async () => {
    const { id, coordinator } = await makeCommunity(world);
    expect(await contract(coordinator)).toMatchObject({
      contract: null,
      revision: 0,
      currentYear: null,
      currentYearLabel: 'contrat non renseigné',
      years: [],
    });
    expect(await world.db.tenant.run(id, isContractRecorded)).toBe(false);
    const view = await record(coordinator);
    expect(view).toMatchObject({
      contract: { signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3 },
      revision: 1,
      endsOn: '2027-04-14',
      currentYear: { number: 5, start: '2026-04-15', end: '2027-04-14' },
      currentYearLabel: 'année\u00A05 (15/04/2026–14/04/2027)',
    });
    expect(view.years.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(await world.get(ContractQueries).currentYear(coordinator)).toEqual(view.currentYear);
    expect(await world.db.tenant.run(id, isContractRecorded)).toBe(true);
    expect(await acts(coordinator)).toEqual(['contract.recorded']);
  });

  it('before avenant 2 falls under the agreement of 2019', async () => {
    const { coordinator } = await makeCommunity(world);
    expect((await record(coordinator, { signedOn: '2021-05-01' })).contract?.agreement).toBe('aci-cpts/2019');
    expect((await missions(coordinator)).missions.map(({ code }) => code)).not.toContain('health-crisis');
  });

  it('signed before avenant 2 may have been brought to it: the crisis mission is there, its deadlines to be read in the contract', async () => {
    const { coordinator } = await makeCommunity(world);
    await record(coordinator, { signedOn: '2021-05-01', agreement: 'aci-cpts/avenant-2' });
    const crisis = (await missions(coordinator)).missions.find(({ code }) => code === 'health-crisis');
    expect(crisis?.clock).toMatchObject({ toConfirm: true, startDue: null, deployDue: null, lateDays: 0 });
  });

  it('turns its year at midnight of the community', async () => {
    const { coordinator } = await makeCommunity(world);
    await record(coordinator);
    await world
      .get(ChangeSettings)
      .execute(coordinator, { revision: 1, name: 'R', label: 'CPTS', timeZone: 'Indian/Reunion', maskBelow: 6 });
    world.clock.set('2026-04-14T19:59:00Z');
    expect((await contract(coordinator)).currentYear?.number).toBe(4);
    world.clock.set('2026-04-14T20:00:00Z');
    expect((await contract(coordinator)).currentYear?.number).toBe(5);
  });

  it('is said ended after its last day', async () => {
    const { coordinator } = await makeCommunity(world);
    await record(coordinator);
    world.clock.set('2027-04-15T09:00:00Z');
    expect(await contract(coordinator)).toMatchObject({ currentYear: null, currentYearLabel: 'contrat terminé' });
    expect(await world.get(ContractQueries).currentYear(coordinator)).toBeNull();
  });

  it('keeps its size and warns when the population says another', async () => {
    const { coordinator } = await makeCommunity(world);
    await record(coordinator);
    expect((await contract(coordinator)).size).toMatchObject({ population: 0, suggested: null, warning: null });
    await world.get(AddToTerritory).execute(coordinator, { epci: ['244500211', '200068278', '200000933'] });
    const { size, contract: kept } = await contract(coordinator);
    expect(size).toMatchObject({ population: 55695, communes: 45, vintage: 2026, suggested: 2, onBoundary: false });
    expect(size.warning).toContain('taille 3');
    expect(kept?.size).toBe(3);
    expect((await record(coordinator, { size: 2, revision: 1 })).size.warning).toBeNull();
    expect((await record(coordinator, { size: null, revision: 2 })).size.warning).toBeNull();
  });

  it.each<[string, Partial<ContractInput>, string]>([
    ['day that does not exist', { signedOn: '2022-02-30' }, 'invalid-day'],
    ['day to come', { signedOn: '2026-11-22' }, 'invalid-input'],
    ['day before any agreement', { signedOn: '2019-01-01' }, 'agreement-unknown'],
    ['duration', { durationYears: 0 }, 'contract-duration-invalid'],
    ['agreement', { agreement: 'aci-cpts/2035' }, 'agreement-unknown'],
  ])('with a wrong %s is refused without a trace', async (_, input, code) => {
    const { coordinator } = await makeCommunity(world);
    expect(await refusal(record(coordinator, input))).toBe(code);
    expect((await contract(coordinator)).contract).toBeNull();
    expect(await acts(coordinator)).toEqual([]);
  });

  it('cannot be moved past the dates already given to a mission', async () => {
    const { coordinator } = await makeCommunity(world);
    await record(coordinator);
    await change(coordinator, { startedOn: '2022-05-01' });
    expect(await refusal(record(coordinator, { signedOn: '2022-06-01', revision: 1 }))).toBe('mission-before-signature');
    expect((await contract(coordinator)).contract?.signedOn).toBe('2022-04-15');
  });

  it('changed meanwhile is not overwritten', async () => {
    const { id, coordinator } = await makeCommunity(world);
    const ana = await makeMember(world, id, 'coordinator', { givenName: 'Ana', familyName: 'Bel' });
    await record(coordinator);
    await record(ana, { durationYears: 4, revision: 1 });
    const refused = await record(coordinator, { durationYears: 3, revision: 1 }).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: 'edited-meanwhile', meta: { who: 'Ana Bel', current: { durationYears: 4 } } });
    expect(await refusal(record(coordinator, { durationYears: 3 }))).toBe('edited-meanwhile');
    expect((await contract(coordinator)).contract?.durationYears).toBe(4);
  });

  it('is recorded by the coordination, read by the team', async () => {
    const { id } = await makeCommunity(world);
    for (const person of await makeEveryRole(world, id)) {
      const reads = !['member', 'reader'].includes(person.role);
      expect([person.role, await refusal(contract(person)), await refusal(missions(person))]).toEqual([
        person.role,
        ...Array<string>(2).fill(reads ? 'accepted' : 'forbidden'),
      ]);
      if (person.role === 'coordinator') continue;
      expect(await refusal(record(person))).toBe('forbidden');
      expect(await refusal(change(person, {}))).toBe('forbidden');
    }
  });

  it('of another community is not seen nor moved', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await record(mine.coordinator);
    await change(mine.coordinator, { startedOn: '2022-05-01' });
    expect((await contract(other.coordinator)).contract).toBeNull();
    expect(await refusal(record(other.coordinator, { revision: 1 }))).toBe('not-found');
    await record(other.coordinator, { signedOn: '2023-01-01' });
    await change(other.coordinator, { startedOn: '2023-02-01' });
    expect((await contract(mine.coordinator)).contract).toMatchObject({ signedOn: '2022-04-15' });
    expect((await mission(mine.coordinator))?.clock.startedOn).toBe('2022-05-01');
    expect((await mission(other.coordinator))?.clock.startedOn).toBe('2023-02-01');
  });
});

describe('the missions', () => {
  it('are the six of the agreement before any contract, the core ones chosen', async () => {
    const { coordinator } = await makeCommunity(world);
    const view = await missions(coordinator);
    expect(view.missions.map(({ kind, chosen }) => [kind, chosen])).toEqual([
      ...Array(4).fill(['core', true]),
      ...Array(2).fill(['optional', false]),
    ]);
    expect(view.contractSignedOn).toBeNull();
    expect(await refusal(change(coordinator, {}))).toBe('contract-missing');
  });

  it('are late the day after the deadline, in the time zone of the community', async () => {
    const { coordinator } = await makeCommunity(world);
    world.clock.set('2025-04-15T12:00:00Z');
    await record(coordinator, { signedOn: '2024-10-15' });
    expect((await mission(coordinator, 'access-to-care'))?.clock).toMatchObject({
      state: 'not-started',
      startDue: '2025-04-15',
      lateDays: 0,
    });
    world.clock.set('2025-04-15T22:00:00Z');
    expect((await mission(coordinator, 'access-to-care'))?.clock).toMatchObject({ state: 'late-start', lateDays: 1 });
  });

  it('are chosen, dated, corrected and left, each act in the journal', async () => {
    const { coordinator } = await makeCommunity(world);
    await record(coordinator);
    const code = 'care-quality';
    await change(coordinator, { missionCode: code });
    await change(coordinator, { missionCode: code, startedOn: '2024-01-08', revision: 1 });
    expect(await mission(coordinator, code)).toMatchObject({
      chosen: true,
      revision: 2,
      clock: { state: 'started', startedOn: '2024-01-08' },
    });
    expect(await refusal(change(coordinator, { missionCode: code, chosen: false, revision: 2 }))).toBe('mission-in-use');
    await change(coordinator, { missionCode: code, revision: 2 });
    await change(coordinator, { missionCode: code, chosen: false, revision: 3 });
    expect(await mission(coordinator, code)).toMatchObject({ chosen: false, clock: { state: 'not-chosen' } });
    expect(await acts(coordinator)).toEqual([
      'mission.left',
      'mission.dates-changed',
      'mission.dates-changed',
      'mission.chosen',
      'contract.recorded',
    ]);
  });

  it.each<[string, Partial<MissionInput>, string]>([
    ['a mission that does not exist', { missionCode: 'money' }, 'mission-unknown'],
    ['a core mission left', { chosen: false }, 'mission-core'],
    ['a date before the signature', { startedOn: '2022-04-14' }, 'mission-before-signature'],
    ['a date to come', { startedOn: '2026-11-22' }, 'mission-date-in-future'],
    ['a deployment without a start', { deployedOn: '2023-01-01' }, 'mission-not-started'],
    ['a deployment before the start', { startedOn: '2023-02-01', deployedOn: '2023-01-01' }, 'mission-deployed-before-start'],
  ])('refuse %s without a trace', async (_, input, code) => {
    const { coordinator } = await makeCommunity(world);
    await record(coordinator);
    expect(await refusal(change(coordinator, input))).toBe(code);
    expect(await mission(coordinator)).toMatchObject({ revision: 0, clock: { startedOn: null, deployedOn: null } });
    expect(await acts(coordinator)).toEqual(['contract.recorded']);
  });

  it('changed meanwhile are not overwritten', async () => {
    const { id, coordinator } = await makeCommunity(world);
    const ana = await makeMember(world, id, 'coordinator', { givenName: 'Ana', familyName: 'Bel' });
    await record(coordinator);
    await change(ana, { startedOn: '2022-05-01' });
    const refused = await change(coordinator, { startedOn: '2022-06-01' }).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: 'edited-meanwhile', meta: { who: 'Ana Bel', current: { startedOn: '2022-05-01' } } });
  });

  it('served by actions cannot be left, and say how many serve them', async () => {
    class TwoActions extends MissionUse {
      override async actionsByMission(_tx: Tx): Promise<Record<string, number>> {
        return { 'care-quality': 2 };
      }
    }
    const use = new TwoActions();
    const queries = new ContractQueries(world.db.tenant, world.clock, use);
    const served = new ChangeMission(world.db.tenant, world.clock, use, queries);
    const { coordinator } = await makeCommunity(world);
    await record(coordinator);
    await served.execute(coordinator, { ...empty, missionCode: 'care-quality' });
    expect((await queries.missions(coordinator)).missions.find(({ code }) => code === 'care-quality')?.actions).toBe(2);
    expect(
      await refusal(served.execute(coordinator, { ...empty, missionCode: 'care-quality', chosen: false, revision: 1 })),
    ).toBe('mission-in-use');
  });
});
