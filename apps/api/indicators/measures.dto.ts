import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { breakdownKinds, breakdownLimits, type BreakdownKind, type MeasureStatus, MeasureMove, MeasureOrigin } from '@maillage/domain/indicators';
import { textLimits, type PeriodKind } from '@maillage/domain/kernel';
import { Label } from '../http/validation-messages';
import { EvidenceDto } from './evidence.dto';
import { FiguresDto } from './figures.dto';
import { IndicatorDto } from './indicator-definition.dto';
import { IndicatorPlaceDto, PeriodDto, periodKeyMessage, periodKeyPattern, StandingDto } from './indicators.dto';

/** What can happen to a value. */
type MeasureActName = 'recorded' | 'changed' | 'deleted' | 'submitted' | 'checked' | 'validated' | 'returned' | 'locked' | 'unlocked' | 'reopened' | 'evidence-added' | 'evidence-removed' | 'absence-stated' | 'absence-withdrawn';

/** A part of a value: of its total, or of both parts of a ratio. */
export class MeasurePartInputDto extends FiguresDto {
  @Label('Répartition')
  @IsIn(breakdownKinds)
  breakdown!: BreakdownKind;

  @Label('Part')
  @IsString()
  @MaxLength(breakdownLimits.label)
  part!: string;
}

/** A part of a value, as it is kept. */
export class MeasurePartDto {
  breakdown!: BreakdownKind;
  part!: string;
  numerator!: number | null;
  denominator!: number | null;
  value!: number | null;
}

/** A value: both parts of a ratio, or the value (1 or 0 for yes or no), with the revision on screen. */
export class RecordMeasureDto extends FiguresDto {
  /** 0 where there was no value. */
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Commentaire')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.paragraph)
  comment?: string | null;

  /** Its parts; left out, those it had stay while its total is the same; null or empty takes them away. */
  @Label('Parts')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => MeasurePartInputDto)
  parts?: MeasurePartInputDto[] | null;
}

/** The value as recorded. */
export class RecordedMeasureDto {
  id!: string;
  revision!: number;
}

/** A value as seen on screen. */
export class SeenMeasureDto {
  @Label('Valeur')
  @IsUUID()
  id!: string;

  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** The values to validate in one act. */
export class ValidateMeasuresDto {
  @Label('Valeurs')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SeenMeasureDto)
  measures!: SeenMeasureDto[];
}

/** Why a validated value is opened again. */
export class ReopenMeasureDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Raison')
  @IsString()
  @MaxLength(textLimits.sentence)
  reason!: string;
}

/** The revision on screen of the value taken away. */
export class DeleteMeasureQueryDto {
  @Label('Révision')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  revision!: number;
}

/** The period values are given for; the newest that misses one when absent. */
export class EntryQueryDto {
  @Label('Période')
  @IsOptional()
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  period?: string;
}

/** A value as it is kept. */
export class MeasureDto {
  id!: string;
  indicatorId!: string;
  periodKey!: string;
  periodStart!: string;
  periodEnd!: string;
  numerator!: number | null;
  denominator!: number | null;
  value!: number;
  comment!: string | null;
  status!: MeasureStatus;
  recordedAt!: Date;
  validatedAt!: Date | null;
  origin!: MeasureOrigin;
  submittedAt!: Date | null;
  /** Read by the coordination, the board's validation still to come. */
  checkedAt!: Date | null;
  /** Why it was sent back. */
  remark!: string | null;
  returnedAt!: Date | null;
  /** Empty when only the total was given. */
  parts!: MeasurePartDto[];
  /** The version of the definition it was given under; null for older values. */
  definitionVersion!: number | null;
  revision!: number;
}

/** What is awaited for a period. */
export class ExpectedDto {
  need!: 'to-enter' | 'to-correct' | 'to-validate';
  dueOn!: string;
  lateDays!: number;
}

/** The reason why a period has no value. */
export class AbsenceDto {
  reason!: string;
  statedAt!: Date;
  revision!: number;
}

/** A period of an indicator, with its value if there is one. */
export class ValueLineDto {
  period!: PeriodDto;
  label!: string;
  target!: number | null;
  /** The period the target was set for. */
  targetSetFor!: string | null;
  /** The target is that of a year whose periods are added. */
  targetOfYear!: boolean;
  measure!: MeasureDto | null;
  evidence!: EvidenceDto[];
  recordedByName!: string | null;
  validatedByName!: string | null;
  /** Why the period has no value, when that was answered. */
  absence!: AbsenceDto | null;
  expected!: ExpectedDto | null;
}

/** The lock over a value. */
export class LockShownDto {
  label!: string;
  lockedAt!: Date;
}

/** An exception that opens a value of a locked period, or opened it. */
export class ExceptionShownDto {
  person!: string;
  until!: Date;
  reason!: string;
  open!: boolean;
  /** Granted to this reader. */
  mine!: boolean;
}

/** A period of an indicator, with what this reader may do to its value. */
export class ActedValueLineDto extends ValueLineDto {
  /** This reader may give or correct it now. */
  writable!: boolean;
  moves!: MeasureMove[];
  lock!: LockShownDto | null;
  exceptions!: ExceptionShownDto[];
  /** Its last change was made under an exception. */
  underException!: boolean;
  submittedByName!: string | null;
  checkedByName!: string | null;
  returnedByName!: string | null;
}

/** A value already known, as a check names it. */
export class PastValueDto {
  value!: number;
  label!: string;
}

/** The figure of another source. */
export class OtherSourceDto {
  value!: number;
  source!: string;
}

/** What a value is compared with when it arrives. */
export class QualityHistoryDto {
  values!: number[];
  previous!: PastValueDto | null;
  other!: OtherSourceDto | null;
  definitionChangedOn!: string | null;
}

/** The last value before a period. */
export class PreviousValueDto {
  label!: string;
  /** In French. */
  text!: string;
  value!: number;
}

/** A line of the entry page. */
export class EntryLineDto extends ActedValueLineDto {
  indicator!: IndicatorDto;
  place!: IndicatorPlaceDto;
  previous!: PreviousValueDto | null;
  /** The values given before that one, the newest first. */
  earlier!: PreviousValueDto[];
  quality!: QualityHistoryDto;
}

/** A period that can be chosen, and what is left to do in it. */
export class EntryPeriodDto {
  key!: string;
  label!: string;
  kind!: PeriodKind;
  /** A contract year that runs: its figures « à ce jour » can be given, nothing is awaited yet. */
  running!: boolean;
  /** Nothing can be written in it any more. */
  locked!: boolean;
  toEnter!: number;
  toValidate!: number;
}

/** The entry page of a period. */
export class EntryGridDto {
  /** Newest first. */
  periods!: EntryPeriodDto[];
  period!: PeriodDto | null;
  lines!: EntryLineDto[];
  today!: string;
  /** What contract years are counted from; null without a contract. */
  contractStart!: string | null;
}

/** A value that is awaited. */
export class AwaitedValueDto {
  indicatorId!: string;
  code!: string;
  name!: string;
  periodKey!: string;
  periodLabel!: string;
  need!: 'to-enter' | 'to-correct' | 'to-validate';
  dueOn!: string;
  lateDays!: number;
  responsible!: string | null;
  /** Why it was sent back. */
  remark!: string | null;
}

/** A target as it is kept. */
export class TargetDto {
  periodKey!: string;
  value!: number;
  /** Why that much. */
  rationale!: string | null;
}

/** A line of the change log of a definition. */
export class IndicatorChangeDto {
  at!: Date;
  by!: string | null;
  fields!: string[];
  before!: Record<string, unknown>;
  after!: Record<string, unknown>;
  /** The version it led to; null when nothing of what is measured changed. */
  version!: number | null;
  /** Local day it was made. */
  from!: string;
  reason!: string | null;
}

/** What this reader may do on an indicator. */
export class IndicatorMayDto {
  define!: boolean;
  enter!: boolean;
  validate!: boolean;
}

/** The card of an indicator. */
export class IndicatorCardDto {
  indicator!: IndicatorDto;
  place!: IndicatorPlaceDto;
  standing!: StandingDto | null;
  targets!: TargetDto[];
  /** Newest first; a missing value is a line without measure. */
  values!: ActedValueLineDto[];
  changes!: IndicatorChangeDto[];
  /** True once a value exists: what the values mean no longer changes. */
  locked!: boolean;
  may!: IndicatorMayDto;
  today!: string;
  contractStart!: string | null;
}

/** A line of the history of a value. */
export class MeasureChangeDto {
  periodKey!: string;
  act!: MeasureActName;
  at!: Date;
  by!: string | null;
  before!: Record<string, unknown> | null;
  after!: Record<string, unknown> | null;
  reason!: string | null;
}
