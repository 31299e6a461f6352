import { ContractQueries } from '@maillage/features/contract';
import { actionNumbered, makeMember, makeProject, makeTwoCommunities, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../testing';
import {
  actionExists,
  actionsInForce,
  ChangeActionStatus,
  ChangeActionSteps,
  ChangeActionTracking,
  leadPersonIds,
  leadsAction,
  MarkStep,
  namedActions,
  ProjectQueries,
  type ActionView,
  type StepInput,
  type TrackingInput,
} from './index';

let world: World;
let home: MadeCommunity;
let neighbour: MadeCommunity;
let lead: MadePerson;
let led: string;
let other: string;

const fields: Omit<TrackingInput, 'revision'> = { leadPersonId: null, leadName: null, partners: null, budgetCents: null, startsOn: null, endsOn: null, text: null };
const newStep = (title: string, dueOn: string | null = null, doneOn: string | null = null): StepInput => ({ id: null, title, dueOn, doneOn });
const sheet = (id = led, actor = home.coordinator): Promise<ActionView> => world.get(ProjectQueries).action(actor, id);

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set('2026-11-21T09:00:00Z');
  [home, neighbour] = await makeTwoCommunities(world);
  const project = await makeProject(world, home.coordinator);
  led = actionNumbered(project, 1).id;
  other = actionNumbered(project, 2).id;
  lead = await makeMember(world, home.id, 'lead', { givenName: 'Anne', familyName: 'Morel' });
  await world.get(ChangeActionTracking).execute(home.coordinator, led, { ...fields, leadPersonId: lead.personId, revision: 1 });
});

describe('status', () => {
  it('asks for a sentence when at risk or late, and keeps its history with who said it', async () => {
    const change = world.get(ChangeActionStatus);
    expect(await refusal(change.execute(lead, led, { status: 'at-risk', statusSentence: ' ', revision: 2 }))).toBe('action-status-needs-sentence');
    expect((await sheet()).status).toBe('not-started');
    await change.execute(lead, led, { status: 'at-risk', statusSentence: 'Deux infirmières sont parties.', revision: 2 });
    world.clock.set('2026-12-01T09:00:00Z');
    await change.execute(lead, led, { status: 'at-risk', statusSentence: 'Une seule est remplacée.', revision: 3 });
    world.clock.set('2026-12-15T09:00:00Z');
    const now = await change.execute(home.coordinator, led, { status: 'on-track', statusSentence: null, revision: 4 });
    expect(now).toMatchObject({ status: 'on-track', statusSentence: null, statusSince: '2026-12-15', revision: 5 });
    const history = await world.get(ProjectQueries).statusHistory(home.coordinator, led);
    expect(history.map(({ fromStatus, status, sentence, who }) => [fromStatus, status, sentence, who])).toEqual([
      ['at-risk', 'on-track', null, home.coordinator.name],
      ['at-risk', 'at-risk', 'Une seule est remplacée.', 'Anne Morel'],
      ['not-started', 'at-risk', 'Deux infirmières sont parties.', 'Anne Morel'],
    ]);
  });

  it('said again without a change writes nothing', async () => {
    await world.get(ChangeActionStatus).execute(lead, led, { status: 'not-started', statusSentence: null, revision: 2 });
    expect(await sheet()).toMatchObject({ revision: 2 });
    expect(await world.get(ProjectQueries).statusHistory(home.coordinator, led)).toEqual([]);
  });

  it('does not silently win over another', async () => {
    await world.get(ChangeActionStatus).execute(lead, led, { status: 'on-track', statusSentence: null, revision: 2 });
    const late = world.get(ChangeActionStatus).execute(home.coordinator, led, { status: 'late', statusSentence: 'Rien n’avance', revision: 2 });
    await expect(late).rejects.toMatchObject({ code: 'edited-meanwhile', meta: { who: 'Anne Morel', current: { status: 'on-track' }, revision: 3 } });
    expect((await sheet()).status).toBe('on-track');
  });
});

describe('lead, partners, budget, dates, text', () => {
  it('are kept and journalled', async () => {
    const view = await world.get(ChangeActionTracking).execute(lead, led, {
      ...fields, leadPersonId: lead.personId, partners: 'CPAM, SAS', budgetCents: 1_234_50, startsOn: '2026-09-01', endsOn: '2027-06-30', text: 'Trois réunions', revision: 2,
    });
    expect(view).toMatchObject({ lead: { personId: lead.personId, name: 'Anne Morel' }, partners: 'CPAM, SAS', budgetCents: 123450, startsOn: '2026-09-01', endsOn: '2027-06-30' });
    const [line] = await world.db.tenant.run(home.id, (tx): Promise<{ after: object }[]> => tx.query(`select after from audit_entry where act = 'action.tracking-changed' order by id desc limit 1`));
    expect(line?.after).toMatchObject({ lead: 'Anne Morel', budget: '1\u202f234,50\u00a0€' });
  });

  it.each<[Partial<TrackingInput>, string]>([
    [{ startsOn: '2027-06-30', endsOn: '2026-09-01' }, 'action-period-reversed'],
    [{ budgetCents: -1 }, 'amount-invalid'],
    [{ text: 'Le patient 1 85 05 78 006 084 36 est venu' }, 'patient-identifier'],
  ])('refuse %j and keep what was there', async (change, code) => {
    const before = await sheet();
    expect(await refusal(world.get(ChangeActionTracking).execute(home.coordinator, led, { ...fields, leadPersonId: lead.personId, ...change, revision: 2 }))).toBe(code);
    expect(await sheet()).toEqual(before);
  });

  it('a lead is a person who has access, or a name; never someone of another community', async () => {
    const change = world.get(ChangeActionTracking);
    const stranger = await makeMember(world, neighbour.id, 'lead');
    expect(await refusal(change.execute(home.coordinator, other, { ...fields, leadPersonId: stranger.personId, revision: 1 }))).toBe('not-found');
    const reader = await makeMember(world, home.id, 'reader');
    expect(await refusal(change.execute(home.coordinator, other, { ...fields, leadPersonId: reader.personId, revision: 1 }))).toBe('not-found');
    expect(await change.execute(home.coordinator, other, { ...fields, leadName: 'Dr Petit', revision: 1 })).toMatchObject({ lead: { personId: null, name: 'Dr Petit' } });
    const people = await world.get(ProjectQueries).possibleLeads(home.coordinator);
    expect(people.map(({ name }) => name).sort()).toEqual(['Anne Morel', home.coordinator.name].sort());
  });
});

describe('steps', () => {
  it('are added, renamed, dated, put in order and removed; the late ones are known', async () => {
    const change = world.get(ChangeActionSteps);
    const first = await change.execute(lead, led, { steps: [newStep('Réunir', '2026-10-01'), newStep('Écrire', '2026-11-20'), newStep('Former', '2027-03-01')], revision: 1 });
    expect(first.lateSteps.map(({ title, lateDays }) => [title, lateDays])).toEqual([['Réunir', 51], ['Écrire', 1]]);
    const [reunir, ecrire] = first.steps;
    const second = await change.execute(lead, led, { steps: [{ ...ecrire!, title: 'Rédiger' }, newStep('Bilan'), { ...reunir!, doneOn: '2026-10-02' }], revision: 2 });
    expect(second.steps.map(({ title, doneOn }) => [title, doneOn])).toEqual([['Rédiger', null], ['Bilan', null], ['Réunir', '2026-10-02']]);
    expect(second.steps[0]!.id).toBe(ecrire!.id);
    expect(second.stepsRevision).toBe(3);
    expect(await refusal(change.execute(home.coordinator, led, { steps: [], revision: 2 }))).toBe('edited-meanwhile');
  });

  it('never take the step of another action, nor of another community', async () => {
    const change = world.get(ChangeActionSteps);
    const { steps } = await change.execute(home.coordinator, other, { steps: [newStep('Ailleurs')], revision: 1 });
    expect(await refusal(change.execute(lead, led, { steps: [steps[0]!], revision: 1 }))).toBe('not-found');
    expect(await refusal(world.get(MarkStep).execute(lead, led, steps[0]!.id, { done: true }))).toBe('not-found');
    expect((await sheet(other)).steps).toEqual(steps);
  });

  it('are ticked in one act, twice the same is once, and the text being written elsewhere is not refused', async () => {
    const { steps } = await world.get(ChangeActionSteps).execute(lead, led, { steps: [newStep('Réunir', '2026-10-01')], revision: 1 });
    const id = steps[0]!.id;
    const mark = world.get(MarkStep);
    expect((await mark.execute(lead, led, id, { done: true })).steps[0]!.doneOn).toBe('2026-11-21');
    world.clock.set('2026-11-23T09:00:00Z');
    const again = await mark.execute(lead, led, id, { done: true });
    expect([again.steps[0]!.doneOn, again.stepsRevision, again.suggestedStatus]).toEqual(['2026-11-21', 3, 'done']);
    expect(await refusal(mark.execute(lead, led, id, { done: true, doneOn: '2026-12-01' }))).toBe('step-done-in-future');
    expect(await refusal(world.get(ChangeActionTracking).execute(lead, led, { ...fields, leadPersonId: lead.personId, text: 'Fait', revision: 2 }))).toBe('accepted');
    expect((await mark.execute(lead, led, id, { done: false })).steps[0]!.doneOn).toBeNull();
  });
});

describe('who keeps the tracking', () => {
  const attempts = async (actor: MadePerson, id: string): Promise<[string, string][]> => {
    const results: [string, string][] = [];
    for (const [what, work] of [
      ['status', () => world.get(ChangeActionStatus).execute(actor, id, { status: 'on-track', statusSentence: null, revision: 1 })],
      ['tracking', () => world.get(ChangeActionTracking).execute(actor, id, { ...fields, text: 'X', revision: 1 })],
      ['steps', () => world.get(ChangeActionSteps).execute(actor, id, { steps: [newStep('X')], revision: 1 })],
      ['mark', () => world.get(MarkStep).execute(actor, id, id, { done: true })],
    ] as const) results.push([what, await refusal(work())]);
    return results;
  };
  const all = (code: string): [string, string][] => ['status', 'tracking', 'steps', 'mark'].map((what) => [what, code]);

  it('a lead: the actions it leads, not the others', async () => {
    const before = await sheet(other);
    expect(await attempts(lead, other)).toEqual(all('forbidden'));
    expect(await sheet(other)).toEqual(before);
    expect((await sheet(led, lead)).may).toEqual({ editContent: false, track: true, changeLead: false });
    expect((await sheet(other, lead)).may.track).toBe(false);
  });

  it('a lead neither gives its action away nor takes another', async () => {
    const change = world.get(ChangeActionTracking);
    expect(await refusal(change.execute(lead, led, { ...fields, leadPersonId: home.coordinator.personId, revision: 2 }))).toBe('forbidden');
    expect((await sheet()).lead?.personId).toBe(lead.personId);
  });

  it('nobody of another community', async () => {
    const before = await sheet();
    expect(await attempts(neighbour.coordinator, led)).toEqual(all('not-found'));
    const strangeLead = await makeMember(world, neighbour.id, 'lead');
    expect(await attempts(strangeLead, led)).toEqual(all('not-found'));
    expect(await sheet()).toEqual(before);
  });

  it.each(['president', 'treasurer', 'board', 'member', 'reader'] as const)('not a %s', async (role) => {
    expect(await attempts(await makeMember(world, home.id, role), led)).toEqual(all('forbidden'));
  });
});

describe('what later areas read', () => {
  it('actions in force with missions, lead and late steps, each once; nothing of the neighbour', async () => {
    await world.get(ChangeActionSteps).execute(lead, led, { steps: [newStep('Réunir', '2026-10-01')], revision: 1 });
    const read = <T>(communityId: string, work: Parameters<typeof world.db.tenant.run<T>>[1]): Promise<T> => world.db.tenant.run(communityId, work);
    const actions = await read(home.id, (tx) => actionsInForce(tx, '2026-11-21'));
    expect(actions.map(({ number, axisTitle, lead: name, lateSteps }) => [number, axisTitle, name, lateSteps.length])).toEqual([
      [1, 'Axe A', 'Anne Morel', 1],
      [2, 'Axe A', null, 0],
      [3, 'Axe B', null, 0],
    ]);
    expect(await read(home.id, leadPersonIds)).toEqual([lead.personId]);
    expect(await read(home.id, (tx) => actionExists(tx, led))).toBe(true);
    expect(await read(home.id, (tx) => leadsAction(tx, lead.personId, led))).toBe(true);
    expect(await read(home.id, (tx) => leadsAction(tx, lead.personId, other))).toBe(false);
    expect((await read(home.id, (tx) => namedActions(tx, [led]))).get(led)).toMatchObject({ number: 1, title: 'Action 1', inForce: true });
    expect(await read(neighbour.id, (tx) => actionsInForce(tx, '2026-11-21'))).toEqual([]);
    expect(await read(neighbour.id, (tx) => actionExists(tx, led))).toBe(false);
    expect((await read(neighbour.id, (tx) => namedActions(tx, [led]))).size).toBe(0);
  });

  it('the missions page counts the actions that serve each mission', async () => {
    const { missions } = await world.get(ContractQueries).missions(home.coordinator);
    expect(missions.filter(({ actions }) => actions > 0).map(({ code, actions }) => [code, actions])).toEqual([['prevention', 3]]);
  });
});
