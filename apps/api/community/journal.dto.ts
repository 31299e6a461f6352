import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { Type } from 'class-transformer';
import { auditActs, auditFamilies } from '@maillage/domain/kernel';
import { journalFormats, type JournalFormat } from '@maillage/features/community';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';

/** Acts, and what acts are about. */
const acts = [...Object.keys(auditActs), ...Object.keys(auditFamilies)];

/** Which lines of the journal are wanted. */
export class JournalFilterQuery {
  @Label('Recherche')
  @IsOptional()
  @IsString()
  @MaxLength(80)
  words?: string;

  @Label('Action')
  @IsOptional()
  @IsIn(acts)
  act?: string;

  @Label('Type de sujet')
  @ValidateIf(({ subjectType, subjectId }: JournalFilterQuery) => subjectType !== undefined || subjectId !== undefined)
  @Matches(/^[a-z][a-z-]{0,39}$/, { message: 'un type de sujet est attendu.' })
  subjectType?: string;

  @Label('Sujet')
  @ValidateIf(({ subjectType, subjectId }: JournalFilterQuery) => subjectType !== undefined || subjectId !== undefined)
  @IsString()
  @Length(1, 80)
  subjectId?: string;

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
}

/** What to find in the journal. */
export class JournalQuery extends JournalFilterQuery {
  @Label('Suite')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  beforeId?: number;
}

/** What to take out of the journal, and how. */
export class ExportJournalQuery extends JournalFilterQuery {
  @Label('Format')
  @IsIn(journalFormats)
  format!: JournalFormat;
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
  /** What the subject asked for was called last. */
  subject!: string | null;
}

/** Something of the journal, or of the values, that is no longer as it was written. */
export class JournalFaultDto {
  kind!: 'altered' | 'missing' | 'added';
  /** Number of the line; null: a value, or its history. */
  sequence!: number | null;
  subject!: string;
  at!: Date | null;
  sentence!: string;
}

/** What was checked of the journal, and what is wrong. */
export class JournalVerificationDto {
  checkedAt!: Date;
  lines!: number;
  /** Lines of history that the journal answers for. */
  histories!: number;
  values!: number;
  /** Last line: number and hash. */
  sequence!: number;
  head!: string | null;
  /** All faults found; `faults` names the first ones. */
  found!: number;
  faults!: JournalFaultDto[];
}
