import type { CommunitySize } from '@maillage/domain/community';
import type { AmountPart, AmountStatus, FigureStatus, MissionKind } from '@maillage/domain/contract';
import { MissionPartDto } from './contract.dto';

/** A number of the agreement with how sure it is. */
export class VersionMonthsDto {
  value!: number;
  status!: FigureStatus;
  /** Key of a source. */
  source!: string;
}

/** A mission as the agreement has it. */
export class VersionMissionDto {
  code!: string;
  label!: string;
  shortLabel!: string;
  kind!: MissionKind;
  summary!: string;
  parts!: MissionPartDto[];
  introducedOn!: string;
  startWithinMonths!: VersionMonthsDto | null;
  deployWithinMonths!: VersionMonthsDto | null;
}

/** A size and the population it covers. */
export class VersionSizeDto {
  size!: CommunitySize;
  minPopulation!: number;
  maxPopulationExclusive!: number | null;
  status!: FigureStatus;
  source!: string;
}

/** An amount a year for one size. */
export class VersionAmountDto {
  size!: CommunitySize;
  /** The rule; null when nobody published it. */
  cents!: number | null;
  /** What is supposed, to be confirmed on the signed contract. */
  candidateCents!: number | null;
  status!: AmountStatus;
  /** Keys of sources. */
  sources!: string[];
  note!: string | null;
}

/** A line of amounts. */
export class VersionAmountLineDto {
  code!: string;
  label!: string;
  missionCode!: string | null;
  part!: AmountPart;
  figures!: VersionAmountDto[];
}

/** A code with its name. */
export class VersionCrisisKindDto {
  code!: string;
  label!: string;
}

/** Where figures come from. */
export class VersionSourceDto {
  key!: string;
  url!: string | null;
  what!: string;
}

/** What a community of the agreement is called. */
export class VersionStructureDto {
  label!: string;
  name!: string;
}

/** A version of the agreement. */
export class AgreementDto {
  code!: string;
  label!: string;
  structure!: VersionStructureDto;
  signedOn!: string;
  validFrom!: string;
  validTo!: string | null;
  contractYears!: number;
  sizeNote!: string;
  sizes!: VersionSizeDto[];
  missions!: VersionMissionDto[];
  amounts!: VersionAmountLineDto[];
  crisisKinds!: VersionCrisisKindDto[];
  notes!: string[];
  sources!: VersionSourceDto[];
}

/** The versions of the agreement. */
export class AgreementsDto {
  agreements!: AgreementDto[];
}
