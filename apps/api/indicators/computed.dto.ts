import { IsBoolean, IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { aggregations, formulaLimits, indicatorKinds, maxDecimals, type Aggregation, type ComputedOutcome, type FormulaInput, type IndicatorKind } from '@maillage/domain/indicators';
import { periodKinds, textLimits, type PeriodKind } from '@maillage/domain/kernel';
import { IsDay } from '../http/is-day';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** A formula while it is typed, with what the card on screen says. */
export class FormulaPreviewInputDto {
  @Label('Formule')
  @IsString()
  @MaxLength(formulaLimits.characters)
  text!: string;

  /** The indicator that is changed; null for a new one. */
  @Label('Indicateur')
  @OrNull()
  @IsUUID()
  indicatorId!: string | null;

  @Label('Code')
  @IsString()
  @MaxLength(20)
  code!: string;

  @Label('Type')
  @IsIn(indicatorKinds)
  kind!: IndicatorKind;

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

  @Label('Part d’un ensemble')
  @IsBoolean()
  bounded!: boolean;

  @Label('Périodicité')
  @IsIn(periodKinds)
  frequency!: PeriodKind;

  @Label('Valeur de l’année')
  @IsIn(aggregations)
  aggregation!: Aggregation;

  @Label('Suivi depuis')
  @IsDay()
  trackedFrom!: string;
}

/** What a formula would give for a period. */
export class FormulaPreviewPeriodDto {
  label!: string;
  /** Said with its unit; null: nothing. */
  text!: string | null;
  /** Why nothing, or why it may still move. */
  sentence!: string | null;
}

/** What is learned of a formula while it is typed. */
export class FormulaPreviewDto {
  /** Why it is refused; null when it can be saved. */
  fault!: string | null;
  /** Character of the fault, from 1. */
  place!: number | null;
  /** With the names of its indicators. */
  words!: string | null;
  /** Newest first. */
  periods!: FormulaPreviewPeriodDto[];
}

/** An indicator by its code. */
export class ComputedLinkDto {
  id!: string;
  code!: string;
  name!: string;
}

/** What an input gave. */
export class ComputedInputDto {
  kind!: FormulaInput['kind'];
  id!: string;
  /** As the formula writes it: « PRE-01 », « numérateur(PRE-01) ». */
  written!: string;
  name!: string;
  /** Null: missing. */
  text!: string | null;
  settled!: boolean;
}

/** What a formula gives for a period, and what became of it. */
export class ComputedPeriodDto {
  periodKey!: string;
  label!: string;
  outcome!: ComputedOutcome;
  text!: string | null;
  sentence!: string | null;
  /** What is asked, when another value stands. */
  question!: string | null;
  /** Taking the figure of the formula opens a validated value again. */
  reopens!: boolean;
  /** Why the reader cannot take the figure of the formula; null when they can, or when nothing is asked. */
  closed!: string | null;
  inputs!: ComputedInputDto[];
  computedAt!: Date;
  revision!: number;
}

/** What the reader may do about computed values. */
export class ComputedMayDto {
  settle!: boolean;
}

/** Where the values of an indicator come from, and what they feed. */
export class ComputedPageDto {
  formula!: string | null;
  words!: string | null;
  inputs!: ComputedLinkDto[];
  feeds!: ComputedLinkDto[];
  /** Newest first; empty without a formula. */
  periods!: ComputedPeriodDto[];
  may!: ComputedMayDto;
}

/** A formula and a value that stands say different things: somebody chooses. */
export class ComputedQuestionDto {
  id!: string;
  code!: string;
  name!: string;
  periodKey!: string;
  label!: string;
  question!: string;
}

/** The answer to a question, as it was seen. */
export class SettleComputedDto {
  /** `keep`: the value that stands; `replace`: the figure of the formula, a validated value being opened again. */
  @Label('Choix')
  @IsIn(['keep', 'replace'])
  choice!: 'keep' | 'replace';

  @Label('Raison')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.sentence)
  reason!: string;

  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}
