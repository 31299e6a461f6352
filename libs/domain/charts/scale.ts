import { roundTo } from '../kernel';

/** The value axis: round limits and a round step. */
export interface Scale {
  min: number;
  max: number;
  interval: number;
}

/** A scale from zero (or below, for negative values) that holds all the values with about five round steps; `whole` when halves mean nothing. */
export function niceScale(values: readonly (number | null | undefined)[], { atMost, whole }: { atMost?: number | undefined; whole?: boolean } = {}): Scale {
  const known = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  if (known.every((value) => value === 0)) return { min: 0, max: 1, interval: whole ? 1 : 0.2 };
  const highest = Math.max(0, ...known);
  const lowest = Math.min(0, ...known);
  const span = highest - lowest || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999 && (!whole || Number.isInteger(roundTo(factor * power, 6)))) ?? 10;
  const interval = whole ? Math.max(1, roundTo(step * power, 6)) : roundTo(step * power, 6);
  let max = roundTo(Math.ceil(highest / interval - 1e-9) * interval, 6);
  // Room for the label of a point that touches the top.
  if (max - highest < span * 0.04) max = roundTo(max + interval, 6);
  if (atMost !== undefined && highest <= atMost) max = Math.min(max, atMost);
  return { min: roundTo(Math.floor(lowest / interval + 1e-9) * interval, 6), max, interval };
}
