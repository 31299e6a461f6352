import type { Role } from '@maillage/domain/identity';
import { refusal } from '../../testing/refusal';
import {
  checkActReason,
  checkRemark,
  checkValidationSettings,
  defaultValidation,
  isSettled,
  measureMoves,
  measureStages,
  moveMeasure,
  movesOf,
  nextStep,
  stageOf,
  type MeasureMove,
  type MeasureStage,
  type ReviewedMeasure,
  type ValidationSettings,
} from '../index';

const checkedAt = new Date('2026-10-10T09:00:00Z');
const at = (stage: MeasureStage): ReviewedMeasure => (stage === 'checked' ? { status: 'submitted', checkedAt } : { status: stage, checkedAt: null });
const byBoard: ValidationSettings = { by: 'board', steps: 1, submitOnSave: true };
const twoSteps: ValidationSettings = { by: 'board', steps: 2, submitOnSave: true };
const roles: readonly Role[] = ['coordinator', 'president', 'treasurer', 'board', 'lead', 'member', 'reader', 'operator'];
const board: readonly Role[] = ['president', 'treasurer', 'board'];
const givers: readonly Role[] = ['coordinator', 'lead'];

/** Who may make a move from a stage; a pair that is not here is refused to everyone. */
type Table = Partial<Record<MeasureStage, Partial<Record<MeasureMove, readonly Role[]>>>>;

const tables: readonly (readonly [string, ValidationSettings, Table])[] = [
  [
    'by the coordination, in one step',
    defaultValidation,
    {
      draft: { submit: givers, validate: ['coordinator'], delete: givers },
      submitted: { 'validate': ['coordinator'], 'send-back': ['coordinator'], 'delete': givers },
      // Read by the coordination while two steps were asked for: its second step stays.
      checked: { 'validate': board, 'send-back': ['coordinator', ...board] },
      validated: { reopen: ['coordinator'] },
    },
  ],
  [
    'by the board, in one step',
    byBoard,
    {
      draft: { submit: givers, validate: board, delete: givers },
      submitted: { 'validate': board, 'send-back': ['coordinator', ...board], 'delete': givers },
      checked: { 'validate': board, 'send-back': ['coordinator', ...board] },
      validated: { reopen: ['coordinator', ...board] },
    },
  ],
  [
    'by the coordination, then the board',
    twoSteps,
    {
      draft: { submit: givers, check: ['coordinator'], delete: givers },
      submitted: { 'check': ['coordinator'], 'send-back': ['coordinator'], 'delete': givers },
      checked: { 'validate': board, 'send-back': ['coordinator', ...board] },
      validated: { reopen: ['coordinator', ...board] },
    },
  ],
];

const leads: Readonly<Record<MeasureMove, MeasureStage | null>> = {
  'submit': 'submitted', 'check': 'checked', 'validate': 'validated', 'send-back': 'draft', 'reopen': 'draft', 'delete': null,
};

describe.each(tables)('the life of a value validated %s', (_name, settings, table) => {
  const cases = measureStages.flatMap((stage) => measureMoves.flatMap((move) => roles.map((role) => [stage, move, role] as const)));

  it.each(cases)('from %s, %s by %s', (stage, move, role) => {
    const allowed = table[stage]?.[move]?.includes(role) ?? false;
    expect(movesOf(at(stage), role, settings).includes(move)).toBe(allowed);
    if (allowed) expect(moveMeasure(move, at(stage), role, settings)).toBe(leads[move]);
    else expect(refusal(() => moveMeasure(move, at(stage), role, settings))).toMatch(/^measure-(not-validated|not-draft|locked|step-right|transition)$/);
  });
});

describe('a refused move', () => {
  it.each([
    ['validate', 'validated', 'coordinator', defaultValidation, 'measure-not-draft'],
    ['validate', 'locked', 'coordinator', defaultValidation, 'measure-not-draft'],
    ['reopen', 'submitted', 'coordinator', defaultValidation, 'measure-not-validated'],
    ['delete', 'validated', 'lead', defaultValidation, 'measure-locked'],
    ['validate', 'submitted', 'board', twoSteps, 'measure-step-right'],
    ['validate', 'checked', 'coordinator', twoSteps, 'measure-step-right'],
    ['validate', 'submitted', 'coordinator', byBoard, 'measure-step-right'],
    ['validate', 'submitted', 'lead', defaultValidation, 'measure-step-right'],
    ['send-back', 'draft', 'coordinator', defaultValidation, 'measure-transition'],
    ['submit', 'submitted', 'lead', defaultValidation, 'measure-transition'],
  ] as const)('%s from %s by %s says why', (move, stage, role, settings, code) => {
    expect(refusal(() => moveMeasure(move, at(stage), role, settings))).toBe(code);
  });
});

describe('what is said of a value', () => {
  it('counts a validated value, locked or not', () => {
    expect(measureStages.map((stage) => isSettled(at(stage).status))).toEqual([false, false, false, true, true]);
    expect([isSettled(null), isSettled(undefined), isSettled('missing')]).toEqual([false, false, false]);
  });

  it('knows what was read by the coordination, and whom it waits for', () => {
    expect(stageOf(at('checked'))).toBe('checked');
    expect(nextStep(at('submitted'), twoSteps)).toEqual({ move: 'check', who: 'coordinator' });
    expect(nextStep(at('checked'), twoSteps)).toEqual({ move: 'validate', who: 'board' });
    expect(nextStep(at('validated'), twoSteps)).toBeNull();
  });

  it('keeps the board for the last word of two steps', () => {
    expect(checkValidationSettings({ by: 'coordinator', steps: 2, submitOnSave: true })).toEqual(twoSteps);
    expect(refusal(() => checkValidationSettings({ ...twoSteps, steps: 3 as 2 }))).toBe('invalid-input');
  });

  it('asks for a remark and a reason that say something, and hold no patient', () => {
    expect(checkRemark(' Le total manque. ')).toBe('Le total manque.');
    expect(refusal(() => checkRemark('non'))).toBe('measure-remark-missing');
    expect(refusal(() => checkRemark('Voir 2 55 08 14 168 025 38'))).toBe('patient-identifier');
    expect(refusal(() => checkActReason(' '))).toBe('measure-reason-missing');
    expect(refusal(() => checkActReason('x'.repeat(401)))).toBe('text-too-long');
  });
});
