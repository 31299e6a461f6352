import { type Day, DomainError, formatDay, formatNumber, french, roundTo } from '@maillage/domain/kernel';
import type { Indicator } from '../definition/indicator';
import { isAnswer } from '../definition/kinds';
import { type MeasuredIndicator, type MeasureInput, type Moment, type RecordedMeasure, recordMeasure } from './measure';
import { isSurprising } from '../definition/plausible';
import { formatValue } from './trend';

/** What asks for a comment before a value is taken. */
export const qualityChecks = ['outlier', 'jump', 'other-source', 'definition-changed'] as const;
export type QualityCheck = (typeof qualityChecks)[number];

/** How far is too far from the habit of an indicator: robust standard deviations, over at least that many values. */
export const outlierLimits = { values: 6, deviations: 3.5, share: 0.05, points: 1 } as const;

/** A value already known of an indicator. */
export interface PastValue {
  value: number;
  /** « T2 2026 », as the sentence says it. */
  label: string;
}

/** What a value is compared with. */
export interface QualityHistory {
  /** Values of the other periods, oldest first. */
  values: number[];
  /** The last value before the period. */
  previous: PastValue | null;
  /** The figure another source gives for the same period. */
  other: { value: number; source: string } | null;
  /** Local day the definition changed since the last value was given; null when it did not. */
  definitionChangedOn: Day | null;
}

/** Nothing to compare with. */
export const noHistory: QualityHistory = { values: [], previous: null, other: null, definitionChangedOn: null };

/** A reason to look twice: taken with a comment. */
export interface QualityWarning {
  check: QualityCheck;
  sentence: string;
}

/** What is found of a value: what refuses it, and what asks for a comment. */
export interface Quality {
  faults: readonly DomainError[];
  warnings: readonly QualityWarning[];
  /** The value ready to be written; null when it is refused. */
  recorded: RecordedMeasure | null;
}

type Checked = MeasuredIndicator & Pick<Indicator, 'kind' | 'unit' | 'decimals'>;

/** Everything that is looked at when a value arrives, by whatever door. Same input, same answer. */
export function qualityOf(indicator: Checked, input: MeasureInput, history: QualityHistory, moment: Moment): Quality {
  try {
    const recorded = recordMeasure(indicator, null, input, moment);
    return { faults: [], warnings: warningsOf(indicator, recorded.value, history), recorded };
  } catch (error) {
    if (error instanceof DomainError) return { faults: [error], warnings: [], recorded: null };
    throw error;
  }
}

type Told = Pick<Indicator, 'kind' | 'unit' | 'decimals'>;

/** What asks for a comment in a value that the rules take. */
export function warningsOf(indicator: Told, value: number, { values, previous, other, definitionChangedOn }: QualityHistory): QualityWarning[] {
  const usual = usualRange(indicator, values);
  const found: (readonly [QualityCheck, string] | null)[] = [
    usual && (value < usual.low || value > usual.high)
      ? ['outlier', `La valeur sort de l'habitude de l'indicateur, de ${formatNumber(usual.low)} à ${formatNumber(usual.high)} d'après ${formatNumber(values.length)} valeurs.`]
      : null,
    previous && isSurprising(indicator, value, previous.value) ? ['jump', `La valeur est très différente de la précédente : ${formatValue(indicator, previous.value)} (${previous.label}).`] : null,
    other && other.value !== value ? ['other-source', `Une autre source donne ${formatValue(indicator, other.value)} pour cette période : ${other.source}.`] : null,
    definitionChangedOn ? ['definition-changed', `La définition de l'indicateur a changé le ${formatDay(definitionChangedOn)}, depuis la dernière valeur.`] : null,
  ];
  return found.flatMap((one) => (one ? [{ check: one[0], sentence: french(one[1]) }] : []));
}

/**
 * From where to where a value is usual: the median of the others, give or take 3.5 robust deviations (1.4826 × the median of the
 * distances), never narrower than 5 % or one unit. Undefined for an answer, or below six values.
 */
export function usualRange({ kind, decimals }: Told, values: readonly number[]): { low: number; high: number } | undefined {
  if (isAnswer(kind) || values.length < outlierLimits.values) return undefined;
  const middle = median(values);
  const spread = 1.4826 * median(values.map((one) => Math.abs(one - middle)));
  const reach = outlierLimits.deviations * Math.max(spread, outlierLimits.share * Math.abs(middle), outlierLimits.points / outlierLimits.deviations);
  return { low: roundTo(Math.max(0, middle - reach), decimals), high: roundTo(middle + reach, decimals) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** A value with something to look at twice is taken only with a comment. Refused: `measure-comment-needed`, naming what was found. */
export function requireComment(warnings: readonly QualityWarning[], comment: string | null | undefined): void {
  if (warnings.length === 0 || (comment ?? '').trim() !== '') return;
  throw new DomainError('measure-comment-needed', {
    checks: warnings.map(({ check }) => check),
    sentences: warnings.map(({ sentence }) => sentence),
    field: 'comment',
  });
}
