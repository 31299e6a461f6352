import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsNumber, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { contractDurationLimits } from '@maillage/domain/contract';
import { scenarioLimits } from '@maillage/domain/money';
import { Label } from '../http/validation-messages';

/** A supposed value of a contract indicator; 1 or 0 for yes or no. */
export class ScenarioValueDto {
  @Label('Code de l’indicateur')
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  code!: string;

  @Label('Valeur')
  @IsNumber()
  @Min(0)
  @Max(scenarioLimits.value)
  value!: number;
}

/** Which contract year. */
export class ScenariosQueryDto {
  @Label('Année du contrat')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(contractDurationLimits.max)
  year!: number;
}

/** A simulation to be kept under a name. */
export class SaveScenarioDto {
  /** Made by the screen: the same request sent twice keeps it once. */
  @Label('Identifiant')
  @IsUUID()
  id!: string;

  @Label('Année du contrat')
  @IsInt()
  @Min(1)
  @Max(contractDurationLimits.max)
  year!: number;

  @Label('Nom du scénario')
  @IsString()
  @MinLength(1)
  @MaxLength(scenarioLimits.name)
  name!: string;

  /** Only the values that differ from what stands today. */
  @Label('Valeurs')
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ScenarioValueDto)
  values!: ScenarioValueDto[];
}

/** A scenario's name and values, with the revision that was on screen. */
export class ChangeScenarioDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Nom du scénario')
  @IsString()
  @MinLength(1)
  @MaxLength(scenarioLimits.name)
  name!: string;

  @Label('Valeurs')
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ScenarioValueDto)
  values!: ScenarioValueDto[];
}

/** The revision that was on screen. */
export class RemoveScenarioQueryDto {
  @Label('Révision')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  revision!: number;
}

/** A scenario as kept. */
export class ScenarioDto {
  id!: string;
  year!: number;
  name!: string;
  values!: ScenarioValueDto[];
  revision!: number;
  updatedAt!: Date;
  /** Who saved it last; null when they are gone. */
  savedBy!: string | null;
}
