import { type ContractIndicator, type ContractTerms, indicatorsOf } from '@maillage/domain/contract';
import type { Cents } from '@maillage/domain/kernel';
import type { Standing, YearEuros } from './euros';
import { type ScenarioValue, supposeValues } from './scenario';
import { indicatorMax, payout, reaches } from './scoring';
import { missingStanding, scoreYear } from './scoring-year';

/** What a simulation starts from: a contract year as it stands. */
export interface SimulatedYear {
  euros: YearEuros;
  terms: ContractTerms;
  standings: Readonly<Record<string, Standing>>;
  crisisRecognised: boolean;
}

/**
 * The euros of the year « if these values were reached and validated ». A year that has not begun is counted as if it ran, since
 * nothing can be earned before; in a closed year, what the review agreed on stays for the indicators that nothing is supposed of.
 */
export function simulateYear({ euros, terms, standings, crisisRecognised }: SimulatedYear, values: readonly ScenarioValue[]): YearEuros {
  const supposed = new Set(values.map(({ code }) => code));
  const scored = euros.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators));
  const agreed = Object.fromEntries(scored.flatMap(({ code, earnedCents }) => (euros.phase === 'closed' && !supposed.has(code) ? [[code, earnedCents]] : [])));
  const { year, start, end, phase, missions } = euros;
  const simulated = scoreYear({
    year,
    start,
    end,
    terms,
    standings: supposeValues(standings, values),
    agreement: { missions },
    phase: phase === 'upcoming' ? 'running' : phase,
    crisisRecognised,
    agreed,
  });
  return { ...simulated, phase, checks: euros.checks };
}

/** The next thing to reach, and what it pays in all. */
export interface NextStep {
  value: number;
  /** Label of the tier; null for yes or no and for a single threshold. */
  label: string | null;
  cents: Cents;
}

/** The nearest value that pays more than this one; null at the top, or when nothing is computed. */
export function nextStep(indicator: ContractIndicator, value: number | null): NextStep | null {
  const { scoring, direction } = indicator;
  const most = indicatorMax(indicator);
  if (most === null) return null;
  const paid = Math.min(most, payout(scoring, indicator, value) ?? 0);
  if (paid >= most) return null;
  if (scoring.mode === 'done') return { value: 1, label: null, cents: most };
  const steps = scoring.mode === 'tiers' ? scoring.tiers : [{ label: null, threshold: scoring.threshold, cents: scoring.cents }];
  const better = steps.filter(({ cents, threshold }) => (cents ?? 0) > paid && (value === null || !reaches(direction, value, threshold)));
  const nearest = better.sort((a, b) => (direction === 'down' ? b.threshold - a.threshold : a.threshold - b.threshold))[0];
  return nearest ? { value: nearest.threshold, label: nearest.label, cents: Math.min(most, nearest.cents ?? 0) } : null;
}

/** One indicator in a simulation: how it stands, and how much can still move. */
export interface MovableIndicator {
  indicator: ContractIndicator;
  missionCode: string;
  standing: Standing;
  /** What is not earned as things stand: 0 for one at its maximum. */
  movableCents: Cents;
}

/**
 * The indicators that pay something, those with the most euros not yet earned first; the order does not follow what is supposed, so
 * that nothing moves under the hand. Left out: what is not computed, pays nothing, or waits for a crisis that is not recognised.
 */
export function movableIndicators({ euros, terms, standings }: SimulatedYear): MovableIndicator[] {
  const scored = new Map(euros.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators.map((one) => [one.code, one] as const))));
  return indicatorsOf(terms)
    .flatMap(({ mission, indicator }) => {
      const one = scored.get(indicator.code);
      if (!one?.computed || one.maxCents === 0) return [];
      const standing = standings[indicator.code] ?? missingStanding;
      return [{ indicator, missionCode: mission.code, standing, movableCents: one.maxCents - one.earnedCents }];
    })
    .sort((a, b) => b.movableCents - a.movableCents);
}
