import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import type { CommunitySize } from '@maillage/domain/community';
import { contractDurationLimits, type MissionKind, type MissionState } from '@maillage/domain/contract';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';

/** The contract as signed, with the revision that was on screen (0 the first time). */
export class RecordContractDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Date de signature')
  @IsDay()
  signedOn!: string;

  @Label('Durée')
  @IsInt()
  @Min(contractDurationLimits.min)
  @Max(contractDurationLimits.max)
  durationYears!: number;

  /** Absent: the version in force on the day of the signature. */
  @Label('Version de l’accord')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  agreement?: string | null;

  @Label('Taille')
  @ValidateIf((input: RecordContractDto) => input.size !== null)
  @IsIn([1, 2, 3, 4])
  size!: CommunitySize | null;
}

/** A contract year. */
export class ContractYearDto {
  number!: number;
  start!: string;
  end!: string;
}

/** What was signed. */
export class ContractDto {
  signedOn!: string;
  durationYears!: number;
  agreement!: string;
  size!: number | null;
  updatedAt!: Date;
}

/** The population beside the size. */
export class SizeCheckDto {
  population!: number;
  communes!: number;
  vintage!: number;
  /** Size the population would give. */
  suggested!: number | null;
  onBoundary!: boolean;
  /** Sentence when the contract says another size. */
  warning!: string | null;
}

/** The contract page. */
export class ContractPageDto {
  contract!: ContractDto | null;
  revision!: number;
  endsOn!: string | null;
  currentYear!: ContractYearDto | null;
  /** In French, or why there is none. */
  currentYearLabel!: string;
  years!: ContractYearDto[];
  size!: SizeCheckDto;
  today!: string;
}

/** What the community does with a mission, with the revision that was on screen (0 the first time). */
export class ChangeMissionDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;

  @Label('Mission choisie')
  @IsBoolean()
  chosen!: boolean;

  @Label('Date de démarrage')
  @ValidateIf((input: ChangeMissionDto) => input.startedOn !== null)
  @IsDay()
  startedOn!: string | null;

  @Label('Date de déploiement')
  @ValidateIf((input: ChangeMissionDto) => input.deployedOn !== null)
  @IsDay()
  deployedOn!: string | null;
}

/** Where a mission stands against its deadlines. */
export class MissionClockDto {
  missionCode!: string;
  /** One of `missionStates`. */
  state!: MissionState;
  startedOn!: string | null;
  deployedOn!: string | null;
  startDue!: string | null;
  deployDue!: string | null;
  lateDays!: number;
  toConfirm!: boolean;
  /** In French. */
  sentence!: string;
}

/** A part of a mission. */
export class MissionPartDto {
  code!: string;
  label!: string;
}

/** A mission of the agreement. */
export class MissionDto {
  code!: string;
  label!: string;
  shortLabel!: string;
  kind!: MissionKind;
  summary!: string;
  parts!: MissionPartDto[];
  chosen!: boolean;
  clock!: MissionClockDto;
  /** Actions that serve it. */
  actions!: number;
  revision!: number;
}

/** The missions page. */
export class MissionsPageDto {
  missions!: MissionDto[];
  contractSignedOn!: string | null;
  contractEndsOn!: string | null;
  currentYearLabel!: string;
  agreementLabel!: string;
  today!: string;
}
