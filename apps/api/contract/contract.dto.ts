import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { CommunitySize } from '@maillage/domain/community';
import { contractDurationLimits, prorataUnits, type MissionKind, type MissionState, type ProrataUnit } from '@maillage/domain/contract';
import { IsDay } from '../http/is-day';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** A day of every year, MM-DD. */
const yearStart = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

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
  @OrNull()
  @IsIn([1, 2, 3, 4])
  size!: CommunitySize | null;

  /** What a part of a year is counted in. Absent, as the two days below: what is there stays. */
  @Label('Unité du prorata')
  @IsOptional()
  @IsIn(prorataUnits)
  prorataUnit?: ProrataUnit;

  /** First day of the accounting year, MM-DD. */
  @Label('Début de l’exercice comptable')
  @IsOptional()
  @Matches(yearStart, { message: 'un jour de l’année est attendu, sous la forme MM-JJ.' })
  accountingYearStart?: string;

  /** First day of the membership year, MM-DD. */
  @Label('Début de l’année d’adhésion')
  @IsOptional()
  @Matches(yearStart, { message: 'un jour de l’année est attendu, sous la forme MM-JJ.' })
  membershipYearStart?: string;
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
  prorataUnit!: ProrataUnit;
  /** MM-DD */
  accountingYearStart!: string;
  /** MM-DD */
  membershipYearStart!: string;
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
  @OrNull()
  @IsDay()
  startedOn!: string | null;

  @Label('Date de déploiement')
  @OrNull()
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
