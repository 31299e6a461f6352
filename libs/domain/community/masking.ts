import { formatNumber, NBSP } from '@maillage/domain/kernel';

/** A number that leaves the community: itself, or hidden because it is too small. */
export type Outgoing = { masked: false; value: number } | { masked: true; below: number };

/** The small-count rule: a count of persons below the limit (zero included) is replaced by « < limit ». */
export function maskCount(count: number, maskBelow: number): Outgoing {
  return count < maskBelow ? { masked: true, below: maskBelow } : { masked: false, value: count };
}

/**
 * True when showing a rate would give a small count away: the numerator, the people left out of it,
 * or the whole are below the limit.
 */
export function rateGivesAway(numerator: number, denominator: number, maskBelow: number): boolean {
  const rest = denominator - numerator;
  return numerator < maskBelow || denominator < maskBelow || (rest > 0 && rest < maskBelow);
}

/** « < 6 », or the number. */
export function formatOutgoing(outgoing: Outgoing, decimals?: number): string {
  return outgoing.masked ? `<${NBSP}${outgoing.below}` : formatNumber(outgoing.value, decimals);
}
