import type { Tx } from '@maillage/platform';
import { actionNumbered, makeDraft, makeMember, makeProject, makeTwoCommunities, makeWorld, outline, refusal, type MadeCommunity, type World } from '../testing';
import {
  ActionUse,
  AddAction,
  AddAxis,
  ChangeActionContent,
  ChangeAxis,
  MoveAction,
  MoveAxis,
  OpenDraft,
  ProjectQueries,
  RemoveAction,
  RemoveAxis,
  type ProjectView,
} from './index';
import { DraftEditing } from './draft';

/** What the indicators area answers when two indicators hang on every action. */
class TwoIndicators extends ActionUse {
  override async carriedBy(_tx: Tx, actionIds: readonly string[]): Promise<Record<string, { measures: number; indicators: number }>> {
    return Object.fromEntries(actionIds.map((id) => [id, { measures: 0, indicators: 2 }]));
  }
}

let world: World;
let home: MadeCommunity;
let neighbour: MadeCommunity;
let draft: ProjectView;

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  [home, neighbour] = await makeTwoCommunities(world);
  draft = await makeDraft(world, home.coordinator, { 'Axe A': ['Un', 'Deux', 'Trois'], 'Axe B': ['Quatre'] });
});

const structure = { title: 'Cinq', objective: null, why: null, audience: null, missionCodes: ['prevention'] };
const now = async (): Promise<ProjectView> => await world.get(ProjectQueries).project(home.coordinator, draft.version.id);
const audited = (id: string): Promise<{ act: string; label: string }[]> =>
  world.db.tenant.run(home.id, (tx) => tx.query('select act, subject_label as label from audit_entry where subject_id = $1 order by id', [id]));

describe('the tree of a draft', () => {
  it('gives each new action the next number, and keeps it when the action moves', async () => {
    expect(outline(draft)).toEqual({ 'Axe A': ['1 Un', '2 Deux', '3 Trois'], 'Axe B': ['4 Quatre'] });
    const [a, b] = draft.axes;
    const moved = await world.get(MoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 2).id, { axisId: b!.id, index: 0 });
    expect(outline(moved)).toEqual({ 'Axe A': ['1 Un', '3 Trois'], 'Axe B': ['2 Deux', '4 Quatre'] });
    const back = await world.get(MoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 2).id, { axisId: a!.id, index: 2 });
    expect(outline(back)).toEqual({ 'Axe A': ['1 Un', '3 Trois', '2 Deux'], 'Axe B': ['4 Quatre'] });
    expect(await audited(actionNumbered(draft, 2).id)).toEqual([
      { act: 'action.created', label: 'Action n°\u00a02, Deux' },
      { act: 'action.moved', label: 'Action n°\u00a02, Deux' },
      { act: 'action.moved', label: 'Action n°\u00a02, Deux' },
    ]);
  });

  it('moves axes, and refuses a place that does not exist without moving anything', async () => {
    const [a, b] = draft.axes;
    expect(Object.keys(outline(await world.get(MoveAxis).execute(home.coordinator, draft.version.id, b!.id, 0)))).toEqual(['Axe B', 'Axe A']);
    expect(await refusal(world.get(MoveAxis).execute(home.coordinator, draft.version.id, a!.id, 7))).toBe('tree-position-invalid');
    expect(await refusal(world.get(MoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 1).id, { axisId: b!.id, index: 9 }))).toBe('tree-position-invalid');
    expect(outline(await now())).toEqual({ 'Axe B': ['4 Quatre'], 'Axe A': ['1 Un', '2 Deux', '3 Trois'] });
  });

  it('two moves at the same moment both count', async () => {
    const [a, b] = draft.axes;
    await Promise.all([
      world.get(MoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 1).id, { axisId: b!.id, index: 0 }),
      world.get(MoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 4).id, { axisId: a!.id, index: 0 }),
    ]);
    const view = await now();
    expect(outline(view)['Axe A']).toEqual(['4 Quatre', '2 Deux', '3 Trois']);
    expect(outline(view)['Axe B']).toEqual(['1 Un']);
  });

  it('keeps an axis that still holds actions, lets go of an empty one', async () => {
    const b = draft.axes[1]!;
    expect(await refusal(world.get(RemoveAxis).execute(home.coordinator, draft.version.id, b.id))).toBe('axis-has-actions');
    await world.get(RemoveAction).execute(home.coordinator, draft.version.id, actionNumbered(draft, 4).id);
    expect(outline(await world.get(RemoveAxis).execute(home.coordinator, draft.version.id, b.id))).toEqual({ 'Axe A': ['1 Un', '2 Deux', '3 Trois'] });
  });

  it('refuses two axes of the same title, an action without mission, a mission that does not exist', async () => {
    expect(await refusal(world.get(AddAxis).execute(home.coordinator, draft.version.id, { title: 'axe  a', why: null }))).toBe('axis-duplicate-title');
    const axisId = draft.axes[0]!.id;
    const add = (change: object): Promise<unknown> => world.get(AddAction).execute(home.coordinator, draft.version.id, { axisId, ...structure, ...change });
    expect(await refusal(add({ missionCodes: [] }))).toBe('action-mission-missing');
    expect(await refusal(add({ missionCodes: ['bonheur'] }))).toBe('mission-unknown');
    expect(await refusal(add({ why: 'Madame X, née le 12/03/1954' }))).toBe('patient-identifier');
    expect(outline(await now())).toEqual(outline(draft));
  });

  it('an action that carries indicators does not leave', async () => {
    const { id } = actionNumbered(draft, 1);
    const remove = new RemoveAction(world.get(DraftEditing), new TwoIndicators());
    expect(await refusal(remove.execute(home.coordinator, draft.version.id, id))).toBe('action-has-indicators');
    expect(outline(await now())).toEqual(outline(draft));
  });
});

describe('what a draft says of an action or an axis', () => {
  it('is changed on the revision seen; a second writer is told who wrote and what', async () => {
    const { id } = actionNumbered(draft, 1);
    const colleague = await makeMember(world, home.id, 'coordinator', { givenName: 'Nadia', familyName: 'Petit' });
    const change = world.get(ChangeActionContent);
    await change.execute(colleague, draft.version.id, id, { ...structure, title: 'Prévenir', missionCodes: ['prevention', 'care-quality'], revision: 1 });
    const late = change.execute(home.coordinator, draft.version.id, id, { ...structure, title: 'Autre', revision: 1 });
    await expect(late).rejects.toMatchObject({ code: 'edited-meanwhile', meta: { who: 'Nadia Petit', revision: 2, current: { title: 'Prévenir' } } });
    const sheet = await world.get(ProjectQueries).action(home.coordinator, id);
    expect(sheet).toMatchObject({ title: 'Prévenir', missionCodes: ['prevention', 'care-quality'], contentRevision: 2 });
  });

  it('an axis too', async () => {
    const axis = draft.axes[0]!;
    const change = world.get(ChangeAxis);
    await change.execute(home.coordinator, draft.version.id, axis.id, { title: 'Accès', why: 'Parce que', revision: 1 });
    expect(await refusal(change.execute(home.coordinator, draft.version.id, axis.id, { title: 'Autre', why: null, revision: 1 }))).toBe('edited-meanwhile');
    expect((await now()).axes[0]).toMatchObject({ title: 'Accès', why: 'Parce que', revision: 2 });
  });
});

describe('who may change the structure', () => {
  const attempts = (actor: MadeCommunity['coordinator'], view: ProjectView): [string, () => Promise<unknown>][] => {
    const v = view.version.id;
    const axis = view.axes[0]!.id;
    const action = actionNumbered(view, 1).id;
    return [
      ['add an axis', () => world.get(AddAxis).execute(actor, v, { title: 'Axe Z', why: null })],
      ['change an axis', () => world.get(ChangeAxis).execute(actor, v, axis, { title: 'Axe Z', why: null, revision: 1 })],
      ['move an axis', () => world.get(MoveAxis).execute(actor, v, axis, 1)],
      ['remove an axis', () => world.get(RemoveAxis).execute(actor, v, axis)],
      ['add an action', () => world.get(AddAction).execute(actor, v, { axisId: axis, ...structure })],
      ['change an action', () => world.get(ChangeActionContent).execute(actor, v, action, { ...structure, revision: 1 })],
      ['move an action', () => world.get(MoveAction).execute(actor, v, action, { axisId: axis, index: 2 })],
      ['remove an action', () => world.get(RemoveAction).execute(actor, v, action)],
    ];
  };

  it('nobody of another community: nothing is found, nothing changes', async () => {
    for (const [what, attempt] of attempts(neighbour.coordinator, draft)) expect([what, await refusal(attempt())]).toEqual([what, 'not-found']);
    expect(outline(await now())).toEqual(outline(draft));
  });

  it('not with the axis or the action of another community in one’s own draft', async () => {
    const own = await makeDraft(world, neighbour.coordinator, { 'Axe N': ['Voisine'] });
    const foreign = { axis: draft.axes[0]!.id, action: actionNumbered(draft, 1).id };
    expect(await refusal(world.get(MoveAction).execute(neighbour.coordinator, own.version.id, actionNumbered(own, 1).id, { axisId: foreign.axis, index: 0 }))).toBe('not-found');
    expect(await refusal(world.get(AddAction).execute(neighbour.coordinator, own.version.id, { axisId: foreign.axis, ...structure }))).toBe('not-found');
    expect(await refusal(world.get(RemoveAction).execute(neighbour.coordinator, own.version.id, foreign.action))).toBe('not-found');
    expect(await refusal(world.get(ProjectQueries).action(neighbour.coordinator, foreign.action))).toBe('not-found');
    expect(await refusal(world.get(ProjectQueries).project(neighbour.coordinator, draft.version.id))).toBe('not-found');
    expect(await refusal(world.get(ProjectQueries).statusHistory(neighbour.coordinator, foreign.action))).toBe('not-found');
  });

  it.each(['president', 'treasurer', 'board', 'lead', 'member', 'reader'] as const)('not a %s', async (role) => {
    const person = await makeMember(world, home.id, role);
    for (const [what, attempt] of attempts(person, draft)) expect([what, await refusal(attempt())]).toEqual([what, 'forbidden']);
    expect(outline(await now())).toEqual(outline(draft));
  });

  it('nobody once it is in force, nor when it is past', async () => {
    const other = await makeProject(world, neighbour.coordinator);
    for (const [what, attempt] of attempts(neighbour.coordinator, other)) expect([what, await refusal(attempt())]).toEqual([what, 'project-structure-locked']);
    const next = await world.get(OpenDraft).execute(neighbour.coordinator, { source: 'in-force' });
    expect(outline(next)).toEqual(outline(other));
  });
});
