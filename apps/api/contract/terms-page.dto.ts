import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import type { MissionKind, TermsWarningCode } from '@maillage/domain/contract';
import { textLimits } from '@maillage/domain/kernel';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';
import { CrisisDto, CrisisKindDto } from './crisis.dto';
import { ContractTermsDto } from './terms.dto';

/** Which year, and which version of it. */
export class TermsQueryDto {
  /** Absent: the year that runs, else the nearest. */
  @ApiPropertyOptional()
  @Label('Année du contrat')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10)
  year?: number;

  /** Absent: the latest. */
  @ApiPropertyOptional()
  @Label('Avenant')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(99)
  amendment?: number;
}

/** A contract year in the list. */
export class TermsYearDto {
  number!: number;
  start!: string;
  end!: string;
  state!: 'past' | 'current' | 'upcoming';
  hasTerms!: boolean;
  /** Its review is closed: its terms no longer change. */
  closed!: boolean;
  /** Number of its latest amendment; 0 as signed, null without terms. */
  amendment!: number | null;
}

/** A version of the terms of a year, without them. */
export class TermsVersionDto {
  /** 0 as signed. */
  amendment!: number;
  label!: string;
  effectiveOn!: string;
  revision!: number;
  updatedAt!: Date;
  /** Name of who recorded it; null when unknown. */
  updatedBy!: string | null;
  /** The one that counts for the year. */
  current!: boolean;
  /** sha256 of its content. */
  hash!: string;
}

/** A warning about the terms: recorded all the same. */
export class TermsWarningDto {
  /** `missions[0].variable.cents` */
  path!: string;
  code!: TermsWarningCode;
  /** In French. */
  sentence!: string;
}

/** What the agreement says of an amount. */
export class AmountSuggestionDto {
  /** null: *fonctionnement*. */
  missionCode!: string | null;
  part!: 'operating' | 'fixed' | 'variable' | 'variableIfCrisis';
  /** null: nothing was found. */
  cents!: number | null;
  /** True: published or derived; false: to be confirmed on the contract. */
  isRule!: boolean;
  /** Status and source, in French. */
  sentence!: string;
}

/** A mission the agreement knows. */
export class AgreementMissionDto {
  code!: string;
  label!: string;
  shortLabel!: string;
  kind!: MissionKind;
  /** Core, or chosen by the community. */
  chosen!: boolean;
}

/** What was signed, beside its terms. */
export class TermsContractDto {
  signedOn!: string;
  endsOn!: string;
  durationYears!: number;
  agreement!: string;
  agreementLabel!: string;
  size!: number | null;
  revision!: number;
}

/** The terms of a contract year. */
export class TermsPageDto {
  /** null: the contract itself is not recorded yet. */
  contract!: TermsContractDto | null;
  years!: TermsYearDto[];
  /** The year shown; null without a contract. */
  year!: TermsYearDto | null;
  /** The version shown; null when the year has no terms yet. */
  version!: TermsVersionDto | null;
  /** Its content; null when the year has no terms yet. */
  terms!: ContractTermsDto | null;
  /** Every version of the year, oldest first. */
  versions!: TermsVersionDto[];
  warnings!: TermsWarningDto[];
  /** Sentence when the population contradicts the size. */
  sizeWarning!: string | null;
  missions!: AgreementMissionDto[];
  suggestions!: AmountSuggestionDto[];
  /** What to begin from in a year without terms: the year before, or the agreement; null when the year has terms. */
  startingPoint!: ContractTermsDto | null;
  /** Where the starting point comes from, in French; null when there is none. */
  startingPointFrom!: string | null;
  crises!: CrisisDto[];
  crisisKinds!: CrisisKindDto[];
  today!: string;
  /** What this person may do here. */
  may!: TermsMayDto;
}

/** What a person may do with the terms. */
export class TermsMayDto {
  /** Correct the version shown, or record the first one. */
  write!: boolean;
  /** Add an amendment to the year shown. */
  amend!: boolean;
  import!: boolean;
  crises!: boolean;
}

/** The terms of a year as a whole, with the revision that was on screen (0 the first time). */
export class RecordTermsDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  /** The version that was on screen: 0 as signed, or the number of the latest amendment. */
  @Label('Avenant')
  @IsInt()
  @Min(0)
  @Max(99)
  amendment!: number;

  @Label('Termes')
  @IsObject()
  @ValidateNested()
  @Type(() => ContractTermsDto)
  terms!: ContractTermsDto;
}

/** A new dated version of the terms of a year. */
export class AddAmendmentDto {
  /** Number of the amendment; absent: the next one. */
  @Label('Numéro de l’avenant')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99)
  number?: number;

  /** Absent: « Avenant n° 2 ». */
  @Label('Libellé de l’avenant')
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.name)
  label?: string;

  @Label('Date d’effet')
  @IsDay()
  effectiveOn!: string;

  /** Latest version that was on screen, so that two amendments at once do not overwrite each other. */
  @Label('Version de départ')
  @IsInt()
  @Min(0)
  @Max(99)
  from!: number;

  /** Revision of that version. */
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  /** Also replaces the terms of the later years that have some already. */
  @Label('Années suivantes')
  @IsOptional()
  @IsBoolean()
  laterYears?: boolean;

  @Label('Termes')
  @IsObject()
  @ValidateNested()
  @Type(() => ContractTermsDto)
  terms!: ContractTermsDto;
}
