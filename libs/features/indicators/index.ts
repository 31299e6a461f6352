import { VouchedHistory } from '@maillage/features/community';
import { ActionUse } from '@maillage/features/project';
import type { Provider } from '@nestjs/common';
import { ArchiveIndicator } from './archive-indicator';
import { AttachEvidence } from './attach-evidence';
import { ChangeImport } from './change-import';
import { ComputedDue } from './computed-due';
import { ComputedQueries } from './computed.queries';
import { ComputedDueRow, ComputedValueRow } from './computed.row';
import { ChangeMeasureStatus } from './change-measure-status';
import { StateAbsence } from './collection-absence';
import { PlanReminders, RemindNow } from './collection-reminders';
import { SendReminder } from './collection-send-reminder';
import { ChangeCollectionSettings, CollectionSchedules } from './collection-settings';
import { CollectionQueries } from './collection.queries';
import { CollectionReminderLineRow, CollectionReminderRow, CollectionSettingsRow, MeasureAbsenceRow } from './collection.row';
import { ChangeValidation } from './change-validation';
import { CheckImport } from './check-import';
import { ChangeCollectionLink } from './change-collection-link';
import { CollectionLinkQueries } from './collection-link.queries';
import { CollectionLinkIndicatorRow, CollectionLinkKeyRow, CollectionLinkRow, LinkContributionFileRow, LinkContributionRow } from './collection-link.row';
import { OpenCollectionLink } from './open-collection-link';
import { SendCollectionLink } from './send-collection-link';
import { SettleContributions } from './settle-contributions';
import { DefineIndicator } from './define-indicator';
import { DetachEvidence } from './detach-evidence';
import { EntryQueries } from './entry.queries';
import { GrantException } from './grant-exception';
import { LockPeriod } from './lock-period';
import { ImportQueries } from './import.queries';
import { ImportMappingRow, ValueImportRow } from './import.row';
import { ImportTemplate } from './import-template';
import { IndicatorActionUse } from './indicator-action-use';
import { IndicatorChangeRow, IndicatorRow, TargetRow } from './indicator.row';
import { IndicatorQueries } from './indicators.queries';
import { EvidenceQueries } from './evidence.queries';
import { EvidenceRecords } from './evidence-records';
import { EvidenceRow, MeasureEvidenceRow } from './evidence.row';
import { EvidenceUse, NoEvidenceUse } from './evidence-use';
import { HeldValues } from './held-value';
import { MeasureChangeRow, MeasurePartRow, MeasureRow } from './measure.row';
import { MeasureTrace } from './measure-trace';
import { RecomputeValues } from './recompute';
import { RecordMeasure } from './record-measure';
import { SettleComputed } from './settle-computed';
import { StartImport } from './start-import';
import { SetTargets } from './set-targets';
import { WriteImport } from './write-import';
import { LockExceptionRow, PeriodLockRow, ValidationSettingsRow } from './validation.row';
import { ValidationQueries } from './validation.queries';
import { ValuesHistory } from './verify-values';

export { ArchiveIndicator } from './archive-indicator';
export { AttachEvidence, type ProofFile } from './attach-evidence';
export { ChangeImport, type SeenImport } from './change-import';
export { CheckImport } from './check-import';
export { ComputedDue } from './computed-due';
export { ComputedQueries, type ComputedInputView, type ComputedPage, type ComputedPeriod, type ComputedQuestion, type FormulaPreview, type FormulaPreviewPeriod } from './computed.queries';
export { RecomputeValues } from './recompute';
export { SettleComputed, type SettledQuestion } from './settle-computed';
export { ImportQueries, type ImportLine, type ImportView } from './import.queries';
export { ImportTemplate } from './import-template';
export { StartImport } from './start-import';
export { WriteImport } from './write-import';
export { StateAbsence, type AbsencePlace } from './collection-absence';
export { PlanReminders, RemindNow, type RemindedNow } from './collection-reminders';
export { SendReminder, type ReminderPass } from './collection-send-reminder';
export { ChangeCollectionSettings, CollectionSchedules } from './collection-settings';
export { CollectionQueries, type CollectionGroup, type CollectionLine, type CollectionPage, type CollectionRound } from './collection.queries';
export type { ReminderEntry } from './collection-reminder.store';
export { loadAbsences, loadCollectionSettings, type StoredAbsence } from './collection.store';
export { ChangeMeasureStatus, type SeenMeasure } from './change-measure-status';
export { ChangeValidation, type ValidationChange, type ValidationView } from './change-validation';
export { ChangeCollectionLink, type MadeCollectionLink, type NewCollectionLink } from './change-collection-link';
export { CollectionLinkQueries, type CollectionEntry, type CollectionLinkLine, type ContributionLine, type LinkPage, type WaitingContribution } from './collection-link.queries';
export { contributionsToAccept } from './link-contribution.store';
export { OpenCollectionLink, type ContributionInput, type Knock } from './open-collection-link';
export { SendCollectionLink } from './send-collection-link';
export { SettleContributions, type AcceptanceOutcome, type AcceptedContribution } from './settle-contributions';
export { DefineIndicator } from './define-indicator';
export { EntryQueries, type AwaitedValue, type EntryGrid, type EntryLine, type EntryPeriod } from './entry.queries';
export { DetachEvidence } from './detach-evidence';
export { EvidenceQueries, type EvidenceCard } from './evidence.queries';
export type { EvidenceRecord } from './evidence-records';
export { EvidenceUse, type ReportOfProof, type SentReport } from './evidence-use';
export { countEvidence, loadEvidence, loadUnproved, type KeptEvidence, type ListedEvidence, type MeasureProof, type StoredEvidence, type UnprovedValue } from './evidence.store';
export { loadIndicator, loadIndicatorChanges, loadIndicators, loadNames, loadTargets, type IndicatorChange, type StoredIndicator } from './indicator.store';
export { IndicatorQueries, type IndicatorCard, type IndicatorLine, type IndicatorMay } from './indicators.queries';
export { GrantException, type ExceptionInput } from './grant-exception';
export { LockPeriod } from './lock-period';
export { MeasureTrace, type ManyValues, type MeasureEvent } from './measure-trace';
export type { MeasureAct } from './measure.row';
export { loadFigures, type Figure, type MeasureChange, type StoredMeasure } from './measure.store';
export { placeOf, requireOpenPeriod, requireReviewablePeriod, type ChangedPlace } from './open-period';
export { loadQualityHistories } from './quality.store';
export { loadLockGround, holdLocks } from './lock.store';
export { everySince, type IndicatorPlace, type ValueLine } from './reading';
export { RecordMeasure, type RecordMeasureInput } from './record-measure';
export { lockOfPeriod, ValidationQueries, type ExceptionLine, type LockLine, type LockPreview, type LocksPage, type WaitingPage, type WaitingValue } from './validation.queries';
export { loadValidation, validatesHere, type StoredValidation } from './validation.store';
export type { ValueActs } from './value-acts';
export { SetTargets, type TargetsInput } from './set-targets';

/** Row classes of this area. */
export const rows = [IndicatorRow, IndicatorChangeRow, ValidationSettingsRow, PeriodLockRow, LockExceptionRow, TargetRow, MeasureRow, MeasurePartRow, MeasureChangeRow, EvidenceRow, MeasureEvidenceRow, ValueImportRow, ImportMappingRow, MeasureAbsenceRow, CollectionSettingsRow, CollectionReminderRow, CollectionReminderLineRow, CollectionLinkRow, CollectionLinkKeyRow, CollectionLinkIndicatorRow, LinkContributionRow, LinkContributionFileRow, ComputedValueRow, ComputedDueRow];

/** What this area offers. */
export const providers: Provider[] = [
  { provide: ActionUse, useClass: IndicatorActionUse },
  { provide: VouchedHistory, useClass: ValuesHistory },
  ComputedDue,
  MeasureTrace,
  RecomputeValues,
  SettleComputed,
  ComputedQueries,
  DefineIndicator,
  ArchiveIndicator,
  SetTargets,
  RecordMeasure,
  ChangeMeasureStatus,
  { provide: EvidenceUse, useClass: NoEvidenceUse },
  EvidenceRecords,
  HeldValues,
  AttachEvidence,
  DetachEvidence,
  EvidenceQueries,
  ChangeCollectionLink,
  SendCollectionLink,
  OpenCollectionLink,
  SettleContributions,
  CollectionLinkQueries,
  StartImport,
  CheckImport,
  WriteImport,
  ChangeImport,
  ImportQueries,
  ImportTemplate,
  IndicatorQueries,
  EntryQueries,
  ChangeValidation,
  LockPeriod,
  GrantException,
  ValidationQueries,
  StateAbsence,
  ChangeCollectionSettings,
  CollectionSchedules,
  CollectionQueries,
  PlanReminders,
  RemindNow,
  SendReminder,
];
