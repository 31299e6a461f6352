import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ArrayMaxSize,
  IsTimeZone,
} from 'class-validator';
import { maskBelowLimits } from '@maillage/domain/community';
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
