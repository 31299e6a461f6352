import { agreementByCode, suggestedTerms, type ContractTerms, type Crisis } from '@maillage/domain/contract';
import { contractExample, exampleTerms } from '@maillage/domain/contract/testing';
import type { DomainError } from '@maillage/domain/kernel';
import { JournalQueries } from '@maillage/features/community';
import {
  AmendTerms,
  ChangeMission,
  ClosedYears,
  ContractQueries,
  currentTerms,
  ExportContract,
  ImportContract,
  KeepCrises,
  RecordContract,
  RecordTerms,
  saveNextYear,
  TermsQueries,
  type AmendmentInput,
  type TermsInput,
} from '@maillage/features/contract';
import { makeCommunity, makeEveryRole, makeMember, makeTwoCommunities, makeWorld, refusal, type MadePerson, type World } from '../testing';

let world: World;
let closed: number[] = [];
beforeAll(async () => {
  world = await makeWorld();
  // The review comes later: here it says what each test wants.
  jest.spyOn(world.get(ClosedYears), 'closedYears').mockImplementation(async () => closed);
});
beforeEach(() => {
  world.clock.set('2026-11-21T09:00:00Z');
  closed = [];
});
afterAll(() => world.close());

const page = (by: MadePerson, year?: number, amendment?: number) => world.get(TermsQueries).terms(by, { year, amendment });
const record = (by: MadePerson, year = 5, input: Partial<TermsInput> = {}) =>
  world.get(RecordTerms).execute(by, year, { revision: 0, amendment: 0, terms: exampleTerms(), ...input });
const amend = (by: MadePerson, year = 5, input: Partial<AmendmentInput> = {}) =>
  world.get(AmendTerms).execute(by, year, { from: 0, revision: 1, effectiveOn: '2026-09-01', terms: dearer(), ...input });
const sign = (by: MadePerson, durationYears = 5) => world.get(RecordContract).execute(by, { revision: 0, signedOn: '2022-04-15', durationYears, size: 3 });
const acts = async (by: MadePerson) => (await world.get(JournalQueries).page(by)).lines.map(({ act }) => act);

/** The example with more *fonctionnement*. */
function dearer(cents = 80_000_00): ContractTerms {
  return { ...exampleTerms(), operating: { cents, confirmed: true } };
}

async function signedCommunity() {
  const community = await makeCommunity(world);
  await sign(community.coordinator);
  return community;
}

describe('the terms of a contract year', () => {
  it('wait for the contract', async () => {
    const { coordinator } = await makeCommunity(world);
    expect(await page(coordinator)).toMatchObject({ contract: null, years: [], year: null, terms: null, may: { write: false } });
    expect(await refusal(record(coordinator))).toBe('contract-missing');
  });

  it('begin from what the agreement says, then from the year before', async () => {
    const { coordinator } = await signedCommunity();
    const empty = await page(coordinator, 4);
    const suggested = suggestedTerms(agreementByCode('aci-cpts/avenant-2')!, 3, 4);
    expect(empty).toMatchObject({ terms: null, version: null, year: { number: 4, hasTerms: false, state: 'past' }, startingPointFrom: expect.stringContaining('taille 3') });
    expect(empty.startingPoint?.missions).toEqual(suggested.missions.filter(({ kind }) => kind === 'core'));
    expect(empty.suggestions).toContainEqual(expect.objectContaining({ missionCode: 'prevention', part: 'fixed', cents: 17_500_00, isRule: true }));
    await record(coordinator, 4);
    expect(await page(coordinator)).toMatchObject({ year: { number: 5 }, startingPoint: exampleTerms(), startingPointFrom: expect.stringContaining('4') });
  });

  it('are recorded as a whole, with the optional missions they pay', async () => {
    const { coordinator } = await signedCommunity();
    const view = await record(coordinator);
    expect(view).toMatchObject({
      terms: exampleTerms(),
      version: { amendment: 0, label: 'Contrat tel que signé', effectiveOn: '2026-04-15', revision: 1, current: true, updatedBy: coordinator.name },
      warnings: [],
      startingPoint: null,
      may: { write: true, amend: true },
    });
    expect(view.missions.every(({ chosen }) => chosen)).toBe(true);
    expect((await acts(coordinator)).sort()).toEqual(['contract.recorded', 'mission.chosen', 'mission.chosen', 'terms.recorded']);
  });

  it('recorded twice by a double click are recorded once', async () => {
    const { coordinator } = await signedCommunity();
    const answers = await Promise.all([record(coordinator), record(coordinator)]);
    expect(answers.map(({ version }) => version?.revision)).toEqual([1, 1]);
    expect((await acts(coordinator)).filter((act) => act === 'terms.recorded')).toHaveLength(1);
  });

  it('are corrected, and the journal says what changed', async () => {
    const { coordinator } = await signedCommunity();
    await record(coordinator);
    expect(await record(coordinator, 5, { revision: 1, terms: dearer() })).toMatchObject({ version: { revision: 2, amendment: 0 }, terms: { operating: { cents: 80_000_00 } } });
    const [line] = (await world.get(JournalQueries).page(coordinator)).lines;
    expect(line).toMatchObject({ act: 'terms.changed', subject: 'Année 5 du contrat' });
    expect(line?.changes.map(({ field, after }) => [field, after?.replace(/[\u00A0\u202F]/g, ' ')])).toContainEqual(['Ce qui change', 'Fonctionnement : 75 000 € → 80 000 €']);
  });

  it('changed meanwhile are not overwritten', async () => {
    const { id, coordinator } = await signedCommunity();
    const ana = await makeMember(world, id, 'coordinator', { givenName: 'Ana', familyName: 'Bel' });
    await record(coordinator);
    await record(ana, 5, { revision: 1, terms: dearer() });
    const refused = await record(coordinator, 5, { revision: 1, terms: dearer(1) }).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: 'edited-meanwhile', meta: { who: 'Ana Bel', current: { terms: dearer() } } });
    await amend(ana, 5, { revision: 2 });
    expect(await refusal(record(coordinator, 5, { revision: 1, amendment: 0, terms: dearer(2) }))).toBe('edited-meanwhile');
  });

  it.each<[string, number, Partial<TermsInput>, string]>([
    ['outside the contract', 6, {}, 'contract-year-outside'],
    ['with a fault', 5, { terms: dearer(-1) }, 'terms-refused'],
    ['over a revision that never was', 5, { revision: 3 }, 'not-found'],
  ])('%s are refused without a trace', async (_, year, input, code) => {
    const { coordinator } = await signedCommunity();
    expect(await refusal(record(coordinator, year, input))).toBe(code);
    expect(await page(coordinator, 5)).toMatchObject({ terms: null, version: null });
    expect(await acts(coordinator)).toEqual(['contract.recorded']);
  });

  it('of a closed year no longer change', async () => {
    const { coordinator } = await signedCommunity();
    await record(coordinator);
    closed = [5];
    expect(await page(coordinator)).toMatchObject({ year: { closed: true }, may: { write: false, amend: false } });
    expect(await refusal(record(coordinator, 5, { revision: 1, terms: dearer() }))).toBe('contract-year-closed');
    expect(await refusal(amend(coordinator))).toBe('contract-year-closed');
    expect((await page(coordinator)).terms).toEqual(exampleTerms());
  });

  it('are written by the coordination, read by the team', async () => {
    const { id, coordinator } = await signedCommunity();
    await record(coordinator);
    for (const person of await makeEveryRole(world, id)) {
      const reads = !['member', 'reader'].includes(person.role);
      expect([person.role, await refusal(page(person)), await refusal(world.get(ExportContract).execute(person))]).toEqual([person.role, ...Array<string>(2).fill(reads ? 'accepted' : 'forbidden')]);
      if (person.role === 'coordinator') continue;
      expect(await refusal(record(person))).toBe('forbidden');
      expect(await refusal(amend(person))).toBe('forbidden');
      expect(await refusal(world.get(ImportContract).preview(person, contractExample()))).toBe('forbidden');
      expect(await refusal(world.get(ImportContract).execute(person, contractExample(), ''))).toBe('forbidden');
    }
  });

  it('of another community are not seen nor moved', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await sign(mine.coordinator);
    await sign(other.coordinator);
    await record(mine.coordinator);
    expect(await page(other.coordinator)).toMatchObject({ terms: null, versions: [] });
    expect(await refusal(record(other.coordinator, 5, { revision: 1 }))).toBe('not-found');
    expect(await refusal(amend(other.coordinator))).toBe('terms-missing');
    await record(other.coordinator, 5, { terms: dearer() });
    await amend(other.coordinator, 5, { terms: dearer(1) });
    expect(await page(mine.coordinator)).toMatchObject({ terms: exampleTerms(), versions: [{ amendment: 0, revision: 1 }] });
  });
});

describe('terms already recorded', () => {
  const correct = (by: MadePerson, change: object) => world.get(RecordContract).execute(by, { revision: 1, signedOn: '2022-04-15', durationYears: 5, size: 3, ...change });

  it('hold the contract to a length and an agreement that allow them', async () => {
    const { coordinator } = await signedCommunity();
    await record(coordinator);
    expect(await refusal(correct(coordinator, { durationYears: 4 }))).toBe('contract-year-outside');
    expect(await refusal(correct(coordinator, { signedOn: '2022-03-01', agreement: 'aci-cpts/2019' }))).toBe('terms-refused');
    expect((await world.get(ContractQueries).contract(coordinator)).contract).toMatchObject({ durationYears: 5, agreement: 'aci-cpts/avenant-2' });
  });

  it('follow the day of the signature when it is corrected, until a year is closed', async () => {
    const { coordinator } = await signedCommunity();
    await record(coordinator);
    await amend(coordinator, 5, { effectiveOn: '2026-04-16' });
    await correct(coordinator, { signedOn: '2022-05-02' });
    expect((await page(coordinator)).versions.map(({ effectiveOn }) => effectiveOn)).toEqual(['2026-05-02', '2026-05-02']);
    closed = [4];
    expect(await refusal(correct(coordinator, { signedOn: '2022-05-03', revision: 2 }))).toBe('contract-year-closed');
    expect(await refusal(correct(coordinator, { signedOn: '2022-05-02', size: 2, revision: 2 }))).toBe('accepted');
  });

  it('hold the optional missions they pay, this year and later', async () => {
    const { coordinator } = await signedCommunity();
    const leave = async () => {
      const { missions } = await world.get(ContractQueries).missions(coordinator);
      const revision = missions.find(({ code }) => code === 'care-quality')?.revision ?? 0;
      return refusal(world.get(ChangeMission).execute(coordinator, { missionCode: 'care-quality', chosen: false, startedOn: null, deployedOn: null, revision }));
    };
    await record(coordinator, 4);
    expect(await leave()).toBe('accepted');
    await record(coordinator, 5);
    expect(await leave()).toBe('mission-in-terms');
    expect((await page(coordinator)).missions.find(({ code }) => code === 'care-quality')?.chosen).toBe(true);
  });
});

describe('an amendment', () => {
  it('is a dated version that counts for its year; the one before is kept', async () => {
    const { coordinator } = await signedCommunity();
    await record(coordinator);
    const view = await amend(coordinator);
    expect(view).toMatchObject({
      terms: dearer(),
      version: { amendment: 1, label: 'Avenant n° 1', effectiveOn: '2026-09-01', revision: 1, current: true },
      versions: [{ amendment: 0, current: false }, { amendment: 1, current: true }],
    });
    expect(await page(coordinator, 5, 0)).toMatchObject({ terms: exampleTerms(), version: { amendment: 0, current: false }, may: { write: false, amend: false } });
    expect(await refusal(page(coordinator, 5, 7))).toBe('not-found');
    expect(await acts(coordinator)).toContain('terms.amended');
  });

  it('does not change the years before it', async () => {
    const { id, coordinator } = await signedCommunity();
    await record(coordinator, 4);
    await record(coordinator, 5);
    await amend(coordinator, 5, { laterYears: true });
    expect(await page(coordinator, 4)).toMatchObject({ terms: exampleTerms(), versions: [{ amendment: 0, revision: 1 }] });
    expect((await world.db.tenant.run(id, (tx) => currentTerms(tx, 4)))?.content).toEqual(exampleTerms());
    expect(await refusal(amend(coordinator, 4, { effectiveOn: '2025-09-01' }))).toBe('contract-year-past');
    expect((await page(coordinator, 4)).versions).toHaveLength(1);
  });

  it('changes the later years only when asked', async () => {
    const community = await makeCommunity(world);
    const { coordinator } = community;
    await sign(coordinator, 7);
    for (const year of [5, 6, 7]) await record(coordinator, year);
    await amend(coordinator, 5);
    expect((await page(coordinator, 6)).terms).toEqual(exampleTerms());
    await amend(coordinator, 6, { effectiveOn: '2027-05-01', laterYears: true, terms: dearer(1) });
    expect(await page(coordinator, 6)).toMatchObject({ version: { amendment: 2, effectiveOn: '2027-05-01' }, terms: dearer(1) });
    expect(await page(coordinator, 7)).toMatchObject({ version: { amendment: 2, effectiveOn: '2028-04-15' }, terms: dearer(1) });
    expect(await page(coordinator, 5)).toMatchObject({ version: { amendment: 1 }, terms: dearer() });
  });

  it.each<[string, Partial<AmendmentInput>, string]>([
    ['with a fault', { terms: dearer(-1) }, 'terms-refused'],
    ['that takes effect in another year', { effectiveOn: '2026-04-14' }, 'invalid-input'],
    ['on a day that does not exist', { effectiveOn: '2026-09-31' }, 'invalid-day'],
    ['from a version changed since', { revision: 2 }, 'edited-meanwhile'],
    ['with a patient in its name', { label: 'Avenant de 2 54 03 45 123 456 78' }, 'patient-identifier'],
  ])('%s is refused without a trace', async (_, input, code) => {
    const { coordinator } = await signedCommunity();
    await record(coordinator);
    expect(await refusal(amend(coordinator, 5, input))).toBe(code);
    expect((await page(coordinator)).versions).toHaveLength(1);
    expect(await acts(coordinator)).not.toContain('terms.amended');
  });

  it('sent twice is recorded once, and numbers follow each other', async () => {
    const { coordinator } = await signedCommunity();
    expect(await refusal(amend(coordinator))).toBe('terms-missing');
    await record(coordinator);
    const answers = await Promise.all([refusal(amend(coordinator)), refusal(amend(coordinator))]);
    expect(answers.sort()).toEqual(['accepted', 'edited-meanwhile']);
    expect(await refusal(amend(coordinator, 5, { from: 1, number: 1 }))).toBe('amendment-not-latest');
    expect(await amend(coordinator, 5, { from: 1, number: 4, label: 'Avenant 4 – prévention' })).toMatchObject({ version: { amendment: 4, label: 'Avenant 4 – prévention' } });
  });
});

describe('the next year', () => {
  it('is opened by the review with its own terms, once', async () => {
    const { id, coordinator } = await signedCommunity();
    const open = (year: number) => world.db.tenant.run(id, (tx) => saveNextYear(tx, { ...coordinator, at: world.clock.now() }, year, dearer(), 'Repris du dialogue de gestion'));
    await open(5);
    expect(await page(coordinator)).toMatchObject({ terms: dearer(), version: { amendment: 0, label: 'Repris du dialogue de gestion', effectiveOn: '2026-04-15' } });
    expect(await refusal(open(5))).toBe('terms-exist');
    expect(await refusal(open(6))).toBe('contract-year-outside');
    expect(await acts(coordinator)).toEqual(['terms.opened', 'contract.recorded']);
  });
});

describe('crises recognised by the ARS', () => {
  const heat: Crisis = { kind: 'epidemic-climate', recognisedOn: '2026-07-01', reference: 'Arrêté du 1er juillet 2026', endedOn: null };
  const crises = () => world.get(KeepCrises);

  it('are recorded, ended and removed, each in the journal', async () => {
    const { coordinator } = await signedCommunity();
    const { crises: [one] } = await crises().record(coordinator, heat);
    expect(one).toMatchObject({ ...heat, years: [5], revision: 1, kindLabel: expect.stringContaining('canicule') });
    const ended = await crises().correct(coordinator, one!.id, { ...heat, endedOn: '2026-08-31', revision: 1 });
    expect(ended.crises).toMatchObject([{ endedOn: '2026-08-31', revision: 2 }]);
    expect(await refusal(crises().remove(coordinator, one!.id, 1))).toBe('edited-meanwhile');
    expect((await crises().remove(coordinator, one!.id, 2)).crises).toEqual([]);
    expect(await acts(coordinator)).toEqual(['crisis.removed', 'crisis.changed', 'crisis.recorded', 'contract.recorded']);
  });

  it.each<[string, Partial<Crisis>, string]>([
    ['of an unknown kind', { kind: 'war' }, 'invalid-input'],
    ['to come', { recognisedOn: '2026-11-22' }, 'invalid-input'],
    ['that ends before it begins', { endedOn: '2026-06-30' }, 'invalid-input'],
    ['over before the signature', { recognisedOn: '2022-01-01', endedOn: '2022-02-01' }, 'invalid-input'],
    ['on a day that does not exist', { recognisedOn: '2026-06-31' }, 'invalid-day'],
    ['with a patient', { reference: 'Patiente née le 12/03/1954' }, 'patient-identifier'],
  ])('%s are refused without a trace', async (_, change, code) => {
    const { coordinator } = await signedCommunity();
    expect(await refusal(crises().record(coordinator, { ...heat, ...change }))).toBe(code);
    expect((await page(coordinator)).crises).toEqual([]);
    expect(await acts(coordinator)).toEqual(['contract.recorded']);
  });

  it('sent twice are recorded once', async () => {
    const { coordinator } = await signedCommunity();
    const answers = await Promise.all([refusal(crises().record(coordinator, heat)), refusal(crises().record(coordinator, heat))]);
    expect(answers.sort()).toEqual(['accepted', 'already-done']);
    expect((await page(coordinator)).crises).toHaveLength(1);
  });

  it('leave a closed year as it is', async () => {
    const { coordinator } = await signedCommunity();
    const { crises: [one] } = await crises().record(coordinator, { ...heat, recognisedOn: '2025-07-01' });
    expect(one?.years).toEqual([4, 5]);
    closed = [4];
    expect(await refusal(crises().record(coordinator, { ...heat, recognisedOn: '2025-08-01', endedOn: '2025-09-01' }))).toBe('contract-year-closed');
    expect(await refusal(crises().remove(coordinator, one!.id, 1))).toBe('contract-year-closed');
    const ended = await crises().correct(coordinator, one!.id, { ...heat, recognisedOn: '2025-07-01', endedOn: '2025-08-31', revision: 1 });
    expect(ended.crises[0]?.years).toEqual([4]);
  });

  it('are kept by the coordination and the treasurer', async () => {
    const { id } = await signedCommunity();
    for (const person of await makeEveryRole(world, id)) {
      const may = ['coordinator', 'treasurer'].includes(person.role);
      const day = person.role === 'coordinator' ? '2026-07-02' : '2026-07-03';
      expect([person.role, await refusal(crises().record(person, { ...heat, recognisedOn: day }))]).toEqual([person.role, may ? 'accepted' : 'forbidden']);
    }
  });

  it('of another community are not found', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await sign(mine.coordinator);
    const { crises: [one] } = await crises().record(mine.coordinator, heat);
    expect(await refusal(crises().correct(other.coordinator, one!.id, { ...heat, revision: 1 }))).toBe('not-found');
    expect(await refusal(crises().remove(other.coordinator, one!.id, 1))).toBe('not-found');
    expect((await page(mine.coordinator)).crises).toMatchObject([{ revision: 1 }]);
    expect((await page(other.coordinator)).crises).toEqual([]);
    expect(await refusal(crises().record(other.coordinator, heat))).toBe('contract-missing');
    expect((await world.get(ContractQueries).contract(other.coordinator)).contract).toBeNull();
  });
});
