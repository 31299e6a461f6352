import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNumber, IsObject, IsString, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { termsLimits } from '@maillage/domain/contract';
import { IsCents, OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** What is paid, in cents; null when the contract does not say. */
export abstract class PaidDto {
  @Label('Montant en centimes')
  @OrNull()
  @IsCents()
  cents!: number | null;
}

/** What is paid against a threshold. */
export abstract class PaidAtThresholdDto extends PaidDto {
  @Label('Cible')
  @IsNumber()
  @Min(0)
  @Max(termsLimits.number)
  threshold!: number;
}

/** Paid when it is done. */
export class DoneScoringDto extends PaidDto {
  @IsIn(['done'])
  mode!: 'done';
}

/** Paid when the threshold is reached. */
export class TargetScoringDto extends PaidAtThresholdDto {
  @IsIn(['target'])
  mode!: 'target';
}

/** Paid in proportion from the initial value to the threshold. */
export class LinearScoringDto extends PaidAtThresholdDto {
  @IsIn(['linear'])
  mode!: 'linear';
}

/** A step: from this threshold on, this amount. */
export class TierDto extends PaidDto {
  @Label('Nom du palier')
  @IsString()
  @MinLength(1)
  @MaxLength(termsLimits.label)
  label!: string;

  @Label('Seuil du palier')
  @IsNumber()
  @Min(0)
  @Max(termsLimits.number)
  threshold!: number;
}

/** The highest tier reached pays, never the sum. */
export class TiersScoringDto {
  @IsIn(['tiers'])
  mode!: 'tiers';

  @Label('Paliers')
  @IsArray()
  @ArrayMaxSize(termsLimits.tiers)
  @ValidateNested({ each: true })
  @Type(() => TierDto)
  tiers!: TierDto[];
}

/** The four ways an indicator pays, told apart by `mode`. */
export type ScoringDto = DoneScoringDto | TargetScoringDto | TiersScoringDto | LinearScoringDto;

const modes = { done: DoneScoringDto, target: TargetScoringDto, tiers: TiersScoringDto, linear: LinearScoringDto };

/** Makes the four ways known to the document: on each class that has a `@ScoringProperty()`. */
export const ScoringModels = (): ClassDecorator => ApiExtraModels(...Object.values(modes));

/** Describes a field that holds one of the four ways. */
export const ScoringProperty = ({ required = true } = {}): PropertyDecorator =>
  ApiProperty({
    oneOf: Object.values(modes).map((each) => ({ $ref: getSchemaPath(each) })),
    discriminator: {
      propertyName: 'mode',
      mapping: Object.fromEntries(Object.entries(modes).map(([mode, each]) => [mode, getSchemaPath(each)])),
    },
    required,
  });

/** Checks a field that holds one of the four ways, each by its own rules. */
export const IsScoring = (): PropertyDecorator =>
  applyDecorators(
    IsObject(),
    ValidateNested(),
    Type(() => Object, {
      keepDiscriminatorProperty: true,
      discriminator: { property: 'mode', subTypes: Object.entries(modes).map(([name, value]) => ({ name, value })) },
    }),
  );
