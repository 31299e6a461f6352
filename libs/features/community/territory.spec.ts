import {
  AddToTerritory,
  isTerritoryDrawn,
  JournalQueries,
  loadCommunes,
  RemoveFromTerritory,
  TerritoryQueries,
} from '@maillage/features/community';
import { makeCommunity, makeMember, makeTwoCommunities, makeWorld, refusal, type MadePerson, type World } from '../testing';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const search = (by: MadePerson, query: string) => world.get(TerritoryQueries).search(by, query);
const add = (by: MadePerson, input: { communes?: string[]; epci?: string[] }) => world.get(AddToTerritory).execute(by, input);
const remove = (by: MadePerson, communes: string[]) => world.get(RemoveFromTerritory).execute(by, communes);
const territory = (by: MadePerson) => world.get(TerritoryQueries).territory(by);
const found = async (by: MadePerson, query: string): Promise<string[]> =>
  (await search(by, query)).communes.map(({ name }) => name);

describe('the list of communes', () => {
  it('is the whole country, counted once', async () => {
    expect(
      await world.db.peek(
        `select count(*) filter (where parent_code is null)::integer as communes, count(parent_code)::integer as districts,
                sum(population) filter (where parent_code is null)::integer as people, count(*) filter (where population is null)::integer as empty
           from commune`,
      ),
    ).toEqual([{ communes: 34969, districts: 45, people: 68952941, empty: 6 }]);
    expect(await world.db.peek('select count(*)::integer as n from epci')).toEqual([{ n: 1255 }]);
  });

  it('can be loaded again without change', async () => {
    const state = () =>
      world.db.peek<{ hash: string }>(`select md5(string_agg(commune::text, ',' order by insee_code)) as hash from commune`);
    const before = await state();
    await loadCommunes({ query: (sql, values) => world.db.peek(sql, values) });
    expect(await state()).toEqual(before);
  });

  it('is searched by name without accents or case, the exact and the most populated first', async () => {
    const { coordinator } = await makeCommunity(world);
    expect((await found(coordinator, 'GIEN')).slice(0, 2)).toEqual(['Gien', 'Gien-sur-Cure']);
    expect((await found(coordinator, 'st étienne'))[0]).toBe('Saint-Étienne');
    expect(await found(coordinator, 'l’hay les roses')).toEqual(["L'Haÿ-les-Roses"]);
    expect(await found(coordinator, 'lez-gien')).toEqual(['Poilly-lez-Gien']);
    expect(await search(coordinator, 'g')).toEqual({ communes: [], epci: [] });
    expect(await search(coordinator, '%_%')).toEqual({ communes: [], epci: [] });
  });

  it('is searched by postcode, INSEE code and former code', async () => {
    const { coordinator } = await makeCommunity(world);
    expect(await found(coordinator, '45500')).toHaveLength(7);
    expect(await found(coordinator, '4550')).toContain('Gien');
    expect(await found(coordinator, '45155')).toEqual(['Gien']);
    expect(await found(coordinator, '2a004')).toEqual(['Ajaccio']);
    expect(await found(coordinator, '97411')).toContain('Saint-Denis');
  });

  it('finds intercommunalities by name or SIREN with what they hold', async () => {
    const { coordinator } = await makeCommunity(world);
    const giennoises = { siren: '244500211', name: 'CC Giennoises', communes: 11, population: 24157, departmentCodes: ['45'] };
    expect((await search(coordinator, 'giennoises')).epci).toEqual([giennoises]);
    expect((await search(coordinator, '244500211')).epci).toEqual([giennoises]);
    expect((await search(coordinator, 'metropole de lyon')).epci[0]).toMatchObject({ communes: 58 });
  });

  it('is not written by the product', async () => {
    const { id } = await makeCommunity(world);
    await expect(
      world.db.tenant.run(id, (tx) => tx.query(`update commune set population = 1 where insee_code = '45155'`)),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('a territory', () => {
  it('is drawn from whole intercommunalities, its population summed with its vintage', async () => {
    const { id, coordinator } = await makeCommunity(world);
    expect(await world.db.tenant.run(id, isTerritoryDrawn)).toBe(false);
    const view = await add(coordinator, { epci: ['244500211', '200068278', '200000933'] });
    expect(view).toMatchObject({
      population: { total: 55695, communes: 45, unknown: [] },
      departments: ['45', '18'],
      vintage: 2026,
    });
    expect(await territory(coordinator)).toEqual(view);
    expect(await world.db.tenant.run(id, isTerritoryDrawn)).toBe(true);
  });

  it('takes what is missing of an intercommunality begun by hand, and says who did it', async () => {
    const { coordinator } = await makeCommunity(world);
    await add(coordinator, { communes: ['45155'] });
    expect((await add(coordinator, { epci: ['244500211'] })).population).toEqual({ total: 24157, communes: 11, unknown: [] });
    expect((await add(coordinator, { epci: ['244500211'] })).communes).toHaveLength(11);
    const { lines } = await world.get(JournalQueries).page(coordinator);
    expect(lines.map(({ what, who }) => [what, who])).toEqual(
      Array(2).fill(['Communes ajoutées au territoire', coordinator.name]),
    );
    expect(lines[1]?.changes).toContainEqual({ field: 'Population', before: '0', after: '13\u202F459' });
  });

  it('names the communes without population instead of counting zero in silence', async () => {
    const { coordinator } = await makeCommunity(world);
    expect((await add(coordinator, { communes: ['55039', '98901'] })).population).toEqual({
      total: 0,
      communes: 2,
      unknown: ['Île de Clipperton'],
    });
  });

  it('refuses an unknown code, an unknown intercommunality, a city with one of its arrondissements', async () => {
    const { coordinator } = await makeCommunity(world);
    await add(coordinator, { communes: ['75115', '75116'] });
    expect(await refusal(add(coordinator, { communes: ['45155', '45999'] }))).toBe('commune-unknown');
    expect(await refusal(add(coordinator, { communes: ['45155'], epci: ['999999999'] }))).toBe('epci-unknown');
    expect(await refusal(add(coordinator, { communes: ['75056'] }))).toBe('commune-overlap');
    expect((await territory(coordinator)).communes.map(({ inseeCode }) => inseeCode)).toEqual(['75115', '75116']);
    expect((await world.get(JournalQueries).page(coordinator)).lines).toHaveLength(1);
  });

  it('gives communes back', async () => {
    const { coordinator } = await makeCommunity(world);
    await add(coordinator, { epci: ['244500211'] });
    expect((await remove(coordinator, ['45155'])).population).toEqual({ total: 24157 - 13459, communes: 10, unknown: [] });
    expect(await refusal(remove(coordinator, ['45155']))).toBe('not-found');
  });

  it('is for the coordination to change', async () => {
    const { id, coordinator } = await makeCommunity(world);
    await add(coordinator, { communes: ['45155'] });
    const board = await makeMember(world, id, 'board');
    expect((await territory(board)).communes).toHaveLength(1);
    expect(await refusal(add(board, { communes: ['45016'] }))).toBe('forbidden');
    expect(await refusal(remove(board, ['45155']))).toBe('forbidden');
    expect(await refusal(territory(await makeMember(world, id, 'member')))).toBe('forbidden');
  });

  it('of another community is not seen nor moved', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await add(mine.coordinator, { communes: ['45155'] });
    expect((await territory(other.coordinator)).communes).toEqual([]);
    expect(await refusal(remove(other.coordinator, ['45155']))).toBe('not-found');
    await add(other.coordinator, { communes: ['45155', '45016'] });
    await remove(other.coordinator, ['45155']);
    expect((await territory(mine.coordinator)).communes.map(({ name }) => name)).toEqual(['Gien']);
  });
});
