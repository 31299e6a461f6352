import type { MissionCode } from '@maillage/domain/contract';
import type { Day, PeriodKey, PeriodKind, Uuid } from '@maillage/domain/kernel';
import type { Breakdown } from './breakdown';
import type { Formula } from '../computed/formula';
import type { Aggregation, IndicatorDirection, IndicatorKind, SourceKind } from './kinds';

/** The value before the work began, its date and where it comes from. */
export interface Baseline {
  value: number;
  on: Day;
  source?: string | null;
}

/**
 * From where a value asks for attention, beside its target: at `warn` and beyond (below when it must go up, above when it must go
 * down) it is at risk, at `alarm` and beyond it is late.
 */
export interface AlertThresholds {
  warn: number;
  alarm: number;
}

/** What the card of an indicator says beside what is measured; a definition without them is whole. */
export interface IndicatorDetails {
  /** Why it is followed. */
  rationale: string | null;
  /** What it does not say: known limits, double counts, late data. */
  limits: string | null;
  sourceKind: SourceKind | null;
  alert: AlertThresholds | null;
  /** How its values can be detailed, one at most of each kind. */
  breakdowns: Breakdown[];
  /** What its values are computed from; null when people give them. */
  formula: Formula | null;
  /** Days after the end of a period before its value is late; null: as the community set for all. */
  dueDays: number | null;
}

/** Nothing more said on the card. */
export const noDetails: Readonly<IndicatorDetails> = { rationale: null, limits: null, sourceKind: null, alert: null, breakdowns: [], formula: null, dueDays: null };

/** What must be said of an indicator. */
export interface IndicatorEssentials {
  code: string;
  name: string;
  definition: string;
  kind: IndicatorKind;
  /** Of a ratio; of an average: what is added. */
  numeratorLabel: string | null;
  /** Of a ratio; of an average: what is counted. */
  denominatorLabel: string | null;
  /** '%', '‰', 'professionnels'…; null when the number says it all. */
  unit: string | null;
  decimals: number;
  direction: IndicatorDirection;
  frequency: PeriodKind;
  aggregation: Aggregation;
  /** A share, never above 100 %: the numerator is a part of the denominator, or the percentage itself is given. */
  bounded: boolean;
  /** The figures count patients: small ones are masked on anything that leaves the community. */
  countsPatients: boolean;
  source: string | null;
  evidenceExpected: string | null;
  baseline: Baseline | null;
  missions: MissionCode[];
  actionId: Uuid | null;
  responsiblePersonId: Uuid | null;
  /** First day values are expected from. */
  trackedFrom: Day;
}

/** What an indicator is, as people define it. */
export interface IndicatorDefinition extends IndicatorEssentials, IndicatorDetails {}

/** A definition as it is given: what its card says more may be left out. */
export interface IndicatorInput extends IndicatorEssentials, Partial<Omit<IndicatorDetails, 'formula'>> {
  /** As it is typed; what its names stand for is read from the indicators there are. */
  formula?: Pick<Formula, 'text'> | null;
}

/** An indicator of a community. */
export interface Indicator extends IndicatorDefinition {
  id: Uuid;
  archivedAt: Date | null;
  revision: number;
  /** Number of its definition: 1 as created, then one more each time the definition changes. A target changes no version. */
  version: number;
}

/** What a value should reach in a period, and why that much. */
export interface Target {
  indicatorId: Uuid;
  periodKey: PeriodKey;
  value: number;
  rationale?: string | null;
}
