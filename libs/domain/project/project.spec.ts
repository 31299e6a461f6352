import { missionCodes } from '@maillage/domain/contract';
import type { DomainErrorCode } from '@maillage/domain/kernel';
import {
  actionsOf,
  type ActionSheet,
  carryTracking,
  checkActionStructure,
  checkActionTracking,
  checkDiscard,
  checkOpenDraft,
  checkStructureEdit,
  checkTrackingEdit,
  comingSteps,
  draftFromModel,
  emptyTracking,
  lateSteps,
  projectModels,
  putInForce,
  suggestedStatus,
} from './index';
import { refusal } from '../testing/refusal';

const today = '2026-11-21';
const step = (id: string, dueOn: string | null, doneOn: string | null = null) => ({ id, title: `Étape ${id}`, dueOn, doneOn });

describe('structure of an action', () => {
  const structure = { title: 'Prévention', objective: ' ', why: null, audience: null, missionCodes: ['prevention', 'prevention'] };

  it('is cleaned: empty texts are absent, a mission is served once', () => {
    expect(checkActionStructure(structure, missionCodes)).toEqual({ ...structure, objective: null, missionCodes: ['prevention'] });
  });

  it.each<[object, DomainErrorCode]>([
    [{ title: '' }, 'text-missing'],
    [{ title: 'x'.repeat(241) }, 'text-too-long'],
    [{ missionCodes: [] }, 'action-mission-missing'],
    [{ missionCodes: ['money'] }, 'mission-unknown'],
    [{ why: 'Le cas de 1 85 05 78 006 084 36' }, 'patient-identifier'],
    [{ objective: 'x'.repeat(4001) }, 'text-too-long'],
  ])('refuses %j', (change, code) => {
    expect(refusal(() => checkActionStructure({ ...structure, ...change }, missionCodes))).toBe(code);
  });
});

describe('tracking of an action', () => {
  const check = (change: object): DomainErrorCode | undefined => refusal(() => checkActionTracking({ ...emptyTracking(), ...change }, today));

  it.each<[object, DomainErrorCode | undefined]>([
    [{}, undefined],
    [{ status: 'on-track' }, undefined],
    [{ status: 'at-risk' }, 'action-status-needs-sentence'],
    [{ status: 'late', statusSentence: '  ' }, 'action-status-needs-sentence'],
    [{ status: 'late', statusSentence: 'Le protocole attend la signature.' }, undefined],
    [{ status: 'red' }, 'invalid-input'],
    [{ budgetCents: 0 }, undefined],
    [{ budgetCents: -1 }, 'amount-invalid'],
    [{ budgetCents: 10.5 }, 'amount-invalid'],
    [{ startsOn: '2026-02-30' }, 'invalid-day'],
    [{ startsOn: '2026-02-01', endsOn: '2026-02-01' }, undefined],
    [{ startsOn: '2026-02-02', endsOn: '2026-02-01' }, 'action-period-reversed'],
    [{ steps: [step('1', null, today)] }, undefined],
    [{ steps: [step('1', null, '2026-11-22')] }, 'step-done-in-future'],
    [{ steps: [{ ...step('1', null), title: '' }] }, 'text-missing'],
    [{ steps: Array.from({ length: 51 }, (_, index) => step(String(index), null)) }, 'too-many'],
    [{ text: 'Patient né le 12/03/1954 suivi par la CPTS' }, 'patient-identifier'],
  ])('%j gives %s', (change, code) => {
    expect(check(change)).toBe(code);
  });

  const tracked = {
    status: 'on-track' as const,
    endsOn: null,
    steps: [step('late', '2026-11-20'), step('later', '2026-09-01'), step('today', today), step('soon', '2026-12-19'), step('far', '2026-12-20'), step('done', '2026-01-01', '2026-01-02'), step('free', null)],
  };

  it('a step is late the day after its date, the oldest first', () => {
    expect(lateSteps(tracked, today).map((late) => [late.step.id, late.lateDays])).toEqual([
      ['later', 81],
      ['late', 1],
    ]);
    expect(lateSteps({ ...tracked, status: 'done' }, today)).toEqual([]);
    expect(lateSteps({ ...tracked, status: 'dropped' }, today)).toEqual([]);
  });

  it('shows what comes, both ends included', () => {
    expect(comingSteps(tracked, today, '2026-12-19').map(({ id }) => id)).toEqual(['today', 'soon']);
    expect(comingSteps({ ...tracked, status: 'done' }, today, '2026-12-19')).toEqual([]);
  });

  it('suggests a status and never insists', () => {
    expect(suggestedStatus(tracked, today)).toBe('late');
    expect(suggestedStatus({ ...tracked, status: 'late' }, today)).toBeUndefined();
    expect(suggestedStatus({ ...tracked, steps: [step('1', null, today)] }, today)).toBe('done');
    expect(suggestedStatus({ status: 'not-started', endsOn: null, steps: [step('1', null, today), step('2', null)] }, today)).toBe('on-track');
    expect(suggestedStatus({ status: 'on-track', endsOn: '2026-11-20', steps: [] }, today)).toBe('late');
    expect(suggestedStatus({ status: 'dropped', endsOn: '2026-11-20', steps: [] }, today)).toBeUndefined();
  });
});

describe('versions of the project', () => {
  const draft = { status: 'draft' as const };
  const inForce = { status: 'in-force' as const };
  const past = { status: 'past' as const };
  const tree = { axes: [{ id: 'a', title: 'Axe', why: null, actions: [{ id: '1', number: 1, title: 'A', missionCodes: ['prevention'] }] }] };

  it('has one draft at most', () => {
    expect(refusal(() => checkOpenDraft([inForce, past]))).toBeUndefined();
    expect(refusal(() => checkOpenDraft([inForce, draft]))).toBe('project-draft-exists');
    expect(refusal(() => checkDiscard(draft))).toBeUndefined();
    expect(refusal(() => checkDiscard(inForce))).toBe('project-not-draft');
  });

  it('takes structure in a draft and tracking in force, nothing in the past', () => {
    expect(refusal(() => checkStructureEdit(draft))).toBeUndefined();
    expect(refusal(() => checkStructureEdit(inForce))).toBe('project-structure-locked');
    expect(refusal(() => checkStructureEdit(past))).toBe('project-past');
    expect(refusal(() => checkTrackingEdit(inForce, true))).toBeUndefined();
    expect(refusal(() => checkTrackingEdit(draft, false))).toBeUndefined();
    expect(refusal(() => checkTrackingEdit(draft, true))).toBe('project-tracking-needs-in-force');
    expect(refusal(() => checkTrackingEdit(past, true))).toBe('project-past');
  });

  it('a draft takes over, unless it is empty', () => {
    expect(putInForce(draft, tree, true, today)).toEqual({
      draft: { status: 'in-force', inForceOn: today },
      former: { status: 'past', endedOn: today },
    });
    expect(putInForce(draft, tree, false, today).former).toBeNull();
    expect(refusal(() => putInForce(inForce, tree, true, today))).toBe('project-not-draft');
    expect(refusal(() => putInForce(draft, { axes: [] }, true, today))).toBe('project-empty');
    const withEmpty = { axes: [...tree.axes, { id: 'b', title: 'Vide', why: null, actions: [] }] };
    expect(refusal(() => putInForce(draft, withEmpty, true, today))).toBe('project-axis-empty');
  });

  it('keeps the structure of the draft and the tracking in force', () => {
    const sheet = (change: Partial<ActionSheet>): ActionSheet => ({
      ...emptyTracking(),
      id: '1',
      number: 1,
      title: 'Avant',
      objective: null,
      why: null,
      audience: null,
      missionCodes: ['prevention'],
      ...change,
    });
    const live = sheet({ status: 'late', statusSentence: 'Retard', budgetCents: 500 });
    const [carried, added] = carryTracking([sheet({ title: 'Après' }), sheet({ id: '2', number: 2, budgetCents: 7 })], [live]);
    expect(carried).toEqual({ ...live, title: 'Après' });
    expect(added).toMatchObject({ id: '2', budgetCents: 7, status: 'not-started' });
  });
});

describe('ready models', () => {
  it('the example keeps its own numbers in a new project, and takes the next ones in a project that has numbers', () => {
    const model = projectModels.find(({ code }) => code === 'giennois-berry')!;
    const numbers = (usedNumbers: number[]): number[] =>
      draftFromModel(model, { missionCodes, startsOn: null, usedNumbers, nextId: ids() }).sheets.map(({ number }) => number);
    expect(numbers([])).toEqual([1, 2, 7, 3, 4, 5, 6]);
    expect(numbers([4])).toEqual([5, 6, 7, 8, 9, 10, 11]);
  });

  const ids = () => {
    let next = 0;
    return () => `id-${(next += 1)}`;
  };

  it('the model of the six missions serves each of them and passes every rule of the product', () => {
    for (const model of projectModels) {
      const { tree, sheets } = draftFromModel(model, { missionCodes, startsOn: '2026-01-31', usedNumbers: [], nextId: ids() });
      if (model.code === 'six-missions') expect(new Set(sheets.flatMap((sheet) => sheet.missionCodes))).toEqual(new Set(missionCodes));
      for (const sheet of sheets) {
        expect(refusal(() => checkActionStructure(sheet, missionCodes))).toBeUndefined();
        expect(refusal(() => checkActionTracking(sheet, '2026-01-31'))).toBeUndefined();
        expect(sheet.steps.length).toBeGreaterThan(1);
      }
      expect(sheets.map(({ number }) => number).sort((a, b) => a - b)).toEqual(sheets.map((_, index) => index + 1));
      expect(actionsOf(tree).map(({ id }) => id)).toEqual(sheets.map(({ id }) => id));
      expect(refusal(() => putInForce({ status: 'draft' }, tree, false, today))).toBeUndefined();
    }
  });

  it('leaves out what serves no mission of the community, and goes on from the numbers used', () => {
    const [model] = projectModels;
    if (!model) throw new Error('no model');
    const { tree, sheets } = draftFromModel(model, { missionCodes: ['health-crisis'], startsOn: null, usedNumbers: [7], nextId: ids() });
    expect(tree.axes).toHaveLength(1);
    expect(sheets).toMatchObject([{ number: 8, missionCodes: ['health-crisis'] }]);
    expect(sheets[0]?.steps.every(({ dueOn }) => dueOn === null)).toBe(true);
  });
});
