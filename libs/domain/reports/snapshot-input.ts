import type { Community, TerritoryPopulation } from '@maillage/domain/community';
import type { AciContract, AgreementVersion, MissionParticipation } from '@maillage/domain/contract';
import type { Absence, Indicator, Measure, Target } from '@maillage/domain/indicators';
import type { Day, Period, Uuid } from '@maillage/domain/kernel';
import type { ActionSheet } from '@maillage/domain/project';
import type { ReportKind } from './report-life';
import type { SnapshotProof } from './snapshot';

/** An action of the version in force, with the words the report needs. */
export type ReportedAction = Pick<
  ActionSheet,
  'id' | 'number' | 'title' | 'objective' | 'missionCodes' | 'status' | 'statusSentence' | 'steps'
> & { axisTitle: string; leadName: string | null };

/** An indicator, with the name of the person who answers for it. */
export type ReportedIndicator = Omit<Indicator, 'revision'> & { responsibleName: string | null };

/** Everything a snapshot is made from, read in one transaction. */
export interface SnapshotInput {
  report: { kind: ReportKind; number: string; version: number; period: Period };
  /** The instant of freezing. */
  now: Date;
  community: Pick<Community, 'id' | 'name' | 'label' | 'timeZone' | 'maskBelow'>;
  territory: { departments: string[]; population: TerritoryPopulation | null };
  contract: AciContract | null;
  agreement: AgreementVersion;
  participations: readonly MissionParticipation[];
  actions: readonly ReportedAction[];
  indicators: readonly ReportedIndicator[];
  /** What formulas read: every indicator, archived ones too, for small numbers to stay hidden through them. */
  feeding?: readonly Omit<Indicator, 'revision'>[];
  /** Values of the last two years at least: the curve and the comparison read them. */
  measures: readonly Omit<Measure, 'revision'>[];
  targets: readonly Target[];
  proofs: readonly (SnapshotProof & { measureId: Uuid })[];
  definitionChanges?: readonly { indicatorId: Uuid; on: Day; text: string }[];
  demo: boolean;
  /** When the period was locked; null when it was not. */
  lockedAt?: Date | null;
  /** Days after the end of a period before a missing value counts as late. */
  dueDays?: number;
  /** Periods answered by the reason why they have no value. */
  absences?: readonly (Absence & { indicatorId: Uuid })[];
}
