import type { Role } from '@maillage/domain/identity';
import { DomainError, ensure, freeText, optionalText, textLimits } from '@maillage/domain/kernel';
import { isSettled, type Measure } from '../values/measure';

/** Who validates values: the coordination, or a member of the board. */
export const validators = ['coordinator', 'board'] as const;
export type Validator = (typeof validators)[number];

/** How the community validates its values. */
export interface ValidationSettings {
  /** Who validates; with two steps, who validates last: the board, after the coordination. */
  by: Validator;
  steps: 1 | 2;
  /** A value that is saved is sent to those who validate; otherwise it waits for « Envoyer à la validation ». */
  submitOnSave: boolean;
}

/** What a community that set nothing does: the coordination validates, in one step, what is saved. */
export const defaultValidation: ValidationSettings = { by: 'coordinator', steps: 1, submitOnSave: true };

/** Settings as they are kept: with two steps the last word is the board's. */
export function checkValidationSettings({ by, steps, submitOnSave }: ValidationSettings): ValidationSettings {
  ensure(validators.includes(by), 'invalid-input', { field: 'by', label: 'Qui valide', rule: 'la coordination ou le bureau' });
  ensure(steps === 1 || steps === 2, 'invalid-input', { field: 'steps', label: 'Étapes', rule: 'une ou deux étapes' });
  return { by: steps === 2 ? 'board' : by, steps, submitOnSave };
}

/** Where a value is in its life; `checked`: read by the coordination, the board's validation still to come. */
export const measureStages = ['draft', 'submitted', 'checked', 'validated', 'locked'] as const;
export type MeasureStage = (typeof measureStages)[number];
/** Where a value stands, in French. */
export const measureStageLabels: Readonly<Record<MeasureStage, string>> = {
  draft: 'brouillon', submitted: 'à valider', checked: 'relue, à valider par le bureau', validated: 'validée', locked: 'verrouillée',
};

/** What the rules of validation read of a value. */
export type ReviewedMeasure = Pick<Measure, 'status' | 'checkedAt'>;

/** Where a value is in its life. */
export const stageOf = ({ status, checkedAt }: ReviewedMeasure): MeasureStage => (status === 'submitted' && checkedAt ? 'checked' : status);

/** What people do to a value once it is given. */
export const measureMoves = ['submit', 'check', 'validate', 'send-back', 'reopen', 'delete'] as const;
export type MeasureMove = (typeof measureMoves)[number];

/** From where each move starts. What is not here is refused. */
const starts: Readonly<Record<MeasureMove, readonly MeasureStage[]>> = {
  'submit': ['draft'],
  'check': ['draft', 'submitted'],
  'validate': ['draft', 'submitted', 'checked'],
  'send-back': ['submitted', 'checked'],
  'reopen': ['validated'],
  'delete': ['draft', 'submitted'],
};

/** Where each move leads; null: the value is taken away. */
const leads: Readonly<Record<MeasureMove, MeasureStage | null>> = {
  'submit': 'submitted', 'check': 'checked', 'validate': 'validated', 'send-back': 'draft', 'reopen': 'draft', 'delete': null,
};

const board: ReadonlySet<Role> = new Set<Role>(['board', 'president', 'treasurer']);

/** True when a role speaks for those who validate. */
export const speaksFor = (role: Role, who: Validator): boolean => (who === 'board' ? board.has(role) : role === 'coordinator');

/** The next step of a value that is not validated, and whose it is; null once it is settled. */
export function nextStep(measure: ReviewedMeasure, settings: ValidationSettings): { move: 'check' | 'validate'; who: Validator } | null {
  if (isSettled(measure.status)) return null;
  if (settings.steps === 2 && stageOf(measure) !== 'checked') return { move: 'check', who: 'coordinator' };
  // What the coordination read while two steps were asked for keeps its second step.
  return { move: 'validate', who: stageOf(measure) === 'checked' ? 'board' : settings.by };
}

/** Who holds the right of a move: those who give the value, or those who validate. */
function holds(move: MeasureMove, measure: ReviewedMeasure, role: Role, settings: ValidationSettings): boolean {
  if (move === 'submit' || move === 'delete') return role === 'coordinator' || role === 'lead';
  if (move === 'check' || move === 'validate') return speaksFor(role, nextStep(measure, settings)?.who ?? settings.by);
  return role === 'coordinator' || speaksFor(role, nextStep(measure, settings)?.who ?? settings.by);
}

function possible(move: MeasureMove, measure: ReviewedMeasure, settings: ValidationSettings): boolean {
  if (!starts[move].includes(stageOf(measure))) return false;
  return move !== 'check' && move !== 'validate' ? true : nextStep(measure, settings)?.move === move;
}

/** The moves a role may make on a value, whatever the locks and whose value it is. */
export function movesOf(measure: ReviewedMeasure, role: Role, settings: ValidationSettings): MeasureMove[] {
  return measureMoves.filter((move) => possible(move, measure, settings) && holds(move, measure, role, settings));
}

/** Who is waited for, as a sentence of refusal says it. */
export const validatorLabels: Readonly<Record<Validator, string>> = { coordinator: 'la coordination', board: 'un membre du bureau' };

/** Where a move leads. Refused: not from that stage, or not this role's to make. */
export function moveMeasure(move: MeasureMove, measure: ReviewedMeasure, role: Role, settings: ValidationSettings): MeasureStage | null {
  if (!possible(move, measure, settings)) {
    if (move === 'reopen' && stageOf(measure) !== 'locked') throw new DomainError('measure-not-validated');
    if (move === 'delete' && isSettled(measure.status)) throw new DomainError('measure-locked');
    if (isSettled(measure.status)) throw new DomainError('measure-not-draft');
    const step = nextStep(measure, settings);
    const early = step !== null && (move === 'validate' || move === 'check') && !speaksFor(role, step.who);
    throw early ? new DomainError('measure-step-right', { who: validatorLabels[step.who] }) : new DomainError('measure-transition', { stage: measureStageLabels[stageOf(measure)] });
  }
  if (!holds(move, measure, role, settings)) throw new DomainError('measure-step-right', { who: validatorLabels[nextStep(measure, settings)?.who ?? settings.by] });
  return leads[move];
}

/** The remark a value is sent back with: it stays with the value until it is sent again. */
export function checkRemark(remark: string | null | undefined): string {
  const given = optionalText(remark, 'Remarque', textLimits.paragraph);
  ensure(given !== null && given.length >= 5, 'measure-remark-missing', { field: 'remark' });
  return freeText(given, 'Remarque', textLimits.paragraph) ?? given;
}

/** The reason of an act that leaves a trace (opening again, unlocking, an exception). Refused: `measure-reason-missing`. */
export function checkActReason(reason: string | null | undefined): string {
  const given = optionalText(reason, 'Raison', textLimits.sentence);
  ensure(given !== null && given.length >= 5, 'measure-reason-missing', { field: 'reason' });
  return freeText(given, 'Raison', textLimits.sentence) ?? given;
}
