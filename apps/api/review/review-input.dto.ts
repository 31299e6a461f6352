import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { DomainError, textLimits } from '@maillage/domain/kernel';
import { conclusions, preparationStatuses, remarkLimit, type Conclusion, type PreparationStatus, type Proposal } from '@maillage/domain/review';
import { IsScoring, type ScoringDto, ScoringModels, ScoringProperty } from '../contract/scoring.dto';
import { ContractBaselineDto } from '../contract/terms.dto';
import { IsDay } from '../http/is-day';
import { IsCents, OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';


/** What is said of an indicator, with the revision that was on screen (0 the first time). */
export class ChangeReviewLineDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Commentaire de la communauté')
  @OrNull()
  @IsString()
  @MaxLength(remarkLimit)
  comment!: string | null;

  @Label('Remarque de la caisse')
  @OrNull()
  @IsString()
  @MaxLength(remarkLimit)
  fundRemark!: string | null;

  @Label('Remarque de l’ARS')
  @OrNull()
  @IsString()
  @MaxLength(remarkLimit)
  arsRemark!: string | null;

  /** null: not examined yet. */
  @Label('Conclusion')
  @OrNull()
  @IsIn(conclusions)
  conclusion!: Conclusion | null;

  /** In cents; null: what the contract's rule computes. */
  @Label('Montant retenu')
  @OrNull()
  @IsCents()
  agreedCents!: number | null;
}

/** How an action is prepared, with the revision that was on screen (0 the first time). */
export class ChangePreparationDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Préparation')
  @IsIn(preparationStatuses)
  status!: PreparationStatus;

  @Label('Personne')
  @OrNull()
  @IsUUID()
  personId!: string | null;

  @Label('Échéance')
  @OrNull()
  @IsDay()
  dueOn!: string | null;

  @Label('À faire')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.sentence)
  note!: string | null;
}

/** What the next contract year would say, with the revision that was on screen (0 the first time). */
@ScoringModels()
export class ProposeTargetDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  /** False: « ne pas reconduire »; the rest is then ignored. */
  @Label('Reconduit')
  @IsBoolean()
  renewed!: boolean;

  @Label('Valeur initiale')
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ContractBaselineDto)
  baseline?: ContractBaselineDto | null;

  /** In the same mode as this year. */
  @Label('Mode de calcul')
  @ScoringProperty({ required: false })
  @IsOptional()
  @IsScoring()
  scoring?: ScoringDto;
}

/** The proposal a body holds; `review-proposal-invalid` when it renews without saying how it pays. */
export function proposalOf({ renewed, baseline, scoring }: ProposeTargetDto): Proposal {
  if (!renewed) return { renewed: false };
  if (!scoring) throw new DomainError('review-proposal-invalid', { rule: 'il manque ce que l\'indicateur paie' });
  return { renewed: true, baseline: baseline ?? null, scoring };
}

/** The review as it was seen when someone chose to close it. */
export class CloseReviewDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  /** Of the room on screen: what is frozen is what was seen. */
  @Label('Empreinte')
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  fingerprint!: string;
}

/** Why a closed review is opened again. */
export class ReopenReviewDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Raison')
  @IsString()
  @MaxLength(textLimits.sentence)
  reason!: string;
}
