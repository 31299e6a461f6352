import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { collectionLimits, type CollectionState } from '@maillage/domain/indicators';
import { textLimits, type PeriodKind } from '@maillage/domain/kernel';
import { Label } from '../http/validation-messages';
import { PeriodDto, periodKeyMessage, periodKeyPattern } from './indicators.dto';

const periodFault = { message: periodKeyMessage };

/** The round to look at; the newest that misses an answer when absent. */
export class CollectionQueryDto {
  @Label('Période')
  @IsOptional()
  @Matches(periodKeyPattern, periodFault)
  period?: string;
}

/** The round whose reminders are read. */
export class RemindersQueryDto {
  @Label('Période')
  @Matches(periodKeyPattern, periodFault)
  period!: string;
}

/** Whom to remind of a round: one person, or everyone who still owes a value. */
export class RemindDto {
  @Label('Période')
  @Matches(periodKeyPattern, periodFault)
  period!: string;

  @Label('Personne')
  @IsOptional()
  @IsUUID()
  personId?: string | null;
}

/** What a request of reminders did. */
export class RemindedDto {
  /** Messages that leave. */
  planned!: number;
  /** Written to within the last day: not again. */
  tooSoon!: string[];
}

/** When values fall due, and whether and how long the product reminds people of them. */
export class CollectionSettingsDto {
  @Label('Délai de saisie')
  @IsInt()
  @Min(collectionLimits.dueDays.min)
  @Max(collectionLimits.dueDays.max)
  dueDays!: number;

  @Label('Rappels automatiques')
  @IsBoolean()
  remind!: boolean;

  @Label('Rappel avant l’échéance')
  @IsInt()
  @Min(collectionLimits.beforeDays.min)
  @Max(collectionLimits.beforeDays.max)
  beforeDays!: number;

  @Label('Rappels de chaque semaine')
  @IsInt()
  @Min(collectionLimits.weeklyLimit.min)
  @Max(collectionLimits.weeklyLimit.max)
  weeklyLimit!: number;

  /** 0 while nobody changed them. */
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;
}

/** Why a period has no value. */
export class StateAbsenceDto {
  /** 0 where nothing was answered. */
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Raison')
  @IsString()
  @MaxLength(textLimits.sentence)
  reason!: string;
}

/** The answer as kept. */
export class StatedAbsenceDto {
  revision!: number;
}

/** The revision on screen of the answer taken back. */
export class WithdrawAbsenceQueryDto {
  @Label('Révision')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  revision!: number;
}

/** Completeness and timeliness, with the counts they come from. */
export class CollectionRatesDto {
  expected!: number;
  received!: number;
  onTime!: number;
  late!: number;
  missing!: number;
  awaited!: number;
  /** Sent back: owed again. */
  toCorrect!: number;
  /** Among those received: they wait to be accepted. */
  toAccept!: number;
  /** Received out of expected, in whole percent; null when nothing was expected. */
  completeness!: number | null;
  /** Received on time out of expected, in whole percent. */
  timeliness!: number | null;
}

/** A round that can be looked at. */
export class CollectionRoundDto {
  key!: string;
  label!: string;
  kind!: PeriodKind;
  /** Values without answer. */
  left!: number;
}

/** The period of a round. */
export class CollectionPeriodDto extends PeriodDto {
  label!: string;
  /** Nothing can be given there any more. */
  locked!: boolean;
}

/** The rates of a mission in a round. */
export class CollectionMissionDto {
  code!: string;
  label!: string;
  rates!: CollectionRatesDto;
}

/** The action values are collected for. */
export class CollectionActionDto {
  id!: string;
  number!: number;
  title!: string;
}

/** Who owes values; `personId` null for the coordination. */
export class CollectionOwnerDto {
  personId!: string | null;
  as!: 'responsible' | 'lead' | 'coordination' | 'author';
  name!: string | null;
  /** The reader owes them. */
  mine!: boolean;
}

/** A value of a round. */
export class CollectionLineDto {
  indicatorId!: string;
  code!: string;
  name!: string;
  state!: CollectionState;
  lateDays!: number;
  /** Last day to answer without being late. */
  dueOn!: string;
  answeredOn!: string | null;
  /** Why there is no value, when that is the answer. */
  absence!: string | null;
  /** Why the value was sent back, while it is. */
  remark!: string | null;
  evidenceExpected!: string | null;
}

/** What one person owes for one action. */
export class CollectionGroupDto {
  action!: CollectionActionDto | null;
  owner!: CollectionOwnerDto;
  dueOn!: string;
  rates!: CollectionRatesDto;
  remindedAt!: Date | null;
  lines!: CollectionLineDto[];
}

/** The rates of a period, for the small chart. */
export class CollectionTrendDto {
  key!: string;
  label!: string;
  rates!: CollectionRatesDto;
}

/** What this reader may do on the page. */
export class CollectionMayDto {
  remind!: boolean;
  settings!: boolean;
}

/** The page « Collecte » of a period. */
export class CollectionPageDto {
  today!: string;
  /** Newest first. */
  rounds!: CollectionRoundDto[];
  period!: CollectionPeriodDto | null;
  dueOn!: string | null;
  rates!: CollectionRatesDto;
  missions!: CollectionMissionDto[];
  groups!: CollectionGroupDto[];
  /** Oldest first, the period shown at the end. */
  trend!: CollectionTrendDto[];
  may!: CollectionMayDto;
}

/** A value a reminder named. */
export class RemindedValueDto {
  indicatorId!: string;
  code!: string;
  name!: string;
  periodKey!: string;
}

/** A reminder of the log. */
export class ReminderDto {
  id!: string;
  personId!: string;
  person!: string;
  email!: string;
  at!: Date;
  /** Null when it left by itself. */
  askedBy!: string | null;
  status!: 'pending' | 'sent' | 'failed' | 'uncertain' | 'unneeded';
  explanation!: string | null;
  values!: RemindedValueDto[];
}
