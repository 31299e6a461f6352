import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ArrayMaxSize,
  IsTimeZone,
} from 'class-validator';
import { Type } from 'class-transformer';
import { auditActs, type AuditAct } from '@maillage/domain/kernel';
import { maskBelowLimits } from '@maillage/domain/community';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';

/** The settings of the community, with the revision that was on screen. */
export class ChangeSettingsDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Nom de la communauté')
  @IsString()
  @Length(1, 160)
  name!: string;

  @Label('Appellation')
  @IsString()
  @Length(1, 60)
  label!: string;

  @Label('Fuseau horaire')
  @IsTimeZone()
  @MaxLength(60)
  timeZone!: string;

  @Label('Seuil de masquage')
  @IsInt()
  @Min(maskBelowLimits.min)
  @Max(maskBelowLimits.max)
  maskBelow!: number;
}

/** The settings of the community. */
export class SettingsDto {
  id!: string;
  name!: string;
  label!: string;
  /** « CPTS du Giennois-Berry ». */
  title!: string;
  timeZone!: string;
  maskBelow!: number;
  logoFileId!: string | null;
  demo!: boolean;
  revision!: number;
  updatedAt!: Date;
}

/** A commune, or an arrondissement of Paris, Lyon or Marseille. */
export class CommuneDto {
  inseeCode!: string;
  /** City of an arrondissement. */
  parentCode!: string | null;
  name!: string;
  departmentCode!: string;
  departmentName!: string;
  postcodes!: string[];
  population!: number | null;
  epciSiren!: string | null;
  epciName!: string | null;
  vintage!: number;
}

/** An intercommunality and what it would bring. */
export class EpciDto {
  siren!: string;
  name!: string;
  communes!: number;
  population!: number;
  departmentCodes!: string[];
}

/** What a search of communes answers. */
export class CommuneSearchDto {
  communes!: CommuneDto[];
  epci!: EpciDto[];
}

/** Sum of the population of the communes. */
export class TerritoryPopulationDto {
  total!: number;
  communes!: number;
  /** Names of the communes without a published population. */
  unknown!: string[];
}

/** The territory of the community. */
export class TerritoryDto {
  communes!: CommuneDto[];
  population!: TerritoryPopulationDto;
  departments!: string[];
  vintage!: number;
}

/** A search of communes. */
export class CommuneSearchQuery {
  @Label('Recherche')
  @IsString()
  @MaxLength(80)
  q!: string;
}

/** Communes and whole intercommunalities to add. */
export class AddToTerritoryDto {
  @Label('Communes')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @Matches(/^(\d{2}|2[AB])\d{3}$/, { each: true, message: 'un code INSEE de 5 caractères est attendu.' })
  communes?: string[];

  @Label('Intercommunalités')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(/^\d{9}$/, { each: true, message: 'un numéro SIREN de 9 chiffres est attendu.' })
  epci?: string[];
}

/** Communes to take out. */
export class RemoveFromTerritoryDto {
  @Label('Communes')
  @IsArray()
  @ArrayMaxSize(1000)
  @Matches(/^(\d{2}|2[AB])\d{3}$/, { each: true, message: 'un code INSEE de 5 caractères est attendu.' })
  communes!: string[];
}

const acts = Object.keys(auditActs) as AuditAct[];

/** What to find in the journal. */
export class JournalQuery {
  @Label('Recherche')
  @IsOptional()
  @IsString()
  @MaxLength(80)
  words?: string;

  @Label('Action')
  @IsOptional()
  @IsIn(acts)
  act?: string;

  @Label('Personne')
  @IsOptional()
  @IsUUID()
  personId?: string;

  @Label('Depuis')
  @IsOptional()
  @IsDay()
  from?: string;

  @Label('Jusqu’au')
  @IsOptional()
  @IsDay()
  to?: string;

  @Label('Suite')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  beforeId?: number;
}

/** A field of a line of the journal that changed. */
export class AuditChangeDto {
  field!: string;
  before!: string | null;
  after!: string | null;
}

/** A line of the journal. */
export class JournalLineDto {
  id!: number;
  at!: Date;
  personId!: string | null;
  /** Null: the product itself. */
  who!: string | null;
  act!: string;
  what!: string;
  subjectType!: string;
  subjectId!: string;
  subject!: string | null;
  changes!: AuditChangeDto[];
}

/** A person who appears in the journal. */
export class JournalPersonDto {
  personId!: string;
  name!: string;
}

/** A page of the journal. */
export class JournalPageDto {
  lines!: JournalLineDto[];
  /** To be given as `beforeId` to read on. */
  nextId!: number | null;
  people!: JournalPersonDto[];
}
