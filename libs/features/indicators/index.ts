import { VouchedHistory } from '@maillage/features/community';
import { ActionUse } from '@maillage/features/project';
import type { Provider } from '@nestjs/common';
import { ArchiveIndicator } from './definition/archive-indicator';
import { AttachEvidence } from './proofs/attach-evidence';
import { ChangeImport } from './imports/change-import';
import { ComputedDue } from './computed/computed-due';
import { ComputedQueries } from './computed/computed.queries';
import { ComputedDueRow, ComputedValueRow } from './computed/computed.row';
import { ChangeMeasureStatus } from './validation/change-measure-status';
import { StateAbsence } from './collection/collection-absence';
import { PlanReminders, RemindNow } from './collection/collection-reminders';
import { SendReminder } from './collection/collection-send-reminder';
import { TellReturned } from './collection/collection-tell-returned';
import { ChangeCollectionSettings, CollectionSchedules } from './collection/collection-settings';
import { CollectionQueries } from './collection/collection.queries';
import { CollectionReminderLineRow, CollectionReminderRow, CollectionSettingsRow, MeasureAbsenceRow } from './collection/collection.row';
import { ChangeValidation } from './validation/change-validation';
import { CheckImport } from './imports/check-import';
import { ChangeCollectionLink } from './links/change-collection-link';
import { CollectionLinkQueries } from './links/collection-link.queries';
import { CollectionLinkIndicatorRow, CollectionLinkKeyRow, CollectionLinkRow, LinkContributionFileRow, LinkContributionRow } from './links/collection-link.row';
import { OpenCollectionLink } from './links/open-collection-link';
import { SendCollectionLink } from './links/send-collection-link';
import { SettleContributions } from './links/settle-contributions';
import { DefineIndicator } from './definition/define-indicator';
import { DetachEvidence } from './proofs/detach-evidence';
import { EntryQueries } from './values/entry.queries';
import { GrantException } from './validation/grant-exception';
import { LockPeriod } from './validation/lock-period';
import { ImportQueries } from './imports/import.queries';
import { ImportMappingRow, ValueImportRow } from './imports/import.row';
import { ImportTemplate } from './imports/import-template';
import { IndicatorActionUse } from './definition/indicator-action-use';
import { IndicatorChangeRow, IndicatorRow, TargetRow } from './definition/indicator.row';
import { IndicatorQueries } from './values/indicators.queries';
import { EvidenceQueries } from './proofs/evidence.queries';
import { EvidenceRecords } from './proofs/evidence-records';
import { EvidenceRow, MeasureEvidenceRow } from './proofs/evidence.row';
import { EvidenceUse, NoEvidenceUse } from './proofs/evidence-use';
import { HeldValues } from './proofs/held-value';
import { MeasureChangeRow, MeasurePartRow, MeasureRow } from './values/measure.row';
import { MeasureTrace } from './values/measure-trace';
import { RecomputeValues } from './computed/recompute';
import { RecordMeasure } from './values/record-measure';
import { SettleComputed } from './computed/settle-computed';
import { StartImport } from './imports/start-import';
import { SetTargets } from './definition/set-targets';
import { WriteImport } from './imports/write-import';
import { LockExceptionRow, PeriodLockRow, ValidationSettingsRow } from './validation/validation.row';
import { ValidateWaiting } from './validation/validate-waiting';
import { ValidationQueries } from './validation/validation.queries';
import { ValuesHistory } from './values/verify-values';

export { ArchiveIndicator } from './definition/archive-indicator';
export { AttachEvidence, type ProofFile } from './proofs/attach-evidence';
export { ChangeImport, type SeenImport } from './imports/change-import';
export { CheckImport } from './imports/check-import';
export { ComputedDue } from './computed/computed-due';
export { ComputedQueries, type ComputedInputView, type ComputedPage, type ComputedPeriod, type ComputedQuestion, type FormulaPreview, type FormulaPreviewPeriod } from './computed/computed.queries';
export { RecomputeValues } from './computed/recompute';
export { SettleComputed, type SettledQuestion } from './computed/settle-computed';
export { ImportQueries, type ImportLine, type ImportView } from './imports/import.queries';
export { ImportTemplate } from './imports/import-template';
export { StartImport } from './imports/start-import';
export { WriteImport } from './imports/write-import';
export { StateAbsence, type AbsencePlace } from './collection/collection-absence';
export { PlanReminders, RemindNow, type RemindedNow } from './collection/collection-reminders';
export { SendReminder, type ReminderPass } from './collection/collection-send-reminder';
export { TellReturned } from './collection/collection-tell-returned';
export { loadWaitingPlaces } from './collection/collection-answers.store';
export { ChangeCollectionSettings, CollectionSchedules } from './collection/collection-settings';
export { CollectionQueries, type CollectionGroup, type CollectionLine, type CollectionPage, type CollectionRound } from './collection/collection.queries';
export type { ReminderEntry } from './collection/collection-reminder.store';
export { loadAbsences, loadCollectionSettings, type StoredAbsence } from './collection/collection.store';
export { ChangeMeasureStatus, type SeenMeasure } from './validation/change-measure-status';
export { ChangeValidation, type ValidationChange, type ValidationView } from './validation/change-validation';
export { ChangeCollectionLink, type MadeCollectionLink, type NewCollectionLink } from './links/change-collection-link';
export { CollectionLinkQueries, type CollectionEntry, type CollectionLinkLine, type ContributionLine, type LinkPage, type WaitingContribution } from './links/collection-link.queries';
export { contributionsToAccept } from './links/link-contribution.store';
export { OpenCollectionLink, type ContributionInput, type Knock } from './links/open-collection-link';
export { SendCollectionLink } from './links/send-collection-link';
export { SettleContributions, type AcceptanceOutcome, type AcceptedContribution } from './links/settle-contributions';
export { DefineIndicator } from './definition/define-indicator';
export { EntryQueries, type AwaitedValue, type EntryGrid, type EntryLine, type EntryPeriod } from './values/entry.queries';
export { DetachEvidence } from './proofs/detach-evidence';
export { EvidenceQueries, type EvidenceCard } from './proofs/evidence.queries';
export type { EvidenceRecord } from './proofs/evidence-records';
export { EvidenceUse, type ReportOfProof, type SentReport } from './proofs/evidence-use';
export { countEvidence, loadEvidence, loadUnproved, type KeptEvidence, type ListedEvidence, type MeasureProof, type StoredEvidence, type UnprovedValue } from './proofs/evidence.store';
export { loadIndicator, loadIndicatorChanges, loadIndicators, loadNames, loadTargets, type IndicatorChange, type StoredIndicator } from './definition/indicator.store';
export { IndicatorQueries, type IndicatorCard, type IndicatorLine, type IndicatorMay } from './values/indicators.queries';
export { GrantException, type ExceptionInput } from './validation/grant-exception';
export { LockPeriod } from './validation/lock-period';
export { MeasureTrace, type ManyValues, type MeasureEvent } from './values/measure-trace';
export type { MeasureAct } from './values/measure.row';
export { loadFigures, type Figure, type MeasureChange, type StoredMeasure } from './values/measure.store';
export { placeOf, requireOpenPeriod, requireReviewablePeriod, type ChangedPlace } from './validation/open-period';
export { loadQualityHistories } from './values/quality.store';
export { loadLockGround, holdLocks } from './validation/lock.store';
export { everySince, type IndicatorPlace, type ValueLine } from './values/reading';
export { RecordMeasure, type RecordMeasureInput } from './values/record-measure';
export { ValidateWaiting, type WaitingAdvanced, type WaitingCount } from './validation/validate-waiting';
export { lockOfPeriod, ValidationQueries, type ExceptionLine, type LockLine, type LockPreview, type LocksPage, type WaitingPage, type WaitingValue } from './validation/validation.queries';
export { hasAStep, loadValidation, validationPart, type StoredValidation } from './validation/validation.store';
export type { ValueActs } from './values/value-acts';
export { SetTargets, type TargetsInput } from './definition/set-targets';

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
  ValidateWaiting,
  ValidationQueries,
  StateAbsence,
  ChangeCollectionSettings,
  CollectionSchedules,
  CollectionQueries,
  PlanReminders,
  RemindNow,
  SendReminder,
  TellReturned,
];
