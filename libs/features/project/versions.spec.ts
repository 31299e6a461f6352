import type { Tx } from '@maillage/platform';
import { actionNumbered, makeDraft, makeMember, makeProject, makeTwoCommunities, makeWorld, outline, refusal, type MadeCommunity, type World } from '../testing';
import {
  ActionUse,
  AddAction,
  ChangeActionStatus,
  ChangeActionTracking,
  ChangeVersion,
  DiscardDraft,
  MoveAction,
  OpenDraft,
  ProjectQueries,
  PutInForce,
  RemoveAction,
  type DraftInput,
} from './index';

let world: World;
let home: MadeCommunity;
let neighbour: MadeCommunity;

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set('2026-11-21T09:00:00Z');
  [home, neighbour] = await makeTwoCommunities(world);
});

const open = (actor: MadeCommunity['coordinator'], input: DraftInput) => world.get(OpenDraft).execute(actor, input);
const versions = async (actor = home.coordinator) => (await world.get(ProjectQueries).versions(actor)).versions.map(({ number, status, actions }) => [number, status, actions]);
const count = async (table: string): Promise<number> =>
  (await world.db.tenant.run(home.id, (tx): Promise<{ count: number }[]> => tx.query(`select count(*) from ${table}`)))[0]!.count;

describe('a first project', () => {
  it('starts from nothing', async () => {
    const view = await open(home.coordinator, { source: 'nothing', title: 'Projet 2027–2031' });
    expect(view).toMatchObject({ version: { number: 1, status: 'draft', title: 'Projet 2027–2031', inForceOn: null }, axes: [] });
    expect(await refusal(world.get(PutInForce).execute(home.coordinator, view.version.id, 1))).toBe('project-empty');
  });

  it('starts from the model of the six missions, its steps dated from the day given', async () => {
    const view = await open(home.coordinator, { source: 'model', model: 'six-missions', startsOn: '2027-01-01' });
    const served = new Set(view.axes.flatMap(({ actions }) => actions.flatMap(({ missionCodes }) => missionCodes)));
    expect(served).toEqual(new Set(view.missions.map(({ code }) => code)));
    expect(actionNumbered(view, 1).nextStep?.dueOn).toBe('2027-03-01');
    expect(await count('action_step')).toBeGreaterThan(20);
  });

  it('starts from the example, with its own numbers', async () => {
    const view = await open(home.coordinator, { source: 'model', model: 'giennois-berry', startsOn: null });
    expect(view.axes.map(({ actions }) => actions.map(({ number }) => number))).toEqual([[1, 2, 7], [3, 4, 5, 6]]);
    expect(view.axes.flatMap(({ actions }) => actions).every(({ nextStep }) => nextStep === null)).toBe(true);
  });

  it('is refused from an unknown model, or from a version in force that does not exist, and leaves no trace', async () => {
    expect(await refusal(open(home.coordinator, { source: 'model', model: 'autre' }))).toBe('not-found');
    expect(await refusal(open(home.coordinator, { source: 'in-force' }))).toBe('not-found');
    expect(await versions()).toEqual([]);
  });

  it('is there once when two people start it at the same moment', async () => {
    const colleague = await makeMember(world, home.id, 'coordinator');
    const results = await Promise.all([home.coordinator, colleague].map((actor) => refusal(open(actor, { source: 'nothing' }))));
    expect(results.sort()).toEqual(['accepted', 'project-draft-exists']);
    expect(await versions()).toEqual([[1, 'draft', 0]]);
  });
});

describe('a version put in force', () => {
  it('counts from the local day, and an empty axis keeps it from it', async () => {
    world.clock.set('2026-11-21T23:30:00Z');
    const draft = await makeDraft(world, home.coordinator, { 'Axe A': ['Un'], Vide: [] });
    expect(await refusal(world.get(PutInForce).execute(home.coordinator, draft.version.id, 1))).toBe('project-axis-empty');
    expect(await versions()).toEqual([[1, 'draft', 1]]);
    const axisId = draft.axes[1]!.id;
    await world.get(AddAction).execute(home.coordinator, draft.version.id, { axisId, title: 'Deux', objective: null, why: null, audience: null, missionCodes: ['prevention'] });
    const view = await world.get(PutInForce).execute(home.coordinator, draft.version.id, 1);
    expect(view.version).toMatchObject({ status: 'in-force', inForceOn: '2026-11-22', endedOn: null });
  });

  it('takes over: the former one is past and keeps the tracking it had, the actions go on', async () => {
    const first = await makeProject(world, home.coordinator);
    const { id } = actionNumbered(first, 1);
    await world.get(ChangeActionStatus).execute(home.coordinator, id, { status: 'at-risk', statusSentence: 'Deux départs', revision: 1 });
    const draft = await open(home.coordinator, { source: 'in-force' });
    await world.get(MoveAction).execute(home.coordinator, draft.version.id, id, { axisId: draft.axes[1]!.id, index: 0 });
    await world.get(RemoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 2).id);
    // Life goes on while the draft is written.
    await world.get(ChangeActionStatus).execute(home.coordinator, id, { status: 'late', statusSentence: 'Trois départs', revision: 2 });
    await world.get(AddAction).execute(home.coordinator, draft.version.id, { axisId: draft.axes[0]!.id, title: 'Nouvelle', objective: null, why: null, audience: null, missionCodes: ['prevention'] });
    world.clock.set('2027-02-01T09:00:00Z');
    const second = await world.get(PutInForce).execute(home.coordinator, draft.version.id, draft.version.revision);
    expect(outline(second)).toEqual({ 'Axe A': ['4 Nouvelle'], 'Axe B': ['1 Action 1', '3 Action 3'] });
    expect(actionNumbered(second, 1)).toMatchObject({ status: 'late', statusSentence: 'Trois départs' });
    await world.get(ChangeActionStatus).execute(home.coordinator, id, { status: 'on-track', statusSentence: null, revision: 3 });
    expect(await versions()).toEqual([[2, 'in-force', 3], [1, 'past', 3]]);

    const past = await world.get(ProjectQueries).project(home.coordinator, first.version.id);
    expect(past.version).toMatchObject({ status: 'past', endedOn: '2027-02-01' });
    expect(actionNumbered(past, 1)).toMatchObject({ status: 'late', statusSentence: 'Trois départs' });
    const gone = await world.get(ProjectQueries).action(home.coordinator, actionNumbered(first, 2).id);
    expect(gone).toMatchObject({ title: 'Action 2', version: { number: 1 }, may: { track: false, editContent: false } });
    expect(await refusal(world.get(ChangeActionStatus).execute(home.coordinator, gone.id, { status: 'done', statusSentence: null, revision: 1 }))).toBe('project-past');
  });

  it('never leaves behind an action that carries indicators', async () => {
    const first = await makeProject(world, home.coordinator);
    const draft = await open(home.coordinator, { source: 'in-force' });
    await world.get(RemoveAction).execute(home.coordinator, draft.version.id, actionNumbered(first, 2).id);
    class OneIndicator extends ActionUse {
      override async carriedBy(_tx: Tx, ids: readonly string[]): Promise<Record<string, { measures: number; indicators: number }>> {
        return Object.fromEntries(ids.map((id) => [id, { measures: 0, indicators: 1 }]));
      }
    }
    const put = new PutInForce(world.db.tenant, world.clock, new OneIndicator(), world.get(ProjectQueries));
    expect(await refusal(put.execute(home.coordinator, draft.version.id, 1))).toBe('action-has-indicators');
    expect(await versions()).toEqual([[2, 'draft', 2], [1, 'in-force', 3]]);
  });

  it('is put in force once', async () => {
    const { version } = await makeProject(world, home.coordinator);
    expect(await refusal(world.get(PutInForce).execute(home.coordinator, version.id, version.revision))).toBe('project-not-draft');
    expect(await refusal(world.get(DiscardDraft).execute(home.coordinator, version.id))).toBe('project-not-draft');
  });
});

describe('a draft', () => {
  it('is thrown away with the actions only it held; the version in force stays as it was', async () => {
    const first = await makeProject(world, home.coordinator);
    const draft = await open(home.coordinator, { source: 'in-force' });
    await world.get(AddAction).execute(home.coordinator, draft.version.id, { axisId: draft.axes[0]!.id, title: 'Essai', objective: null, why: null, audience: null, missionCodes: ['prevention'] });
    await world.get(DiscardDraft).execute(home.coordinator, draft.version.id);
    expect(await versions()).toEqual([[1, 'in-force', 3]]);
    expect(await count('action')).toBe(3);
    expect(outline((await world.get(ProjectQueries).home(home.coordinator)).project!)).toEqual(outline(first));
  });

  it('prepares the tracking of its new actions, never that of actions in force', async () => {
    const first = await makeProject(world, home.coordinator);
    const draft = await open(home.coordinator, { source: 'in-force' });
    const { actionId } = await world.get(AddAction).execute(home.coordinator, draft.version.id, { axisId: draft.axes[0]!.id, title: 'Essai', objective: null, why: null, audience: null, missionCodes: ['prevention'] });
    const fields = { leadPersonId: null, leadName: 'Dr Morel', partners: null, budgetCents: 150000, startsOn: null, endsOn: null, text: null, revision: 1 };
    expect(await world.get(ChangeActionTracking).execute(home.coordinator, actionId, fields)).toMatchObject({ lead: { personId: null, name: 'Dr Morel' }, budgetCents: 150000 });
    const shown = await world.get(ProjectQueries).action(home.coordinator, actionNumbered(first, 1).id, draft.version.id);
    expect(shown.may).toEqual({ editContent: true, track: false, changeLead: false });
    const inForce = await world.get(ProjectQueries).action(home.coordinator, actionNumbered(first, 1).id);
    expect(inForce).toMatchObject({ version: { id: first.version.id }, may: { editContent: false, track: true, changeLead: true } });
  });

  it('says what it changes, on the revision seen', async () => {
    const { version } = await open(home.coordinator, { source: 'nothing' });
    const change = world.get(ChangeVersion);
    expect(await change.execute(home.coordinator, version.id, { title: 'Projet révisé', note: 'Après le dialogue de gestion', revision: 1 })).toMatchObject({ title: 'Projet révisé', revision: 2 });
    expect(await refusal(change.execute(home.coordinator, version.id, { title: 'Autre', note: null, revision: 1 }))).toBe('edited-meanwhile');
    expect(await refusal(change.execute(neighbour.coordinator, version.id, { title: 'Autre', note: null, revision: 2 }))).toBe('not-found');
  });

  it('is read against the version in force', async () => {
    const first = await makeProject(world, home.coordinator);
    const draft = await open(home.coordinator, { source: 'in-force' });
    await world.get(MoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 3).id, { axisId: draft.axes[0]!.id, index: 0 });
    const view = await world.get(ProjectQueries).differences(home.coordinator, draft.version.id);
    expect([view?.from.number, view?.to.number]).toEqual([1, 2]);
    expect(await world.get(ProjectQueries).differences(home.coordinator, first.version.id)).toBeNull();
    expect(view?.differences).toMatchObject([{ kind: 'action-moved', number: 3, fromAxis: 'Axe B', toAxis: 'Axe A' }]);
    expect(await refusal(world.get(ProjectQueries).differences(neighbour.coordinator, draft.version.id, first.version.id))).toBe('not-found');
  });
});

describe('another community', () => {
  it('neither opens, puts in force nor throws away a version that is not its own', async () => {
    const draft = await makeDraft(world, home.coordinator, { 'Axe A': ['Un'] });
    expect(await refusal(world.get(PutInForce).execute(neighbour.coordinator, draft.version.id, 1))).toBe('not-found');
    expect(await refusal(world.get(DiscardDraft).execute(neighbour.coordinator, draft.version.id))).toBe('not-found');
    expect(await versions()).toEqual([[1, 'draft', 1]]);
    expect(await versions(neighbour.coordinator)).toEqual([]);
    expect(await world.get(ProjectQueries).home(neighbour.coordinator)).toEqual({ project: null, inForceId: null, draftId: null });
  });

  it('does not see the draft of this one when it opens its own from the version in force', async () => {
    await makeProject(world, home.coordinator);
    expect(await refusal(open(neighbour.coordinator, { source: 'in-force' }))).toBe('not-found');
  });

  it.each(['president', 'treasurer', 'board', 'lead', 'member', 'reader'] as const)('a %s changes no version', async (role) => {
    const draft = await makeDraft(world, home.coordinator, { 'Axe A': ['Un'] });
    const person = await makeMember(world, home.id, role);
    expect(await refusal(world.get(PutInForce).execute(person, draft.version.id, 1))).toBe('forbidden');
    expect(await refusal(world.get(DiscardDraft).execute(person, draft.version.id))).toBe('forbidden');
    expect(await refusal(world.get(ChangeVersion).execute(person, draft.version.id, { title: 'X', note: null, revision: 1 }))).toBe('forbidden');
    expect(await refusal(open(person, { source: 'nothing' }))).toBe('forbidden');
  });
});
