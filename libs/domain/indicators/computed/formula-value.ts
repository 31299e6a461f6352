import { type Period, type PeriodCalendar, roundTo } from '@maillage/domain/kernel';
import { aggregate } from '../values/aggregate';
import type { FormulaInput, FormulaNode, InputPart, ReadFormula } from './formula';
import { type FormulaIndicator, partsOfFormula } from './formula-units';
import { hasParts } from '../definition/kinds';
import { isSettled, type Measure, ratioValue } from '../values/measure';

/** What an input gives for a period. */
export interface InputFigure {
  input: FormulaInput;
  /** null: no value, or not all of those inside the period. */
  value: number | null;
  /** Validated, all of it. */
  settled: boolean;
}

/** Why a formula gives nothing. A missing figure is never zero. */
export const computedGaps = ['missing-input', 'division-by-zero', 'out-of-range'] as const;
export type ComputedGap = (typeof computedGaps)[number];

/** What a formula gives for a period. */
export interface ComputedFigure {
  numerator: number | null;
  denominator: number | null;
  /** null: nothing, for the reason said. */
  value: number | null;
  gap: ComputedGap | null;
  inputs: readonly InputFigure[];
  /** One of its inputs is not validated: the figure may still move. */
  provisional: boolean;
}

class NoResult extends Error {
  constructor(readonly gap: ComputedGap) {
    super(gap);
  }
}

/** The result of a formula for these figures, in the order of its inputs. Throws `NoResult` on a division by zero. */
function evaluate(node: FormulaNode, figures: readonly number[]): number {
  if (node.is === 'number') return node.value;
  if (node.is === 'input') return figures[node.index] ?? 0;
  if (node.is === 'negate') return -evaluate(node.of, figures);
  if (node.is === 'call') {
    const given = node.given.map((one) => evaluate(one, figures));
    if (node.name === 'min') return Math.min(...given);
    if (node.name === 'max') return Math.max(...given);
    if (node.name === 'arrondi') return roundTo(given[0] ?? 0, given[1] ?? 0);
    const sum = given.reduce((total, one) => total + one, 0);
    return node.name === 'somme' ? sum : sum / given.length;
  }
  const [left, right] = [evaluate(node.left, figures), evaluate(node.right, figures)];
  if (node.operator === '+') return left + right;
  if (node.operator === '-') return left - right;
  if (node.operator === '*') return left * right;
  if (right === 0) throw new NoResult('division-by-zero');
  return left / right;
}

type Given = Pick<Measure, 'periodKey' | 'periodStart' | 'periodEnd' | 'numerator' | 'denominator' | 'value' | 'status'>;

const partOf = (measure: { numerator: number | null; denominator: number | null; value: number | null }, part: InputPart): number | null => measure[part];

/** What an indicator gives for a period: its value, or its shorter periods brought together when all those that are over have theirs. */
export function inputFigure(
  { input, indicator, measures }: { input: FormulaInput; indicator: FormulaIndicator; measures: readonly Given[] },
  period: Period,
  { today, calendar = {} }: { today: string; calendar?: PeriodCalendar },
): InputFigure {
  if (indicator.frequency === period.kind) {
    const measure = measures.find(({ periodKey }) => periodKey === period.key);
    return { input, value: measure ? partOf(measure, input.part) : null, settled: isSettled(measure?.status) };
  }
  const whole = aggregate(indicator, measures, period, today, calendar);
  const inside = measures.filter(({ periodEnd }) => periodEnd >= period.start && periodEnd <= period.end);
  return { input, value: whole.complete ? partOf(whole, input.part) : null, settled: inside.length > 0 && inside.every(({ status }) => isSettled(status)) };
}

/** What a formula gives for these figures: rounded as its indicator is; nothing when a figure is missing, or when it cannot be a value. */
export function computeFigure(formula: Pick<ReadFormula, 'node'>, target: Pick<FormulaIndicator, 'kind' | 'unit' | 'decimals' | 'bounded'>, inputs: readonly InputFigure[]): ComputedFigure {
  const nothing = (gap: ComputedGap): ComputedFigure => ({ numerator: null, denominator: null, value: null, gap, inputs, provisional: false });
  if (inputs.some(({ value }) => value === null)) return nothing('missing-input');
  const figures = inputs.map(({ value }) => value ?? 0);
  const provisional = inputs.some(({ settled }) => !settled);
  try {
    if (hasParts(target.kind)) {
      const parts = partsOfFormula(formula.node, target.unit);
      if (!parts) return nothing('out-of-range');
      const part = (node: FormulaNode): number => roundTo(evaluate(node, figures), target.bounded ? 0 : 2);
      const [numerator, denominator] = [part(parts.numerator), part(parts.denominator)];
      if (denominator === 0) return nothing('division-by-zero');
      const fits = numerator >= 0 && denominator > 0 && numerator < 1e12 && denominator < 1e12 && !(target.bounded && target.unit === '%' && numerator > denominator);
      return fits ? { numerator, denominator, value: ratioValue(numerator, denominator, target), gap: null, inputs, provisional } : nothing('out-of-range');
    }
    const value = roundTo(evaluate(formula.node, figures), target.decimals);
    const fits = Number.isFinite(value) && value >= 0 && value < 1e12 && !(target.bounded && value > 100);
    return fits ? { numerator: null, denominator: null, value, gap: null, inputs, provisional } : nothing('out-of-range');
  } catch (error) {
    if (error instanceof NoResult) return nothing(error.gap);
    throw error;
  }
}
