import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
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
import { IsCents, OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';
import { IsScoring, type ScoringDto, ScoringModels, ScoringProperty } from './scoring.dto';

const codeMessage = 'des lettres minuscules, des chiffres et des tirets sont attendus, par exemple mt-ald.';

/** An amount as signed; `confirmed: false` is « à confirmer sur votre contrat » and enters no computed euro. */
export class SignedAmountDto {
  /** null: not known. */
  @Label('Montant en centimes')
  @OrNull()
  @IsCents()
  cents!: number | null;

  @Label('Montant confirmé')
  @IsBoolean()
  confirmed!: boolean;
}

/** The initial value of an indicator. */
export class ContractBaselineDto {
  @Label('Valeur initiale')
  @IsNumber()
  @Min(0)
  @Max(termsLimits.number)
  value!: number;

  @Label('Date de la valeur initiale')
  @OrNull()
  @IsDay()
  on!: string | null;
}

/** An indicator as the contract writes it. */
@ScoringModels()
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
  @OrNull()
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
  @OrNull()
  @IsIn(['up', 'down'])
  direction!: 'up' | 'down' | null;

  @Label('Valeur initiale')
  @OrNull()
  @IsObject()
  @ValidateNested()
  @Type(() => ContractBaselineDto)
  baseline!: ContractBaselineDto | null;

  @Label('Mode de calcul')
  @ScoringProperty()
  @IsScoring()
  scoring!: ScoringDto;

  /** The most it pays, in cents; null when the contract gives no weight. */
  @Label('Maximum en centimes')
  @OrNull()
  @IsCents()
  maxCents!: number | null;

  @Label('Pièces attendues')
  @IsArray()
  @ArrayMaxSize(termsLimits.evidence)
  @IsString({ each: true })
  @MaxLength(termsLimits.evidenceText, { each: true })
  evidence!: string[];

  @Label('Note')
  @OrNull()
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
  @OrNull()
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
