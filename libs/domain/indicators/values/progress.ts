import { roundTo } from '@maillage/domain/kernel';
import type { AlertThresholds, Indicator } from '../definition/indicator';
import { isAnswer } from '../definition/kinds';

/** How a value stands against its target. */
export const progressStates = ['reached', 'on-track', 'at-risk', 'late', 'no-target', 'no-data'] as const;
export type ProgressState = (typeof progressStates)[number];

/** How a value stands against its target, in French. */
export const progressLabels: Readonly<Record<ProgressState, string>> = {
  'reached': 'atteint',
  'on-track': 'en bonne voie',
  'at-risk': 'à risque',
  'late': 'en retard',
  'no-target': 'sans objectif',
  'no-data': 'sans valeur',
};

/** Share of the expected way from which an indicator is on track, then only at risk; below, late. */
export const progressThresholds = { onTrack: 0.9, atRisk: 0.6 } as const;

/** Where a value stands against its target. */
export interface Progress {
  state: ProgressState;
  /** Percentage of the way from the baseline (or from nothing) to the target, 0 to 999; null without value or target. */
  attainment: number | null;
  /** What is left to the target, in the unit of the indicator; 0 when reached. */
  remaining: number | null;
}

/** What progress is computed from. */
export interface ProgressInput {
  indicator: Pick<Indicator, 'kind' | 'direction' | 'decimals'>;
  value: number | null;
  target: number | null;
  baseline: number | null;
  /** Thresholds of the indicator with the value of the period they judge; left out, only the way to the target tells. */
  alert?: { thresholds: AlertThresholds; value: number } | null;
  /** Share of the time already spent (0 to 1) for a count added along a year; 1 otherwise. */
  expectedShare?: number;
}

/** True when the value meets the target in its direction; equal is met. */
export function meetsTarget(indicator: Pick<Indicator, 'direction'>, value: number, target: number): boolean {
  return indicator.direction === 'up' ? value >= target : value <= target;
}

/** Where a value stands against the thresholds of its indicator: equal to one is already beyond it. */
export function alertState({ direction }: Pick<Indicator, 'direction'>, { warn, alarm }: AlertThresholds, value: number): 'on-track' | 'at-risk' | 'late' {
  const beyond = (threshold: number): boolean => (direction === 'up' ? value <= threshold : value >= threshold);
  return beyond(alarm) ? 'late' : beyond(warn) ? 'at-risk' : 'on-track';
}

/** Progress towards a target, with direction and baseline; thresholds set by the community say more than the way already done. */
export function progress({ indicator, value, target, baseline, alert = null, expectedShare = 1 }: ProgressInput): Progress {
  if (value === null) return { state: 'no-data', attainment: null, remaining: null };
  const alerted = alert && alertState(indicator, alert.thresholds, alert.value);
  if (target === null) return { state: alerted ?? 'no-target', attainment: null, remaining: null };
  const way = attainment(indicator, value, target, baseline);
  if (meetsTarget(indicator, value, target)) return { state: 'reached', attainment: Math.max(100, way), remaining: 0 };
  const share = Math.min(1, Math.max(0, expectedShare));
  const ratio = share === 0 ? 1 : way / (share * 100);
  const state = alerted ?? (isAnswer(indicator.kind) ? (share < 1 ? 'at-risk' : 'late') : ratio >= progressThresholds.onTrack ? 'on-track' : ratio >= progressThresholds.atRisk ? 'at-risk' : 'late');
  return { state, attainment: Math.min(99, way), remaining: roundTo(Math.abs(target - value), indicator.decimals) };
}

function attainment(indicator: Pick<Indicator, 'direction'>, value: number, target: number, baseline: number | null): number {
  const up = indicator.direction === 'up';
  const fromBaseline = baseline !== null && (up ? baseline < target : baseline > target);
  let way: number;
  if (fromBaseline) way = (value - baseline) / (target - baseline);
  else if (up) way = target === 0 ? 1 : value / target;
  else way = value === 0 ? 1 : target / value;
  return Math.min(999, Math.max(0, Math.floor(roundTo(way * 100, 6))));
}
