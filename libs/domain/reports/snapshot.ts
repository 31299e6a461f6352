import type { ActionStatus } from '@maillage/domain/project';
import type { IndicatorDirection, IndicatorKind, ProgressState } from '@maillage/domain/indicators';
import type { Day, PeriodKind } from '@maillage/domain/kernel';
import type { MissionKind, MissionState } from '@maillage/domain/contract';
import type { ReportKind } from './report-life';

/** Version of the shape below; a reader refuses what it does not know. */
export const snapshotFormat = 'maillage.quarter-indicators/1';

/** A number that leaves: hidden when small, absent when unknown. `text` is ready to print. */
export interface SnapshotNumber {
  value: number | null;
  masked: boolean;
  text: string;
}

/** A point of the curve. */
export interface SnapshotPoint {
  periodKey: string;
  label: string;
  value: number | null;
  masked: boolean;
  target: number | null;
}

/** A proof attached to the value of the period. */
export interface SnapshotProof {
  name: string;
  /** Of the file; else of the address or of what the record is. */
  sha256: string;
  /** Absent: a file. */
  kind?: 'link' | 'record';
  /** Of a link. */
  address?: string;
}

/** An indicator as reported: the value, and all that makes it believable. */
export interface SnapshotIndicator {
  id: string;
  code: string;
  name: string;
  definition: string;
  kind: IndicatorKind;
  unit: string | null;
  decimals: number;
  direction: IndicatorDirection;
  frequency: PeriodKind;
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  source: string | null;
  evidenceExpected: string | null;
  responsible: string | null;
  missionCodes: string[];
  actionNumber: number | null;
  baseline: (SnapshotNumber & { on: Day }) | null;
  periodKey: string;
  periodLabel: string;
  value: SnapshotNumber;
  numerator: SnapshotNumber | null;
  denominator: SnapshotNumber | null;
  /** Who reads knows whether the figure was validated; `none`: it follows events and there was none, nothing is missing. */
  status: 'validated' | 'draft' | 'missing' | 'none';
  target: SnapshotNumber | null;
  /** The sum since the contract year began, when the target is that of the year; its year is named. Null: the target is compared with the value. */
  yearSoFar: (SnapshotNumber & { year: string }) | null;
  progress: { state: ProgressState; label: string; attainment: number | null };
  sentence: string;
  comment: string | null;
  proofs: SnapshotProof[];
  /** A proof was expected of the value. Absent from what was frozen before this was kept: nothing is said of it there. */
  proofExpected?: boolean;
  series: SnapshotPoint[];
  /** The values this line was made from, to go back to them inside the product. */
  measureIds: string[];
}

/** An action, once, whatever the number of missions it serves. */
export interface SnapshotAction {
  id: string;
  number: number;
  title: string;
  axis: string;
  objective: string | null;
  missionCodes: string[];
  lead: string | null;
  status: ActionStatus;
  statusLabel: string;
  statusSentence: string | null;
  stepsDone: number;
  stepsTotal: number;
  lateSteps: { title: string; dueOn: Day; lateDays: number }[];
  indicatorCodes: string[];
}

/** A mission and what serves it, by number and code: nothing is said twice. */
export interface SnapshotMission {
  code: string;
  label: string;
  kind: MissionKind;
  state: MissionState;
  sentence: string;
  actionNumbers: number[];
  indicatorCodes: string[];
}

/** Something late at the moment of freezing. */
export interface SnapshotLate {
  what: 'mission' | 'step' | 'value';
  title: string;
  detail: string;
  who: string | null;
  since: Day;
  lateDays: number;
}

/** Figures of the first page; each action and each indicator counts once. */
export interface SnapshotSummary {
  missions: number;
  missionsLate: number;
  actions: number;
  actionsByStatus: Record<ActionStatus, number>;
  indicators: number;
  indicatorsByState: Record<ProgressState, number>;
  valuesGiven: number;
  valuesValidated: number;
  valuesMasked: number;
  valuesWithProof: number;
}

/** What a report froze: all that its documents show, and nothing they do not. */
export interface ReportSnapshot {
  format: typeof snapshotFormat;
  /** « données de démonstration » is written on every page. */
  demo: boolean;
  report: {
    kind: ReportKind;
    kindLabel: string;
    number: string;
    version: number;
    title: string;
    periodKey: string;
    periodLabel: string;
    periodStart: Day;
    periodEnd: Day;
    /** ISO instant of freezing, and the local day and hour as printed. */
    frozenAt: string;
    frozenLabel: string;
    /** The day and hour its period was locked, as printed; null when it was not, absent before locks were kept. */
    lockedLabel?: string | null;
  };
  community: {
    id: string;
    name: string;
    title: string;
    label: string;
    timeZone: string;
    departments: string[];
    communes: number;
    population: number | null;
    populationNote: string | null;
  };
  contract: { signedOn: Day; yearLabel: string; size: number | null; agreement: string } | null;
  maskBelow: number;
  maskNote: string;
  summary: SnapshotSummary;
  missions: SnapshotMission[];
  actions: SnapshotAction[];
  indicators: SnapshotIndicator[];
  late: SnapshotLate[];
  /** Definitions changed since the report before, in words. */
  definitionChanges: { code: string; on: Day; text: string }[];
}
