import type { MissionCode, MissionKind } from '@maillage/domain/contract';
import type { Cents, Day } from '@maillage/domain/kernel';

/** What a thing can pay at most, and where that stands. Always earned + at stake + lost = max, to the cent. */
export interface Euros {
  maxCents: Cents;
  earnedCents: Cents;
  atStakeCents: Cents;
  lostCents: Cents;
}

/** Where a contract year is: not begun, running, over with its review still open, or closed by its review. */
export type YearPhase = 'upcoming' | 'running' | 'over' | 'closed';

/** The value of a contract indicator for a contract year, as it stands. A missing value is never zero. */
export interface Standing {
  /** null when missing; 1 or 0 for yes or no. */
  value: number | null;
  status: 'missing' | 'draft' | 'validated';
  /** Last day the value covers: of its period, or the day it was given while the period runs; null when missing. */
  asOf: Day | null;
  /** Where the figure comes from, in French; null when unknown. */
  source: string | null;
  /** How many proofs are attached to it. */
  evidence: number;
}

/** Why an amount is what it is, in French sentences. */
export interface Explanation {
  /** The rule: « Le palier le plus haut atteint est payé. » with the tiers. */
  rule: string;
  /** The contract's own words. */
  clause: string | null;
  /** How the value meets the rule: « 100 atteint le palier intermédiaire (100) : 6 000 €. » */
  reading: string;
  /** What the next tier needs, and what it pays; null at the top or when nothing more can be reached. */
  next: string | null;
}

/** A contract indicator with its euros. */
export interface ScoredIndicator extends Euros {
  code: string;
  title: string;
  /** False: a weight is missing or unconfirmed, nothing is computed and every amount is 0. */
  computed: boolean;
  /** Why not, in French; null when computed. */
  notComputed: string | null;
  onlyIfCrisis: boolean;
  standing: Standing;
  /** Label of the tier reached (`tiers`), else null. */
  tier: string | null;
  explanation: Explanation;
}

/** An action of the contract with its euros. */
export interface ScoredAction extends Euros {
  code: string;
  title: string;
  indicators: ScoredIndicator[];
}

/** A mission with its euros: the variable part; the crisis part is counted apart. */
export interface ScoredMission extends Euros {
  code: MissionCode;
  label: string;
  shortLabel: string;
  kind: MissionKind;
  /** Fixed part of the year; null when unknown or unconfirmed. */
  fixedCents: Cents | null;
  /** Variable envelope as signed; null when unknown or unconfirmed. */
  variableCents: Cents | null;
  actions: ScoredAction[];
}

/** Something the coordinator must see about the figures; shown, never silent. */
export interface MoneyCheck {
  code: 'weights-differ' | 'weight-missing' | 'unconfirmed' | 'size-differs' | 'mission-late' | 'no-indicator' | 'not-linked';
  missionCode: MissionCode | null;
  indicatorCode: string | null;
  /** In French, with the difference named. */
  sentence: string;
}

/** The euros of a contract year. `Euros` of the whole: the variable part without crisis, plus the crisis part when it counts. */
export interface YearEuros extends Euros {
  year: number;
  start: Day;
  end: Day;
  phase: YearPhase;
  /** Null when unknown or unconfirmed. */
  operatingCents: Cents | null;
  /** Sum of the fixed parts known and confirmed, without *fonctionnement*. */
  fixedCents: Cents;
  missions: ScoredMission[];
  /**
   * The crisis part: `counts` when a crisis recognised by the ARS is recorded in the year, every amount 0 otherwise;
   * `possibleCents` is the most it pays when one is.
   */
  crisis: Euros & { counts: boolean; possibleCents: Cents };
  checks: MoneyCheck[];
}
