import type { Indicator } from './indicator';
import { isAnswer } from './kinds';

/** From how far a value is surprising beside the one before: points of a percentage, or share of the previous figure. */
export const surprise = { points: 25, share: 0.5, least: 5 } as const;

/** True when a value is so far from the one before that the person should look twice. Never a refusal. */
export function isSurprising(indicator: Pick<Indicator, 'kind' | 'unit'>, value: number, previous: number | null): boolean {
  if (previous === null || isAnswer(indicator.kind)) return false;
  const gap = Math.abs(value - previous);
  if (indicator.unit === '%') return gap >= surprise.points;
  return gap >= surprise.least && gap > Math.max(value, previous) * surprise.share;
}
