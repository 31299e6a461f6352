import { french, listInFrench } from '@maillage/domain/kernel';
import { writeInput } from './formula';
import type { ComputedFigure } from './formula-value';
import type { Indicator } from '../definition/indicator';
import { isSettled, type Measure, type MeasureOrigin } from '../values/measure';
import { formatValue } from '../values/trend';

/**
 * What becomes of what a formula gives: `written` as the value, `asked` because a value stands that is not to be overwritten, `kept` once
 * somebody chose the value that stands, `none` when the formula gives nothing, `same` when what stands says the same.
 */
export const computedOutcomes = ['written', 'same', 'asked', 'kept', 'none'] as const;
export type ComputedOutcome = (typeof computedOutcomes)[number];

/** What stands for the period, as this rule reads it. */
export interface StandingValue extends Pick<Measure, 'status' | 'numerator' | 'denominator' | 'value'> {
  origin: MeasureOrigin;
  /** It was given under an earlier formula, or before there was one. */
  earlier: boolean;
  /** Its period is locked. */
  locked: boolean;
}

/** The figure somebody chose not to take, if anyone did. */
export type KeptAgainst = Pick<ComputedFigure, 'numerator' | 'denominator' | 'value'> | null;

/** True when two figures say the same, part by part. */
export const sameFigure = (a: Pick<ComputedFigure, 'numerator' | 'denominator' | 'value'>, b: Pick<ComputedFigure, 'numerator' | 'denominator' | 'value'>): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

/**
 * What becomes of a computed figure. A validated value, a locked period and a value that a person gave are never overwritten: it asks.
 * A value settled under an earlier formula keeps it. `remove`: the computed draft that stands has nothing behind it any more.
 */
export function settleComputed(figure: ComputedFigure, standing: StandingValue | null, kept: KeptAgainst): { outcome: ComputedOutcome; remove: boolean } {
  const still = (outcome: ComputedOutcome): { outcome: ComputedOutcome; remove: boolean } => ({ outcome, remove: false });
  if (!standing) return still(figure.value === null ? 'none' : 'written');
  const own = standing.origin === 'computed' && !isSettled(standing.status) && !standing.locked;
  if (figure.value === null) return { outcome: 'none', remove: own };
  if (sameFigure(figure, standing)) return still(own ? 'written' : 'same');
  if (own) return still('written');
  if (isSettled(standing.status) && standing.earlier) return still('same');
  return still(kept && sameFigure(figure, kept) ? 'kept' : 'asked');
}

type Told = Pick<Indicator, 'kind' | 'unit' | 'decimals'>;

/** Why a formula gives no value, in French; null when it gives one. */
export function gapSentence({ gap, inputs }: Pick<ComputedFigure, 'gap' | 'inputs'>): string | null {
  if (gap === null) return null;
  if (gap === 'division-by-zero') return french('Pas de valeur : la formule divise par zéro.');
  if (gap === 'out-of-range') return french('Pas de valeur : la formule donne un nombre négatif, ou hors de ce que l’indicateur admet.');
  const names = inputs.filter(({ value }) => value === null).map(({ input }) => writeInput(input));
  return french(`Pas de valeur : il manque ${listInFrench(names)}.`);
}

/** What is said beside a figure that may still move; null when all its inputs are validated. */
export function provisionalSentence({ provisional, inputs }: Pick<ComputedFigure, 'provisional' | 'inputs'>): string | null {
  if (!provisional) return null;
  const names = inputs.filter(({ settled }) => !settled).map(({ input }) => writeInput(input));
  return french(`Provisoire : ${listInFrench(names)} ${names.length > 1 ? 'ne sont pas validés' : 'n’est pas validé'}.`);
}

/** « La formule donne 63 %, la valeur validée dit 60 % : garder ou rouvrir ? » */
export function computedQuestion(indicator: Told, gives: number, stands: Pick<StandingValue, 'value' | 'status' | 'locked'>): string {
  const what = stands.locked || stands.status === 'locked' ? 'verrouillée' : isSettled(stands.status) ? 'validée' : 'donnée';
  const choice = isSettled(stands.status) || stands.locked ? 'garder ou rouvrir' : 'garder ou remplacer';
  return french(`La formule donne ${formatValue(indicator, gives)}, la valeur ${what} dit ${formatValue(indicator, stands.value)} : ${choice} ?`);
}
