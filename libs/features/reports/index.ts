import { EvidenceUse } from '@maillage/features/indicators';
import { ReportUse } from '@maillage/features/steering';
import type { Provider } from '@nestjs/common';
import { BuildReport } from './build-report';
import { DecideReport } from './decide-report';
import { DeliveryAttemptRow, DeliveryRow, PublicationRow, RecipientRow } from './delivery.row';
import { DeliverReport } from './deliver-report';
import { DeliveryLedger } from './delivery-ledger';
import { EraseFiles, ErasingSchedules } from './erase-files';
import { PrepareReport } from './prepare-report';
import { PublicationQueries } from './publications.queries';
import { ManageRecipients } from './recipients';
import { ChangeReportSchedule, PrepareDueReport, ReportSchedules } from './report-schedule';
import { ReportDocumentRow, ReportLineRow, ReportRow, ReportScheduleRow, ReportSealRow } from './report.row';
import { ReportQueries } from './reports.queries';
import { ReportRuns } from './report-runs';
import { ReportsOfEvidence } from './reports-of-evidence';
import { ReportsOfSteering } from './reports-of-steering';
import { SendReport } from './send-report';
import { VerifyReports } from './verify-reports';

export { BuildReport } from './build-report';
export { DecideReport } from './decide-report';
export { DeliverReport } from './deliver-report';
export type { AttemptView, DeliveryView, SendTarget } from './delivery-views';
export { EraseFiles, eraseAfterDays, ErasingSchedules } from './erase-files';
export { PrepareReport, type SeenReport } from './prepare-report';
export { PublicationQueries, type ReceivedLine, type ReceivedReport } from './publications.queries';
export { ManageRecipients, type RecipientInput } from './recipients';
export { documentFormats, formatLabels, mediaTypes, type DocumentFormat } from './rendered';
export type { ReportContent, ReportedLine } from './report-content';
export type { ReportLine } from './report-line';
export { ReportRuns, type RunMove } from './report-runs';
export { ChangeReportSchedule, ordinarySchedule, PrepareDueReport, ReportSchedules, scheduleDays, type ReportSchedule } from './report-schedule';
export { reportsCarrying, type CarryingReport } from './report.store';
export { ReportQueries, type RecipientsPage, type ReportOffer, type ReportsPage, type ReportView } from './reports.queries';
export type { CheckedDocument } from './sealed-documents';
export { SendReport } from './send-report';
export { reportsTables } from './tables';
export { VerifyReports, type Verification, type VerificationFault } from './verify-reports';

/** Row classes of this area. */
export const rows = [
  ReportRow, ReportLineRow, ReportDocumentRow, ReportSealRow, ReportScheduleRow, RecipientRow, DeliveryRow, DeliveryAttemptRow, PublicationRow,
];

/** What this area offers. */
export const providers: Provider[] = [
  { provide: ReportUse, useClass: ReportsOfSteering },
  { provide: EvidenceUse, useClass: ReportsOfEvidence },
  EraseFiles,
  ErasingSchedules,
  PrepareReport,
  BuildReport,
  DecideReport,
  SendReport,
  DeliveryLedger,
  DeliverReport,
  ManageRecipients,
  ChangeReportSchedule,
  PrepareDueReport,
  ReportSchedules,
  ReportQueries,
  ReportRuns,
  PublicationQueries,
  VerifyReports,
];
