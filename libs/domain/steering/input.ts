import type { AciContract, AgreementVersion, MissionParticipation } from '@maillage/domain/contract';
import type { Indicator, Measure, PeriodLock, Target, ValidationSettings } from '@maillage/domain/indicators';
import type { Day, PeriodKey, Uuid } from '@maillage/domain/kernel';
import type { YearEuros } from '@maillage/domain/money';
import type { ActionSheet } from '@maillage/domain/project';

/** An action of the version in force, as dashboards need it. */
export type SteeredAction = Pick<
  ActionSheet,
  'id' | 'number' | 'title' | 'missionCodes' | 'status' | 'statusSentence' | 'steps' | 'leadPersonId' | 'startsOn' | 'endsOn' | 'budgetCents'
> & { axisId: Uuid; axisTitle: string };

/** An indicator, archived ones included or not: the models leave them out. */
export type SteeredIndicator = Omit<Indicator, 'revision' | 'definition' | 'source' | 'evidenceExpected'>;

/** A value; those of the last two years are enough. */
export type SteeredMeasure = Omit<Measure, 'revision'>;

/** A report, for what it waits for. */
export interface SteeredReport {
  id: Uuid;
  number: string;
  version: number;
  /** Only the statuses that ask something of somebody matter here. */
  status: string;
  periodLabel: string;
  /** Local day it entered its status. */
  since: Day;
}

/** A value given without the proof its indicator expects. */
export interface UnprovedMeasure {
  indicatorId: Uuid;
  periodKey: string;
}

/** Everything the dashboards of a community are assembled from, read in one transaction. */
export interface SteeringInput {
  /** Local day of the community. */
  today: Day;
  agreement: AgreementVersion;
  contract: AciContract | null;
  participations: readonly MissionParticipation[];
  /** Actions of the version in force; empty when there is none. */
  actions: readonly SteeredAction[];
  indicators: readonly SteeredIndicator[];
  measures: readonly SteeredMeasure[];
  targets: readonly Target[];
  reports: readonly SteeredReport[];
  /** Answers of collection links that wait to be accepted, and the local day of the oldest; null or absent when there is none. */
  contributions?: { count: number; since: Day } | null;
  /** Values of the last year without the proof they should have, the latest first; none when absent. */
  unproved?: readonly UnprovedMeasure[];
  /** Euros of the contract year that runs; null or absent when none runs or its terms are not recorded. */
  euros?: YearEuros | null;
  /** The last contract year that is over, has terms, and whose *dialogue de gestion* is not closed; null or absent when there is none. */
  reviewToHold?: { year: number; end: Day } | null;
  /** Display names of the people named by the actions and indicators. */
  people: ReadonlyMap<Uuid, string>;
  /** What exists, for the guided first hour. */
  setup: { territory: boolean; project: boolean; recipients: boolean };
  /** Days after the end of a period before a missing value counts as late. */
  dueDays?: number;
  /** Periods answered by the reason why they have no value, or by what waits to be accepted: nothing is asked for there. */
  absences?: readonly { indicatorId: Uuid; periodKey: PeriodKey }[];
  /** Locks that stand: nothing is asked for in what they close. */
  locks?: readonly PeriodLock[];
  /** How values are validated: whom they wait for. */
  validation?: ValidationSettings;
}
