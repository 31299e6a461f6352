import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  contractCodePattern,
  contractIndicatorKinds,
  contractSources,
  missionKinds,
  termsLimits,
  type ContractIndicatorKind,
  type ContractSource,
  type MissionKind,
} from '@maillage/domain/contract';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';

/** The largest amount: below ten billion euros. */
const maxCents = 1e12 - 1;
const codeMessage = 'des lettres minuscules, des chiffres et des tirets sont attendus, par exemple mt-ald.';
const orNull = (field: string): PropertyDecorator => ValidateIf((input: Record<string, unknown>) => input[field] !== null);

/** An amount as signed; `confirmed: false` is « à confirmer sur votre contrat » and enters no computed euro. */
export class SignedAmountDto {
  /** null: not known. */
  @Label('Montant en centimes')
  @orNull('cents')
  @IsInt()
  @Min(0)
  @Max(maxCents)
  cents!: number | null;

  @Label('Montant confirmé')
  @IsBoolean()
  confirmed!: boolean;
}

/** Paid when it is done. */
export class DoneScoringDto {
  @IsIn(['done'])
  mode!: 'done';

  @Label('Montant en centimes')
  @orNull('cents')
  @IsInt()
  @Min(0)
  @Max(maxCents)
  cents!: number | null;
}

/** Paid when the threshold is reached. */
export class TargetScoringDto {
  @IsIn(['target'])
  mode!: 'target';

  @Label('Cible')
  @IsNumber()
  @Min(0)
  @Max(termsLimits.number)
  threshold!: number;

  @Label('Montant en centimes')
  @orNull('cents')
  @IsInt()
  @Min(0)
  @Max(maxCents)
  cents!: number | null;
}

/** Paid in proportion from the initial value to the threshold. */
export class LinearScoringDto {
  @IsIn(['linear'])
  mode!: 'linear';

  @Label('Cible')
  @IsNumber()
  @Min(0)
  @Max(termsLimits.number)
  threshold!: number;

  @Label('Montant en centimes')
  @orNull('cents')
  @IsInt()
  @Min(0)
  @Max(maxCents)
  cents!: number | null;
}

/** A step: from this threshold on, this amount. */
export class TierDto {
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

  @Label('Montant en centimes')
  @orNull('cents')
  @IsInt()
  @Min(0)
  @Max(maxCents)
  cents!: number | null;
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

/** The initial value of an indicator. */
export class ContractBaselineDto {
  @Label('Valeur initiale')
  @IsNumber()
  @Min(0)
  @Max(termsLimits.number)
  value!: number;

  @Label('Date de la valeur initiale')
  @orNull('on')
  @IsDay()
  on!: string | null;
}

const scorings = [DoneScoringDto, TargetScoringDto, TiersScoringDto, LinearScoringDto];

/** An indicator as the contract writes it. */
@ApiExtraModels(...scorings)
export class ContractIndicatorDto {
  /** Stays the same from year to year. */
  @Label('Code de l’indicateur')
  @IsString()
  @MaxLength(termsLimits.code)
  @Matches(contractCodePattern, { message: codeMessage })
  code!: string;

  @Label('Libellé de l’indicateur')
  @IsString()
  @MinLength(1)
  @MaxLength(termsLimits.title)
  title!: string;

  /** The contract's own words. */
  @Label('Texte du contrat')
  @orNull('clause')
  @IsString()
  @MaxLength(termsLimits.clause)
  clause!: string | null;

  @Label('Source')
  @IsIn(contractSources)
  source!: ContractSource;

  @Label('Type')
  @IsIn(contractIndicatorKinds)
  kind!: ContractIndicatorKind;

  /** null for yes or no. */
  @Label('Sens')
  @orNull('direction')
  @IsIn(['up', 'down'])
  direction!: 'up' | 'down' | null;

  @Label('Valeur initiale')
  @orNull('baseline')
  @IsObject()
  @ValidateNested()
  @Type(() => ContractBaselineDto)
  baseline!: ContractBaselineDto | null;

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
  })
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
  scoring!: DoneScoringDto | TargetScoringDto | TiersScoringDto | LinearScoringDto;

  /** The most it pays, in cents; null when the contract gives no weight. */
  @Label('Maximum en centimes')
  @orNull('maxCents')
  @IsInt()
  @Min(0)
  @Max(maxCents)
  maxCents!: number | null;

  @Label('Pièces attendues')
  @IsArray()
  @ArrayMaxSize(termsLimits.evidence)
  @IsString({ each: true })
  @MaxLength(termsLimits.evidenceText, { each: true })
  evidence!: string[];

  @Label('Note')
  @orNull('note')
  @IsString()
  @MaxLength(termsLimits.note)
  note!: string | null;

  @Label('Seulement en cas de crise')
  @IsBoolean()
  onlyIfCrisis!: boolean;
}

/** An action as the contract writes it. */
export class ContractActionDto {
  @Label('Code de l’action')
  @IsString()
  @MaxLength(termsLimits.code)
  @Matches(contractCodePattern, { message: codeMessage })
  code!: string;

  @Label('Titre de l’action')
  @IsString()
  @MinLength(1)
  @MaxLength(termsLimits.title)
  title!: string;

  @Label('Indicateurs')
  @IsArray()
  @ArrayMaxSize(termsLimits.indicatorsPerAction)
  @ValidateNested({ each: true })
  @Type(() => ContractIndicatorDto)
  indicators!: ContractIndicatorDto[];
}

/** A mission in a contract year. */
export class MissionTermsDto {
  @Label('Mission')
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  code!: string;

  @Label('Nature de la mission')
  @IsIn(missionKinds)
  kind!: MissionKind;

  @Label('Part fixe')
  @IsObject()
  @ValidateNested()
  @Type(() => SignedAmountDto)
  fixed!: SignedAmountDto;

  @Label('Part variable')
  @IsObject()
  @ValidateNested()
  @Type(() => SignedAmountDto)
  variable!: SignedAmountDto;

  /** null: no such part. */
  @Label('Part en cas de crise')
  @orNull('variableIfCrisis')
  @IsObject()
  @ValidateNested()
  @Type(() => SignedAmountDto)
  variableIfCrisis!: SignedAmountDto | null;

  @Label('Actions')
  @IsArray()
  @ArrayMaxSize(termsLimits.actionsPerMission)
  @ValidateNested({ each: true })
  @Type(() => ContractActionDto)
  actions!: ContractActionDto[];
}

/** What the contract says of one of its years. */
export class ContractTermsDto {
  @Label('Fonctionnement')
  @IsObject()
  @ValidateNested()
  @Type(() => SignedAmountDto)
  operating!: SignedAmountDto;

  @Label('Missions')
  @IsArray()
  @ArrayMaxSize(termsLimits.missions)
  @ValidateNested({ each: true })
  @Type(() => MissionTermsDto)
  missions!: MissionTermsDto[];
}
