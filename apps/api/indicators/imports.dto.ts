import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import type { ImportStatus } from '@maillage/domain/indicators';
import { importLimits } from '@maillage/domain/indicators';
import { textLimits } from '@maillage/domain/kernel';
import { Label } from '../http/validation-messages';

/** What each column of the file is, in their order. */
export class MapImportDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  /** `ignore`, `indicator`, `period`, `value`, `numerator`, `denominator`, `comment`, `period:2026-Q3` or `indicator:<id>`. */
  @Label('Colonnes')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(importLimits.columns)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  uses!: string[];
}

/** The preview as it was seen, and why surprising values are right. */
export class ConfirmImportDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Commentaire')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.sentence)
  comment?: string | null;
}

/** What a file holds, counted. */
export class ImportCountsDto {
  lines!: number;
  created!: number;
  changed!: number;
  same!: number;
  settled!: number;
  refused!: number;
  empty!: number;
  warned!: number;
}

/** Something to see in the file, with its place. */
export class ImportIssueDto {
  kind!: 'refused' | 'settled' | 'warning';
  line!: number;
  column!: string | null;
  text!: string;
  message!: string;
}

/** A column as it was found. */
export class ImportColumnDto {
  header!: string;
  samples!: string[];
}

/** An indicator a column may be given to. */
export class ImportIndicatorDto {
  id!: string;
  code!: string;
  name!: string;
}

/** The import whose jobs are asked for. */
export class ImportRunsQueryDto {
  @Label('Import')
  @IsUUID()
  subject!: string;
}

/** How the job of an import stands. */
export class ImportRunDto {
  id!: string;
  state!: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  progress!: number;
  label!: string | null;
  error!: string | null;
}

/** An import in the list. */
export class ImportLineDto {
  id!: string;
  fileName!: string;
  /** Bytes. */
  fileSize!: number;
  status!: ImportStatus;
  statusLabel!: string;
  counts!: ImportCountsDto | null;
  createdAt!: Date;
  finishedAt!: Date | null;
  by!: string | null;
}

/** An import, whole. */
export class ValueImportDto extends ImportLineDto {
  columns!: ImportColumnDto[];
  uses!: string[];
  mappingFaults!: string[];
  indicators!: ImportIndicatorDto[];
  /** The first of them; the others are counted. */
  issues!: ImportIssueDto[];
  comment!: string | null;
  /** Why it was refused, stopped, or must be looked at again. */
  failure!: string | null;
  confirmedAt!: Date | null;
  busy!: boolean;
  run!: ImportRunDto | null;
  revision!: number;
}
