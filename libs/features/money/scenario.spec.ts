import type { DomainError } from '@maillage/domain/kernel';
import { scenarioLimits } from '@maillage/domain/money';
import { JournalQueries } from '@maillage/features/community';
import { makeCommunity, makeEveryRole, makeMember, makeSignedYear, makeTwoCommunities, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../testing';
import { ChangeScenario, RemoveScenario, SaveScenario, ScenarioQueries, type ScenarioInput } from './index';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

/** A community whose year 5 is that of the example contract. */
async function withTerms(made?: MadeCommunity): Promise<MadeCommunity> {
  const community = made ?? (await makeCommunity(world));
  await makeSignedYear(world, community);
  return community;
}

const ald = [{ code: 'mt-ald', value: 100 }];
const input = (change: Partial<ScenarioInput> = {}): ScenarioInput => ({ id: world.db.ids.next(), year: 5, name: 'Palier suivant', values: ald, ...change });
const save = (by: MadePerson, change: Partial<ScenarioInput> = {}) => world.get(SaveScenario).execute(by, input(change));
const list = (by: MadePerson, year = 5) => world.get(ScenarioQueries).list(by, year);
const acts = async (by: MadePerson) => (await world.get(JournalQueries).page(by)).lines.map(({ act }) => act).filter((act) => act.startsWith('scenario.'));

describe('a scenario', () => {
  it('is kept, renamed, changed and deleted, each act in the journal', async () => {
    const { coordinator } = await withTerms();
    const kept = await save(coordinator);
    expect(kept).toMatchObject({ year: 5, name: 'Palier suivant', values: ald, revision: 1, savedBy: coordinator.name });
    const renamed = await world.get(ChangeScenario).execute(coordinator, kept.id, { revision: 1, name: 'Prudent', values: ald });
    expect(renamed).toMatchObject({ name: 'Prudent', revision: 2 });
    expect(await world.get(ChangeScenario).execute(coordinator, kept.id, { revision: 2, name: 'Prudent', values: ald })).toMatchObject({ revision: 2 });
    await save(coordinator, { name: 'Optimiste', values: [{ code: 'directory-online', value: 1 }, { code: 'mt-ald', value: 50 }] });
    expect((await list(coordinator)).map(({ name, values }) => [name, values.map(({ code }) => code)])).toEqual([
      ['Optimiste', ['mt-ald', 'directory-online']],
      ['Prudent', ['mt-ald']],
    ]);
    expect(await list(coordinator, 4)).toEqual([]);
    await world.get(RemoveScenario).execute(coordinator, kept.id, 2);
    expect((await list(coordinator)).map(({ name }) => name)).toEqual(['Optimiste']);
    expect(await acts(coordinator)).toEqual(['scenario.removed', 'scenario.saved', 'scenario.changed', 'scenario.saved']);
  });

  it('sent twice is kept once; its id given to another one is refused', async () => {
    const { coordinator } = await withTerms();
    const same = input();
    const [one, other] = await Promise.all([world.get(SaveScenario).execute(coordinator, same), world.get(SaveScenario).execute(coordinator, same)]);
    expect(one).toEqual(other);
    expect(await list(coordinator)).toHaveLength(1);
    expect(await refusal(save(coordinator, { id: same.id, values: [{ code: 'mt-ald', value: 50 }] }))).toBe('already-done');
  });

  it.each<[string, Partial<ScenarioInput>, string]>([
    ['a name taken, however it is written', { name: 'palier  SUIVANT' }, 'scenario-name-taken'],
    ['a year without terms', { year: 4 }, 'scenario-without-terms'],
    ['an indicator the contract does not have', { name: 'B', values: [{ code: 'other', value: 1 }] }, 'scenario-indicator-unknown'],
    ['a value that cannot be', { name: 'B', values: [{ code: 'directory-online', value: 2 }] }, 'scenario-value-invalid'],
    ['nothing changed', { name: 'B', values: [] }, 'scenario-empty'],
  ])('with %s is refused without a trace', async (_, change, code) => {
    const { coordinator } = await withTerms();
    await save(coordinator);
    expect(await refusal(save(coordinator, change))).toBe(code);
    expect(await list(coordinator)).toHaveLength(1);
    expect(await acts(coordinator)).toEqual(['scenario.saved']);
  });

  it('is one of thirty at most in a year', async () => {
    const { coordinator } = await withTerms();
    for (let count = 0; count < scenarioLimits.perYear; count += 1) await save(coordinator, { name: `Scénario ${count}` });
    expect(await refusal(save(coordinator, { name: 'Un de trop' }))).toBe('too-many');
  });

  it('changed meanwhile is neither overwritten nor deleted', async () => {
    const { id, coordinator } = await withTerms();
    const ana = await makeMember(world, id, 'treasurer', { givenName: 'Ana', familyName: 'Bel' });
    const kept = await save(coordinator);
    await world.get(ChangeScenario).execute(ana, kept.id, { revision: 1, name: 'Prudent', values: ald });
    const refused = await world.get(ChangeScenario).execute(coordinator, kept.id, { revision: 1, name: 'Hardi', values: ald }).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: 'edited-meanwhile', meta: { who: 'Ana Bel', current: { name: 'Prudent', values: ald } } });
    expect(await refusal(world.get(RemoveScenario).execute(coordinator, kept.id, 1))).toBe('edited-meanwhile');
    expect((await list(coordinator))[0]).toMatchObject({ name: 'Prudent', revision: 2 });
  });

  it('cannot take the name of another when it is renamed', async () => {
    const { coordinator } = await withTerms();
    await save(coordinator);
    const other = await save(coordinator, { name: 'Prudent' });
    expect(await refusal(world.get(ChangeScenario).execute(coordinator, other.id, { revision: 1, name: 'Palier suivant', values: ald }))).toBe('scenario-name-taken');
  });

  it('is read and kept by the roles that may', async () => {
    const { id } = await withTerms();
    const rights: Record<string, [string, string]> = {};
    for (const person of await makeEveryRole(world, id)) {
      const outcome = async (work: Promise<unknown>): Promise<string> => work.then(() => 'accepted', (error: DomainError) => error.code);
      rights[person.role] = [await outcome(list(person)), await outcome(save(person, { name: `De ${person.role}` }))];
    }
    expect(rights).toEqual({
      coordinator: ['accepted', 'accepted'],
      president: ['accepted', 'accepted'],
      treasurer: ['accepted', 'accepted'],
      board: ['accepted', 'forbidden'],
      lead: ['forbidden', 'forbidden'],
      member: ['forbidden', 'forbidden'],
      reader: ['forbidden', 'forbidden'],
    });
  });

  it('of another community is not seen, changed nor deleted', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await withTerms(mine);
    await withTerms(other);
    const kept = await save(mine.coordinator);
    expect(await list(other.coordinator)).toEqual([]);
    expect(await refusal(world.get(ChangeScenario).execute(other.coordinator, kept.id, { revision: 1, name: 'Pris', values: ald }))).toBe('not-found');
    expect(await refusal(world.get(RemoveScenario).execute(other.coordinator, kept.id, 1))).toBe('not-found');
    expect(await save(other.coordinator, { id: kept.id, name: 'Le même identifiant' })).toMatchObject({ name: 'Le même identifiant' });
    expect((await list(mine.coordinator)).map(({ name }) => name)).toEqual(['Palier suivant']);
  });
});
