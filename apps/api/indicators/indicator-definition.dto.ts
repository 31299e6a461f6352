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
  type ModelOrigin,
  type SourceKind,
} from '@maillage/domain/indicators';
import { periodKinds, textLimits, type PeriodKind } from '@maillage/domain/kernel';
import { IsDay } from '../http/is-day';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

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
