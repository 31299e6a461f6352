import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { textLimits } from '@maillage/domain/kernel';
import { Label } from '../http/validation-messages';
import { periodKeyPattern, periodKeyMessage } from './indicators.dto';

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
