import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  aggregations,
  breakdownKinds,
  breakdownLimits,
  collectionLimits,
  formulaLimits,
  indicatorDirections,
  indicatorKinds,
  maxDecimals,
  sourceKinds,
  type Aggregation,
  type BreakdownKind,
  type FormulaInput,
  type InputPart,
  type IndicatorDirection,
  type IndicatorKind,
  type MeasureStatus,
  type ModelOrigin,
  type ProgressState,
  type SourceKind,
} from '@maillage/domain/indicators';
import { periodKinds, textLimits, type PeriodKind } from '@maillage/domain/kernel';
import { IsDay } from '../http/is-day';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** '2026-09', '2026-Q3', '2026-H1', '2026', 'CY5', or an event: 'E2026-11-03', 'E2026-11-03.2'. */
export const periodKeyPattern = /^(\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?|CY[1-9]\d?|E\d{4}-\d{2}-\d{2}(\.[2-9])?)$/;
/** What is said of a key that names no period. */
export const periodKeyMessage = 'une période est attendue, par exemple 2026-09, 2026-Q3, 2026-H1, 2026, CY5 ou, pour un événement, E2026-11-03.';

/** The value before the work began. */
export class BaselineDto {
  @Label('Valeur initiale')
  @IsNumber()
  @Min(0)
  @Max(1e12)
  value!: number;

  @Label('Date de la valeur initiale')
  @IsDay()
  on!: string;

  @Label('Source de la valeur initiale')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.sentence)
  source?: string | null;
}

/** From where a value asks for attention, in the wrong direction. */
export class AlertThresholdsDto {
  /** At this value and beyond, at risk. */
  @Label('Seuil de vigilance')
  @IsNumber()
  @Min(0)
  @Max(1e12)
  warn!: number;

  /** At this value and beyond, late. */
  @Label('Seuil d’alerte')
  @IsNumber()
  @Min(0)
  @Max(1e12)
  alarm!: number;
}

/** How values can be detailed. */
export class BreakdownDto {
  @Label('Répartition')
  @IsIn(breakdownKinds)
  kind!: BreakdownKind;

  @Label('Nom de la répartition')
  @IsString()
  @MaxLength(textLimits.title)
  label!: string;

  @Label('Parts')
  @IsArray()
  @ArrayMaxSize(breakdownLimits.parts)
  @IsString({ each: true })
  @MaxLength(breakdownLimits.label, { each: true })
  parts!: string[];
}

/** A formula over other indicators, by their codes. */
export class FormulaTextDto {
  @Label('Formule')
  @IsString()
  @MinLength(1)
  @MaxLength(formulaLimits.characters)
  text!: string;
}

/** What an indicator is, as people define it. */
export class IndicatorDefinitionDto {
  @Label('Code')
  @IsString()
  @MinLength(2)
  @MaxLength(20)
  code!: string;

  @Label('Nom de l’indicateur')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.title)
  name!: string;

  @Label('Définition')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.paragraph)
  definition!: string;

  @Label('Type')
  @IsIn(indicatorKinds)
  kind!: IndicatorKind;

  @Label('Numérateur')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.title)
  numeratorLabel!: string | null;

  @Label('Dénominateur')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.title)
  denominatorLabel!: string | null;

  @Label('Unité')
  @OrNull()
  @IsString()
  @MaxLength(40)
  unit!: string | null;

  @Label('Décimales')
  @IsInt()
  @Min(0)
  @Max(maxDecimals)
  decimals!: number;

  @Label('Sens')
  @IsIn(indicatorDirections)
  direction!: IndicatorDirection;

  @Label('Périodicité')
  @IsIn(periodKinds)
  frequency!: PeriodKind;

  @Label('Valeur de l’année')
  @IsIn(aggregations)
  aggregation!: Aggregation;

  @Label('Part d’un ensemble')
  @IsBoolean()
  bounded!: boolean;

  @Label('Compte des patients')
  @IsBoolean()
  countsPatients!: boolean;

  @Label('Source')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.sentence)
  source!: string | null;

  @Label('Preuve attendue')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.sentence)
  evidenceExpected!: string | null;

  @Label('Valeur initiale')
  @OrNull()
  @ValidateNested()
  @Type(() => BaselineDto)
  baseline!: BaselineDto | null;

  @Label('Missions servies')
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  missions!: string[];

  @Label('Action')
  @OrNull()
  @IsUUID()
  actionId!: string | null;

  @Label('Responsable de la saisie')
  @OrNull()
  @IsUUID()
  responsiblePersonId!: string | null;

  @Label('Suivi depuis')
  @IsDay()
  trackedFrom!: string;

  @Label('Pourquoi le suivre')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.paragraph)
  rationale?: string | null;

  @Label('Limites connues')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.paragraph)
  limits?: string | null;

  @Label('Origine de la source')
  @IsOptional()
  @IsIn(sourceKinds)
  sourceKind?: SourceKind | null;

  @Label('Seuils d’alerte')
  @IsOptional()
  @ValidateNested()
  @Type(() => AlertThresholdsDto)
  alert?: AlertThresholdsDto | null;

  @Label('Répartitions')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(breakdownKinds.length)
  @ValidateNested({ each: true })
  @Type(() => BreakdownDto)
  breakdowns?: BreakdownDto[];

  /** Days after the end of a period; left out or null: as the community set. */
  @Label('Délai de saisie')
  @IsOptional()
  @IsInt()
  @Min(collectionLimits.dueDays.min)
  @Max(collectionLimits.dueDays.max)
  dueDays?: number | null;

  /** Left out or null: its values are given by people. */
  @Label('Formule')
  @IsOptional()
  @ValidateNested()
  @Type(() => FormulaTextDto)
  formula?: FormulaTextDto | null;
}

/** The same, with the revision on screen and why it changes. */
export class ChangeIndicatorDto extends IndicatorDefinitionDto {
  /** Asked for once values exist and what is measured changes. */
  @Label('Raison du changement')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.sentence)
  reason?: string | null;

  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** The target of a period. */
export class TargetInputDto {
  @Label('Période')
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  periodKey!: string;

  @Label('Objectif')
  @IsNumber()
  @Min(0)
  @Max(1e12)
  value!: number;

  @Label('Raison de l’objectif')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.sentence)
  rationale?: string | null;
}

/** All the targets of an indicator, with the revision on screen. */
export class SetTargetsDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Objectifs')
  @IsArray()
  @ArrayMaxSize(120)
  @ValidateNested({ each: true })
  @Type(() => TargetInputDto)
  targets!: TargetInputDto[];
}

/** Which indicators to list. */
export class IndicatorListQueryDto {
  /** « true »: archived ones too. */
  @Label('Archivés')
  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: string;
}

/** The period a history is read for; all of them when absent. */
export class HistoryQueryDto {
  @Label('Période')
  @IsOptional()
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  period?: string;
}

/** What a formula reads. */
export class FormulaInputDto {
  kind!: FormulaInput['kind'];
  id!: string;
  code!: string;
  part!: InputPart;
}

/** A formula as it is kept. */
export class FormulaDto {
  text!: string;
  inputs!: FormulaInputDto[];
}

/** An indicator as it is kept. */
export class IndicatorDto {
  id!: string;
  code!: string;
  name!: string;
  definition!: string;
  kind!: IndicatorKind;
  numeratorLabel!: string | null;
  denominatorLabel!: string | null;
  unit!: string | null;
  decimals!: number;
  direction!: IndicatorDirection;
  frequency!: PeriodKind;
  aggregation!: Aggregation;
  bounded!: boolean;
  countsPatients!: boolean;
  source!: string | null;
  evidenceExpected!: string | null;
  baseline!: BaselineDto | null;
  missions!: string[];
  actionId!: string | null;
  responsiblePersonId!: string | null;
  trackedFrom!: string;
  rationale!: string | null;
  limits!: string | null;
  sourceKind!: SourceKind | null;
  alert!: AlertThresholdsDto | null;
  breakdowns!: BreakdownDto[];
  /** What its values are computed from; null when people give them. */
  formula!: FormulaDto | null;
  /** Days after the end of a period before its value is late; null: as the community set. */
  dueDays!: number | null;
  /** Number of its definition: 1 as created. */
  version!: number;
  archivedAt!: Date | null;
  updatedAt!: Date;
  revision!: number;
}

/** An action that an indicator serves. */
export class ServedActionDto {
  id!: string;
  number!: number;
  title!: string;
}

/** What an indicator serves, and who gives its values. */
export class IndicatorPlaceDto {
  missionLabels!: string[];
  action!: ServedActionDto | null;
  /** The person in charge, else the lead of the action. */
  responsible!: string | null;
  /** The reader gives its values. */
  mine!: boolean;
}

/** A stretch of days, both ends included. */
export class PeriodDto {
  key!: string;
  kind!: PeriodKind;
  start!: string;
  end!: string;
}

/** Where a value stands against its target. */
export class ProgressDto {
  state!: ProgressState;
  /** Percentage of the way. */
  attainment!: number | null;
  remaining!: number | null;
}

/** One period of a curve; a missing value is null, never zero. */
export class SeriesPointDto {
  periodKey!: string;
  label!: string;
  value!: number | null;
  numerator!: number | null;
  denominator!: number | null;
  target!: number | null;
  status!: MeasureStatus | null;
  comment!: string | null;
}

/** Where an indicator stands at its last due period. */
export class StandingDto {
  period!: PeriodDto;
  value!: number | null;
  numerator!: number | null;
  denominator!: number | null;
  status!: MeasureStatus | null;
  comment!: string | null;
  /** What the target is compared with: the value, or the sum of the year so far. */
  compared!: number | null;
  target!: number | null;
  targetSetFor!: string | null;
  progress!: ProgressDto;
  /** In French. */
  sentence!: string;
  series!: SeriesPointDto[];
}

/** An indicator in the list. */
export class IndicatorLineDto {
  indicator!: IndicatorDto;
  place!: IndicatorPlaceDto;
  /** Null: no period is due yet. */
  standing!: StandingDto | null;
  awaited!: number;
  late!: number;
  /** The value shown has not the proof it should have. */
  proofMissing!: boolean;
}

/** A ready card to start from; without target nor value. */
export class IndicatorModelDto {
  mission!: string;
  /** A usual card, a national example of 2019 to be confirmed, or one of a real contract. */
  origin!: ModelOrigin;
  code!: string;
  name!: string;
  definition!: string;
  kind!: IndicatorKind;
  numeratorLabel!: string | null;
  denominatorLabel!: string | null;
  unit!: string | null;
  decimals!: number;
  direction!: IndicatorDirection;
  frequency!: PeriodKind;
  aggregation!: Aggregation;
  bounded!: boolean;
  countsPatients!: boolean;
  source!: string | null;
  evidenceExpected!: string | null;
  rationale?: string | null;
  limits?: string | null;
  sourceKind?: SourceKind | null;
  breakdowns?: BreakdownDto[];
  advice!: string;
}
