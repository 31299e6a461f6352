import { contractExample, exampleTerms } from '@maillage/domain/contract/testing';
import type { DomainError } from '@maillage/domain/kernel';
import { JournalQueries } from '@maillage/features/community';
import { AmendTerms, ChangeMission, ClosedYears, ContractQueries, ExportContract, ImportContract, KeepCrises, RecordContract, RecordTerms, TermsQueries } from '@maillage/features/contract';
import { makeCommunity, makeMember, makeTwoCommunities, makeWorld, refusal, type MadePerson, type World } from '../testing';

let world: World;
let closed: number[] = [];
beforeAll(async () => {
  world = await makeWorld();
  jest.spyOn(world.get(ClosedYears), 'closedYears').mockImplementation(async () => closed);
});
beforeEach(() => {
  world.clock.set('2026-11-21T09:00:00Z');
  closed = [];
});
afterAll(() => world.close());

const preview = (by: MadePerson, file: unknown = contractExample()) => world.get(ImportContract).preview(by, file);
const confirm = (by: MadePerson, basis: string, file: unknown = contractExample()) => world.get(ImportContract).execute(by, file, basis);
const bring = async (by: MadePerson, file: unknown = contractExample()) => confirm(by, (await preview(by, file)).basis, file);
const give = async (by: MadePerson, year?: number) => JSON.parse(JSON.stringify((await world.get(ExportContract).execute(by, year)).content)) as Record<string, never>;
const page = (by: MadePerson, year?: number) => world.get(TermsQueries).terms(by, { year });
const contract = async (by: MadePerson) => (await world.get(ContractQueries).contract(by)).contract;
const acts = async (by: MadePerson) => (await world.get(JournalQueries).page(by)).lines.map(({ act }) => act);

/** The example with something changed at its head. */
const changed = (change: object): Record<string, unknown> => ({ ...contractExample(), ...change });

/** A contract with everything a file can hold. */
async function fullContract(): Promise<MadePerson> {
  const { coordinator } = await makeCommunity(world);
  await bring(coordinator, changed({ settings: { prorataUnit: 'months', accountingYearStart: '09-01' } }));
  const earlier = exampleTerms();
  earlier.missions[0]!.fixed.confirmed = false;
  earlier.missions[1]!.variable = { cents: null, confirmed: false };
  Object.assign(earlier.missions[2]!.actions[0]!.indicators[0]!, { clause: 'Le taux est celui\nde la CPAM.', baseline: { value: 60.5, on: '2025-01-31' } });
  await world.get(RecordTerms).execute(coordinator, 4, { revision: 0, amendment: 0, terms: { ...earlier, missions: earlier.missions.slice(0, 4) } });
  const amended = exampleTerms();
  amended.missions.pop();
  await world.get(AmendTerms).execute(coordinator, 5, { from: 0, revision: 1, number: 2, label: 'Avenant de septembre', effectiveOn: '2026-09-01', terms: amended });
  await world.get(ChangeMission).execute(coordinator, { missionCode: 'access-to-care', chosen: true, startedOn: '2022-09-01', deployedOn: '2023-06-01', revision: 0 });
  await world.get(KeepCrises).record(coordinator, { kind: 'injured', recognisedOn: '2025-07-01', reference: 'Arrêté 12', endedOn: '2025-07-31' });
  await world.get(KeepCrises).record(coordinator, { kind: 'epidemic-climate', recognisedOn: '2026-07-01', reference: null, endedOn: null });
  return coordinator;
}

describe('importing a contract', () => {
  it('shows what will change and writes nothing', async () => {
    const { coordinator } = await makeCommunity(world);
    const seen = await preview(coordinator);
    expect(seen).toMatchObject({
      nothingToDo: false,
      signedOn: '2022-04-15',
      agreementLabel: expect.stringContaining('avenant 2'),
      years: [{ number: 5, amendment: 0, missions: 6, indicators: 44, operatingCents: 75_000_00, fixedCents: 200_000_00, variableCents: 122_500_00, crisisCents: 67_500_00 }],
      warnings: [],
      notes: [],
    });
    const told = seen.differences.map(({ year, field, before, after }) => [year, field, before, after?.replace(/[\u00A0\u202F]/g, ' ')]);
    expect(told).toEqual(
      expect.arrayContaining([
        [null, 'Date de signature', null, '15 avril 2022'],
        [5, 'Fonctionnement', null, '75 000 €'],
        [null, 'Mission choisie', 'non', 'oui'],
      ]),
    );
    expect(await contract(coordinator)).toBeNull();
    expect(await acts(coordinator)).toEqual([]);
  });

  it('writes contract, terms and missions at once when confirmed', async () => {
    const { coordinator } = await makeCommunity(world);
    expect(await bring(coordinator)).toMatchObject({ changed: true, year: 5 });
    expect(await contract(coordinator)).toMatchObject({ signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3, prorataUnit: 'days' });
    const view = await page(coordinator);
    expect(view).toMatchObject({ terms: exampleTerms(), warnings: [], version: { amendment: 0, effectiveOn: '2026-04-15' } });
    expect(view.missions.every(({ chosen }) => chosen)).toBe(true);
    expect(await acts(coordinator)).toEqual(['contract.imported']);
  });

  it('the same file twice changes nothing and says so', async () => {
    const { coordinator } = await makeCommunity(world);
    const { basis } = await preview(coordinator);
    await confirm(coordinator, basis);
    const { missions: before } = await page(coordinator);
    expect(await preview(coordinator)).toMatchObject({ nothingToDo: true, differences: [] });
    // The second click of a double click still has the first preview.
    expect(await confirm(coordinator, basis)).toEqual({ changed: false, year: 5, differences: [] });
    expect(await bring(coordinator)).toEqual({ changed: false, year: 5, differences: [] });
    expect(await page(coordinator)).toMatchObject({ missions: before, version: { revision: 1 } });
    expect(await acts(coordinator)).toEqual(['contract.imported']);
  });

  it('confirmed twice at once writes once', async () => {
    const { coordinator } = await makeCommunity(world);
    const { basis } = await preview(coordinator);
    const answers = await Promise.all([confirm(coordinator, basis), confirm(coordinator, basis)]);
    expect(answers.map((answer) => answer.changed).sort()).toEqual([false, true]);
    expect(await acts(coordinator)).toEqual(['contract.imported']);
  });

  it('is refused when what is recorded changed since the preview', async () => {
    const { id, coordinator } = await makeCommunity(world);
    const ana = await makeMember(world, id, 'coordinator');
    await bring(coordinator);
    const file = changed({ operating: { cents: 80_000_00 } });
    const { basis } = await preview(coordinator, file);
    await world.get(KeepCrises).record(ana, { kind: 'injured', recognisedOn: '2026-07-01', reference: null, endedOn: null });
    expect(await refusal(confirm(coordinator, basis, file))).toBe('import-outdated');
    expect((await page(coordinator)).terms?.operating.cents).toBe(75_000_00);
    expect(await bring(coordinator, file)).toMatchObject({ changed: true, differences: [{ year: 5, field: 'Fonctionnement' }] });
    expect(await page(coordinator)).toMatchObject({ terms: { operating: { cents: 80_000_00 } }, version: { revision: 2 } });
  });

  it('is refused whole for one fault, every one told with its path', async () => {
    const { coordinator } = await makeCommunity(world);
    const file = changed({ size: 9, operating: { cents: -1 }, surprise: true });
    const refused = await preview(coordinator, file).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: 'contract-file-refused', meta: { faults: [{ path: 'surprise' }, { path: 'size' }, { path: 'operating.cents' }] } });
    expect(await refusal(confirm(coordinator, 'a'.repeat(64), file))).toBe('contract-file-refused');
    expect(await contract(coordinator)).toBeNull();
    expect(await acts(coordinator)).toEqual([]);
  });

  it('keeps what the file does not speak of, and says so', async () => {
    const coordinator = await fullContract();
    const seen = await preview(coordinator);
    expect(seen.nothingToDo).toBe(true);
    expect(seen.notes).toEqual([expect.stringContaining('l’année 4'), expect.stringContaining('Avenant de septembre'), expect.stringContaining('crises')]);
  });

  it('leaves closed and past years as they were', async () => {
    const coordinator = await fullContract();
    closed = [4];
    const file = await give(coordinator);
    expect(await preview(coordinator, file)).toMatchObject({ nothingToDo: true });
    const [other] = file['otherYears'] as unknown as [Record<string, object>];
    const dearer = { ...file, otherYears: [{ ...other, operating: { cents: 1 } }] };
    expect(await refusal(bring(coordinator, dearer))).toBe('contract-year-closed');
    expect(await refusal(bring(coordinator, { ...file, signedOn: '2022-04-14', yearStartsOn: undefined, yearEndsOn: undefined, otherYears: undefined, earlierVersions: undefined, amendment: undefined }))).toBe('contract-year-closed');
    closed = [];
    const amended = { ...file, otherYears: [{ ...other, amendment: { number: 3, effectiveOn: '2025-10-01' } }] };
    expect(await refusal(bring(coordinator, amended))).toBe('contract-year-past');
    expect(await give(coordinator)).toEqual(file);
  });

  it('is refused when years already recorded would fall outside the contract', async () => {
    const { coordinator } = await makeCommunity(world);
    await bring(coordinator);
    const file = changed({ durationYears: 4, contractYear: 4, yearStartsOn: undefined, yearEndsOn: undefined });
    expect(await refusal(preview(coordinator, file))).toBe('contract-year-outside');
    expect((await contract(coordinator))?.durationYears).toBe(5);
  });

  it('for one community neither sees nor changes another', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await bring(mine.coordinator);
    const { basis } = await preview(mine.coordinator, changed({ operating: { cents: 1 } }));
    expect(await preview(other.coordinator)).toMatchObject({ nothingToDo: false });
    expect(await refusal(confirm(other.coordinator, basis))).toBe('import-outdated');
    await bring(other.coordinator, changed({ operating: { cents: 1 } }));
    expect((await page(mine.coordinator)).terms).toEqual(exampleTerms());
    expect(await refusal(world.get(ExportContract).execute(mine.coordinator, 4))).toBe('terms-missing');
  });
});

describe('exporting a contract', () => {
  it('waits for a contract and its terms', async () => {
    const { coordinator } = await makeCommunity(world);
    expect(await refusal(give(coordinator))).toBe('contract-missing');
    await world.get(RecordContract).execute(coordinator, { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 });
    expect(await refusal(give(coordinator))).toBe('terms-missing');
  });

  it('and importing it elsewhere gives the same contract', async () => {
    const coordinator = await fullContract();
    const { coordinator: elsewhere } = await makeCommunity(world);
    const file = await give(coordinator);
    expect(Object.keys(file)).toEqual(expect.arrayContaining(['amendment', 'earlierVersions', 'otherYears', 'otherMissions', 'settings', 'crises']));
    await bring(elsewhere, file);
    const bare = ({ about: _about, organisation: _organisation, ...rest }: Record<string, unknown>) => rest;
    expect(bare(await give(elsewhere))).toEqual(bare(file));
    expect(await preview(elsewhere, file)).toMatchObject({ nothingToDo: true, notes: [] });
    for (const year of [4, 5]) {
      const [here, there] = [await page(coordinator, year), await page(elsewhere, year)];
      expect(there.terms).toEqual(here.terms);
      expect(there.versions.map(({ amendment, label, effectiveOn, hash }) => [amendment, label, effectiveOn, hash])).toEqual(
        here.versions.map(({ amendment, label, effectiveOn, hash }) => [amendment, label, effectiveOn, hash]),
      );
      expect(there.missions).toEqual(here.missions);
    }
    expect(await give(coordinator, 4)).toMatchObject({ contractYear: 4, otherYears: [{ contractYear: 5 }] });
  });
});
