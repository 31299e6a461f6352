import type { ContractIndicator, Scoring, SignedAmount } from '@maillage/domain/contract';
import { type Cents, decimalsOf } from '@maillage/domain/kernel';

/** What the rules read of an indicator to turn a value into euros; a `ContractIndicator` is one. */
export type Scored = Pick<ContractIndicator, 'baseline' | 'direction'>;

/** The amount as a rule may use it: null when unknown or not yet confirmed. */
export function confirmedCents(amount: SignedAmount | null): Cents | null {
  return amount?.confirmed ? amount.cents : null;
}

/** True when the value meets the threshold in its direction; equal is met. Without direction, more is better. */
export function reaches(direction: 'up' | 'down' | null, value: number, threshold: number): boolean {
  return direction === 'down' ? value <= threshold : value >= threshold;
}

/** The most a scoring pays; null when a weight is missing. */
export function scoringMax(scoring: Scoring): Cents | null {
  if (scoring.mode !== 'tiers') return scoring.cents;
  const cents = scoring.tiers.map((tier) => tier.cents);
  return cents.length === 0 || cents.includes(null) ? null : Math.max(...(cents as Cents[]));
}

/** Why an indicator is not computed; null when it is. */
export function whyNotComputed(indicator: Pick<ContractIndicator, 'scoring' | 'baseline'>): 'weight' | 'baseline' | null {
  if (scoringMax(indicator.scoring) === null) return 'weight';
  return indicator.scoring.mode === 'linear' && indicator.baseline === null ? 'baseline' : null;
}

/** The most an indicator pays: its scoring, within the maximum as signed; null when nothing can be computed. */
export function indicatorMax(indicator: Pick<ContractIndicator, 'scoring' | 'baseline' | 'maxCents'>): Cents | null {
  const most = scoringMax(indicator.scoring);
  if (most === null || whyNotComputed(indicator) !== null) return null;
  return indicator.maxCents === null ? most : Math.min(most, indicator.maxCents);
}

/** The number of a decimal writing without its point: exact where binary fractions are not. */
function exact(value: number, decimals: number): bigint {
  return BigInt(value.toFixed(decimals).replace('.', ''));
}

/**
 * What a value pays under a scoring: all or nothing for `done` (1 is yes) and `target`, the highest-paying tier reached (never
 * the sum), a share of the way for `linear`, capped and rounded down to the cent. A missing value pays nothing, without being zero.
 * null: a weight or the initial value of a `linear` is missing, so nothing may be computed.
 */
export function payout(scoring: Scoring, { baseline, direction }: Scored, value: number | null): Cents | null {
  const most = scoringMax(scoring);
  if (most === null || (scoring.mode === 'linear' && baseline === null)) return null;
  if (value === null) return 0;
  if (scoring.mode === 'done') return value === 1 ? most : 0;
  if (scoring.mode === 'tiers') {
    return Math.max(0, ...scoring.tiers.filter(({ threshold }) => reaches(direction, value, threshold)).map(({ cents }) => cents ?? 0));
  }
  if (reaches(direction, value, scoring.threshold)) return most;
  if (scoring.mode === 'target' || baseline === null) return 0;
  const decimals = Math.max(...[value, baseline.value, scoring.threshold].map(decimalsOf));
  const from = exact(baseline.value, decimals);
  const way = exact(scoring.threshold, decimals) - from;
  const done = exact(value, decimals) - from;
  // Back behind the initial value, or an initial value already past the threshold: no part of the way is done.
  const forward = direction === 'down' ? way < 0n && done < 0n : way > 0n && done > 0n;
  return forward ? Number((BigInt(most) * done) / way) : 0;
}
