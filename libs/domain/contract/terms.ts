import type { Cents, Day } from '@maillage/domain/kernel';
import type { MissionCode, MissionKind } from './agreement';

/**
 * An amount of the contract, in cents. `confirmed: false` is a suggestion (a figure nobody published, not yet read on the signed
 * contract): it is shown « à confirmer sur votre contrat » and enters no computed euro. null: not known.
 */
export interface SignedAmount {
  cents: Cents | null;
  confirmed: boolean;
}

/** The kinds an indicator of the contract can be of. */
export const contractIndicatorKinds = ['count', 'rate', 'done'] as const;
/** A number, a percentage, or yes/no with a proof. */
export type ContractIndicatorKind = (typeof contractIndicatorKinds)[number];

/** Those who can give the figure of an indicator. */
export const contractSources = ['cpam', 'cpts'] as const;
/** Who gives the figure: the caisse, or the community itself. */
export type ContractSource = (typeof contractSources)[number];

/** A step of a `tiers` scoring: from this threshold on, this amount (not added to the lower ones). */
export interface Tier {
  /** 'socle', 'intermédiaire', 'objectif', or the words of the contract. */
  label: string;
  threshold: number;
  /** null: the contract gives no weight; nothing is computed. */
  cents: Cents | null;
}

/**
 * How an indicator turns into euros. `done`: yes pays all. `target`: the threshold pays all, below nothing. `tiers`: the highest
 * tier reached pays. `linear`: in proportion from the initial value to the threshold, capped, rounded down to the cent, only
 * when the contract says so.
 */
export type Scoring =
  | { mode: 'done'; cents: Cents | null }
  | { mode: 'target'; threshold: number; cents: Cents | null }
  | { mode: 'tiers'; tiers: Tier[] }
  | { mode: 'linear'; threshold: number; cents: Cents | null };

/** An indicator as the contract writes it, for one contract year. */
export interface ContractIndicator {
  /** Stays the same from year to year: values are tied to it. Lower-case letters, digits and hyphens. */
  code: string;
  title: string;
  /** The contract's own words (text or clause as signed); they are kept beside the numbers. */
  clause: string | null;
  source: ContractSource;
  kind: ContractIndicatorKind;
  /** null for `done`. */
  direction: 'up' | 'down' | null;
  /** Initial value and its date when the contract gives one. */
  baseline: { value: number; on: Day | null } | null;
  scoring: Scoring;
  /** The most it pays, as written; null when the contract gives no weight. */
  maxCents: Cents | null;
  /** Proofs expected. */
  evidence: string[];
  note: string | null;
  /** Counts only when a crisis recognised by the ARS is recorded for the year. */
  onlyIfCrisis: boolean;
}

/** An action as the contract writes it. */
export interface ContractAction {
  code: string;
  title: string;
  indicators: ContractIndicator[];
}

/** A mission in a contract year: envelopes a year and what they are paid on. */
export interface MissionTerms {
  code: MissionCode;
  kind: MissionKind;
  fixed: SignedAmount;
  variable: SignedAmount;
  /** Paid only when the ARS recognises a crisis; null when the mission has no such part. */
  variableIfCrisis: SignedAmount | null;
  actions: ContractAction[];
}

/** What the contract says of one contract year, under one amendment: a whole that is replaced as a whole. */
export interface ContractTerms {
  /** *Fonctionnement*, a year. */
  operating: SignedAmount;
  missions: MissionTerms[];
}

/** Every indicator of the terms with the codes of its mission and action, in the order of the contract. */
export function indicatorsOf(terms: ContractTerms): { mission: MissionTerms; action: ContractAction; indicator: ContractIndicator }[] {
  return terms.missions.flatMap((mission) =>
    mission.actions.flatMap((action) => action.indicators.map((indicator) => ({ mission, action, indicator }))),
  );
}
