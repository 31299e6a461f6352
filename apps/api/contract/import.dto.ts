import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { Label } from '../http/validation-messages';
import { TermsWarningDto } from './terms-page.dto';

/** Something that an import would change. */
export class TermsDifferenceDto {
  /** Contract year; null: the contract itself, its missions, its settings or its crises. */
  year!: number | null;
  /** « Contrat tel que signé », « Avenant n° 2 »…; null when no version of terms is concerned. */
  version!: string | null;
  missionCode!: string | null;
  mission!: string | null;
  /** Title of the action or of the indicator. */
  item!: string | null;
  indicatorCode!: string | null;
  /** In French. */
  field!: string;
  before!: string | null;
  after!: string | null;
}

/** A year of the file in figures, in cents; what is unknown or unconfirmed is left out of the sums. */
export class ImportedYearDto {
  number!: number;
  /** Amendment of the file's latest version of the year; 0 as signed. */
  amendment!: number;
  label!: string;
  missions!: number;
  indicators!: number;
  operatingCents!: number;
  fixedCents!: number;
  variableCents!: number;
  crisisCents!: number;
}

/** What an import would do; nothing is written. */
export class ImportPreviewDto {
  /** To be given back when confirming: what is recorded now, in one word. */
  basis!: string;
  /** True: everything in the file is recorded already. */
  nothingToDo!: boolean;
  signedOn!: string;
  agreementLabel!: string;
  years!: ImportedYearDto[];
  differences!: TermsDifferenceDto[];
  warnings!: TermsWarningDto[];
  /** What stays as it is though the file does not speak of it, in French. */
  notes!: string[];
}

/** What an import did. */
export class ImportResultDto {
  /** False: everything in the file was recorded already, nothing was written. */
  changed!: boolean;
  /** Contract year to show. */
  year!: number;
  differences!: TermsDifferenceDto[];
}

/** What the preview answered. */
export class ImportQueryDto {
  /** `basis` of the preview: refused with 409 when what is recorded changed since. */
  @Label('Aperçu')
  @IsString()
  @Length(64, 64)
  @Matches(/^[0-9a-f]+$/, { message: 'l\'empreinte donnée par l\'aperçu est attendue.' })
  basis!: string;
}

/** Which year stands at the head of the file. */
export class ExportQueryDto {
  /** Absent: the year that runs, else the latest with terms. */
  @ApiPropertyOptional()
  @Label('Année du contrat')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10)
  year?: number;
}
