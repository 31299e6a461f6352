import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { DomainError, textLimits } from '@maillage/domain/kernel';
import { conclusions, preparationStatuses, remarkLimit, type Conclusion, type PreparationStatus, type Proposal } from '@maillage/domain/review';
import { ContractBaselineDto, DoneScoringDto, LinearScoringDto, TargetScoringDto, TiersScoringDto } from '../contract/terms.dto';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';

const orNull = (field: string): PropertyDecorator => ValidateIf((input: Record<string, unknown>) => input[field] !== null);

/** What is said of an indicator, with the revision that was on screen (0 the first time). */
export class ChangeReviewLineDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Commentaire de la communauté')
  @orNull('comment')
  @IsString()
  @MaxLength(remarkLimit)
  comment!: string | null;

  @Label('Remarque de la caisse')
  @orNull('fundRemark')
  @IsString()
  @MaxLength(remarkLimit)
  fundRemark!: string | null;

  @Label('Remarque de l’ARS')
  @orNull('arsRemark')
  @IsString()
  @MaxLength(remarkLimit)
  arsRemark!: string | null;

  /** null: not examined yet. */
  @Label('Conclusion')
  @orNull('conclusion')
  @IsIn(conclusions)
  conclusion!: Conclusion | null;

  /** In cents; null: what the contract's rule computes. */
  @Label('Montant retenu')
  @orNull('agreedCents')
  @IsInt()
  @Min(0)
  @Max(1e12)
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
  @orNull('personId')
  @IsUUID()
  personId!: string | null;

  @Label('Échéance')
  @orNull('dueOn')
  @IsDay()
  dueOn!: string | null;

  @Label('À faire')
  @orNull('note')
  @IsString()
  @MaxLength(textLimits.sentence)
  note!: string | null;
}

const scorings = [DoneScoringDto, TargetScoringDto, TiersScoringDto, LinearScoringDto];

/** What the next contract year would say, with the revision that was on screen (0 the first time). */
@ApiExtraModels(...scorings)
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
  @ApiProperty({
    oneOf: scorings.map((each) => ({ $ref: getSchemaPath(each) })),
    discriminator: {
      propertyName: 'mode',
      mapping: {
        done: getSchemaPath(DoneScoringDto),
        target: getSchemaPath(TargetScoringDto),
        tiers: getSchemaPath(TiersScoringDto),
        linear: getSchemaPath(LinearScoringDto),
      },
    },
    required: false,
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Object, {
    keepDiscriminatorProperty: true,
    discriminator: {
      property: 'mode',
      subTypes: [
        { value: DoneScoringDto, name: 'done' },
        { value: TargetScoringDto, name: 'target' },
        { value: TiersScoringDto, name: 'tiers' },
        { value: LinearScoringDto, name: 'linear' },
      ],
    },
  })
  scoring?: DoneScoringDto | TargetScoringDto | TiersScoringDto | LinearScoringDto;
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
