import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { ProgressState } from '@maillage/domain/indicators';
import type { MissionKind, MissionState } from '@maillage/domain/contract';
import { textLimits } from '@maillage/domain/kernel';
import type { ActionStatus } from '@maillage/domain/project';
import {
  recipientKinds,
  type AttemptOutcome,
  type DeliveryStatus,
  type RecipientKind,
  type ReportKind,
  type ReportStatus,
  type SnapshotDifference,
  type SnapshotIndicator,
  type SnapshotLate,
} from '@maillage/domain/reports';
import { scheduleDays, type DocumentFormat, type ReportOffer, type SendTarget } from '@maillage/features/reports';
import { Label } from '../http/validation-messages';
import { ActionsByStatusDto, IndicatorsByStateDto } from '../steering/steering.dto';

/** Which report to prepare. */
export class PrepareReportDto {
  @Label('Période')
  @IsString()
  @Matches(/^\d{4}-Q[1-4]$/, { message: 'un trimestre est attendu, par exemple 2026-Q3.' })
  periodKey!: string;

  @Label('Version corrigée')
  @IsOptional()
  @IsBoolean()
  correction?: boolean;
}

/** A report as it was on screen. */
export class SeenReportDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision!: number;
}

/** A sending asked for. */
export class SendReportDto extends SeenReportDto {
  /** Sendings « peut-être envoyé » for which a double is accepted. */
  @Label('Doubles acceptés')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  acceptDouble?: string[];
}

/** The report that was made. */
export class MadeReportDto {
  id!: string;
}

/** A report in a list. */
export class ReportLineDto {
  id!: string;
  kind!: ReportKind;
  kindLabel!: string;
  number!: string;
  version!: number;
  /** « 2026-T3-001 version 2 ». */
  title!: string;
  periodKey!: string;
  periodLabel!: string;
  status!: ReportStatus;
  statusLabel!: string;
  statusSince!: Date;
  /** Why it is in failure. */
  failure!: string | null;
  preparedAt!: Date;
  /** Null: prepared by itself. */
  preparedByName!: string | null;
  approvedAt!: Date | null;
  approvedByName!: string | null;
  sentAt!: Date | null;
  sentByName!: string | null;
  delivered!: number;
  uncertain!: number;
  recipients!: number;
}

/** A quarter that is over. */
export class PreparablePeriodDto {
  key!: string;
  label!: string;
  reportId!: string | null;
}

/** The next report that prepares itself. */
export class AutomaticReportDto {
  day!: string;
  periodLabel!: string;
}

/** The reports page. */
export class ReportsPageDto {
  reports!: ReportLineDto[];
  periods!: PreparablePeriodDto[];
  automatic!: AutomaticReportDto | null;
  recipients!: number;
}

/** Figures of the first page; each action and each indicator once. */
export class ReportSummaryDto {
  missions!: number;
  missionsLate!: number;
  actions!: number;
  actionsByStatus!: ActionsByStatusDto;
  indicators!: number;
  indicatorsByState!: IndicatorsByStateDto;
  valuesGiven!: number;
  valuesValidated!: number;
  valuesMasked!: number;
  valuesWithProof!: number;
}

/** A mission as reported. */
export class ReportedMissionDto {
  code!: string;
  label!: string;
  kind!: MissionKind;
  state!: MissionState;
  sentence!: string;
  indicatorCodes!: string[];
}

/** An action as reported. */
export class ReportedActionDto {
  number!: number;
  title!: string;
  status!: ActionStatus;
  statusLabel!: string;
  statusSentence!: string | null;
  lead!: string | null;
}

/** The sum of a contract year so far. */
export class YearSoFarDto {
  text!: string;
  /** « année 3 ». */
  year!: string;
}

/** An indicator as reported. */
export class ReportedLineDto {
  id!: string;
  code!: string;
  name!: string;
  definition!: string;
  missionCodes!: string[];
  actionNumber!: number | null;
  periodKey!: string;
  periodLabel!: string;
  status!: SnapshotIndicator['status'];
  sentence!: string;
  comment!: string | null;
  /** The period of the one value behind the line; null when it was made of several months. */
  valuePeriodKey!: string | null;
  value!: string;
  parts!: string | null;
  target!: string | null;
  /** What a yearly target is compared with; null when the target is that of the value. */
  yearSoFar!: YearSoFarDto | null;
  baseline!: string | null;
  progress!: ProgressState;
  progressLabel!: string;
  proofs!: number;
  /** One was expected; false for a report made before this was kept. */
  proofExpected!: boolean;
  masked!: boolean;
}

/** Something late when the report was frozen. */
export class ReportedLateDto {
  what!: SnapshotLate['what'];
  title!: string;
  detail!: string;
  who!: string | null;
  since!: string;
  lateDays!: number;
}

/** A change of definition that the report tells. */
export class DefinitionChangeDto {
  code!: string;
  on!: string;
  text!: string;
}

/** What a report says, read from what it froze. */
export class ReportContentDto {
  demo!: boolean;
  maskNote!: string;
  frozenLabel!: string;
  /** Whether its period was locked; null for a report made before locks were kept. */
  lockSentence!: string | null;
  communityTitle!: string;
  contractYear!: string | null;
  summary!: ReportSummaryDto;
  missions!: ReportedMissionDto[];
  actions!: ReportedActionDto[];
  lines!: ReportedLineDto[];
  late!: ReportedLateDto[];
  definitionChanges!: DefinitionChangeDto[];
}

/** A document of a report. */
export class ReportDocumentDto {
  format!: DocumentFormat;
  label!: string;
  name!: string;
  size!: number;
  /** SHA-256. */
  hash!: string;
}

/** The link of the chain that seals a report. */
export class ReportSealDto {
  sequence!: number;
  hash!: string;
  previousHash!: string | null;
  snapshotHash!: string;
  sealedAt!: Date;
}

/** A version of a report. */
export class ReportVersionDto {
  id!: string;
  version!: number;
  status!: string;
  statusLabel!: string;
}

/** One difference with the version before. */
export class ReportDifferenceDto {
  about!: SnapshotDifference['about'];
  key!: string;
  text!: string;
}

/** One try, as the ledger keeps it. */
export class DeliveryAttemptDto {
  id!: string;
  startedAt!: Date;
  at!: Date;
  outcome!: AttemptOutcome;
  outcomeLabel!: string;
  email!: string;
  messageId!: string;
  /** The server's answer, word for word. */
  answer!: string | null;
  explanation!: string | null;
  by!: string | null;
}

/** A report on its way to a recipient. */
export class DeliveryDto {
  id!: string;
  kind!: RecipientKind;
  kindLabel!: string;
  name!: string;
  email!: string;
  status!: DeliveryStatus;
  statusLabel!: string;
  sentence!: string;
  messageId!: string;
  retryAt!: Date | null;
  deliveredAt!: Date | null;
  attempts!: DeliveryAttemptDto[];
}

/** Whom a sending would go to. */
export class SendTargetDto {
  deliveryId!: string | null;
  name!: string;
  email!: string;
  kindLabel!: string;
  state!: SendTarget['state'];
}

/** The page of a report. */
export class ReportDto extends ReportLineDto {
  revision!: number;
  content!: ReportContentDto | null;
  documents!: ReportDocumentDto[];
  seal!: ReportSealDto | null;
  versions!: ReportVersionDto[];
  /** Null for a first version. */
  differences!: ReportDifferenceDto[] | null;
  deliveries!: DeliveryDto[];
  sendTo!: SendTargetDto[];
  /** What the person may do now. */
  offers!: ReportOffer[];
}

/** A report that carried a value. */
export class CarryingReportDto {
  reportId!: string;
  number!: string;
  version!: number;
  status!: ReportStatus;
  valueText!: string;
  sentAt!: Date | null;
}

/** Something that does not match what was sealed. */
export class VerificationFaultDto {
  reportId!: string | null;
  subject!: string;
  sentence!: string;
}

/** What was recomputed, and what is wrong. */
export class VerificationDto {
  seals!: number;
  reports!: number;
  documents!: number;
  head!: string | null;
  faults!: VerificationFaultDto[];
}

/** Someone reports are sent to, as a person gives it. */
export class RecipientInputDto {
  @Label('Nature')
  @IsIn(recipientKinds)
  kind!: RecipientKind;

  @Label('Organisme')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.name)
  name!: string;

  @Label('Adresse électronique')
  @IsString()
  @MinLength(3)
  @MaxLength(254)
  email!: string;
}

/** A recipient to change. */
export class ChangeRecipientDto extends RecipientInputDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision!: number;
}

/** Someone reports are sent to. */
export class RecipientDto {
  id!: string;
  kind!: RecipientKind;
  name!: string;
  email!: string;
  addedAt!: Date;
  revision!: number;
  /** Names of the readers who see what is sent there. */
  readers!: string[];
}

/** When reports prepare themselves. */
export class ReportScheduleDto {
  enabled!: boolean;
  day!: number;
  /** 0 until someone changes it. */
  revision!: number;
}

/** When reports should prepare themselves. */
export class ChangeReportScheduleDto {
  @Label('Préparation automatique')
  @IsBoolean()
  enabled!: boolean;

  @Label('Jour du mois')
  @IsInt()
  @Min(scheduleDays.min)
  @Max(scheduleDays.max)
  day!: number;

  @Label('Révision')
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  revision!: number;
}

/** The page of the recipients. */
export class RecipientsPageDto {
  recipients!: RecipientDto[];
  /** Institutions of the readers of the community. */
  organisations!: string[];
  schedule!: ReportScheduleDto;
}

/** A received report in the list. */
export class ReceivedLineDto {
  id!: string;
  communityId!: string;
  communityTitle!: string;
  organisation!: string;
  number!: string;
  version!: number;
  kindLabel!: string;
  periodKey!: string;
  periodLabel!: string;
  demo!: boolean;
  publishedAt!: Date;
  /** The later version received, if any. */
  replacedBy!: number | null;
}

/** A version of a received report. */
export class ReceivedVersionDto {
  id!: string;
  version!: number;
}

/** A received report. */
export class ReceivedReportDto {
  id!: string;
  communityId!: string;
  communityTitle!: string;
  organisation!: string;
  number!: string;
  version!: number;
  kindLabel!: string;
  periodLabel!: string;
  publishedAt!: Date;
  sealHash!: string;
  content!: ReportContentDto;
  differences!: ReportDifferenceDto[];
  documents!: ReportDocumentDto[];
  versions!: ReceivedVersionDto[];
}

/** About what runs are asked. */
export class RunsQuery {
  @Label('Sujet')
  @IsUUID()
  subject!: string;
}

/** A run of a job. */
export class JobRunDto {
  id!: string;
  job!: string;
  subject!: string | null;
  state!: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 to 100. */
  progress!: number;
  label!: string | null;
  error!: string | null;
  createdAt!: Date;
  finishedAt!: Date | null;
}
