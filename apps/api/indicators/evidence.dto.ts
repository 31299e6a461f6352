import type { EvidenceKind, EvidenceRecordKind, MeasureStatus } from '@maillage/domain/indicators';
import { evidenceKinds, evidenceLimits, evidenceRecordKinds } from '@maillage/domain/indicators';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { Label } from '../http/validation-messages';

/** A proof: a file, an address, or a record of the product. */
export class ProofDto {
  id!: string;
  kind!: EvidenceKind;
  /** Name of the file, or title. */
  name!: string;
  /** SHA-256 of the file; else of the address or of what the record is. */
  hash!: string;
  /** Of a file. */
  mediaType!: string | null;
  /** Bytes of a file. */
  size!: number | null;
  url!: string | null;
  recordKind!: EvidenceRecordKind | null;
  recordId!: string | null;
  addedAt!: Date;
  addedBy!: string | null;
}

/** A proof tied to a value: when, and by whom. */
export class EvidenceDto extends ProofDto {
  measureId!: string;
}

/** The id of a proof just tied. */
export class AddedEvidenceDto {
  id!: string;
}

/** An address that proves a value. */
export class LinkEvidenceDto {
  /** Starts with https:// */
  @Label('Adresse')
  @IsString()
  @MinLength(1)
  @MaxLength(evidenceLimits.url)
  url!: string;

  @Label('Titre')
  @IsString()
  @MinLength(1)
  @MaxLength(evidenceLimits.name)
  title!: string;
}

/** A record of the product that proves a value. */
export class RecordEvidenceDto {
  @Label('Nature')
  @IsIn(evidenceRecordKinds)
  kind!: EvidenceRecordKind;

  @Label('Élément')
  @IsUUID()
  id!: string;
}

/** What is looked for among the proofs. */
export class EvidenceSearchDto {
  /** Part of the name, or of the address. */
  @Label('Recherche')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @Label('Nature')
  @IsOptional()
  @IsIn(evidenceKinds)
  kind?: EvidenceKind;

  /** The last proof read: those before it come next. */
  @Label('Suite')
  @IsOptional()
  @IsUUID()
  after?: string;
}

/** What is looked for among the records of the product. */
export class RecordSearchDto {
  @Label('Nature')
  @IsIn(evidenceRecordKinds)
  kind!: EvidenceRecordKind;

  @Label('Recherche')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

/** A proof in a list. */
export class ListedProofDto extends ProofDto {
  /** How many values it serves. */
  values!: number;
}

/** Proofs of the community, the latest first. */
export class ProofListDto {
  proofs!: ListedProofDto[];
  /** The one to go on after; null at the end. */
  more!: string | null;
}

/** A record of the product that can prove a value. */
export class ProofRecordDto {
  kind!: EvidenceRecordKind;
  id!: string;
  /** In French. */
  name!: string;
  on!: string;
  /** The action of a step. */
  parentId!: string | null;
}

/** What a file may be. */
export class EvidenceLimitsDto {
  /** Most bytes of a file. */
  bytes!: number;
  /** Endings accepted, without the dot. */
  endings!: string[];
}

/** A proof with whether it still stands. */
export class KeptProofDto extends ProofDto {
  removedAt!: Date | null;
  removedBy!: string | null;
}

/** A value that a proof serves. */
export class ProvedValueDto {
  measureId!: string;
  indicatorId!: string;
  indicatorCode!: string;
  indicatorName!: string;
  periodKey!: string;
  periodLabel!: string;
  status!: MeasureStatus;
  mayDetach!: boolean;
}

/** A report that carries a proof. */
export class ReportOfProofDto {
  id!: string;
  number!: string;
  version!: number;
  statusLabel!: string;
  /** It left: what it carries stays. */
  sent!: boolean;
  sentOn!: string | null;
}

/** What this reader may do to a proof. */
export class ProofMayDto {
  withdraw!: boolean;
}

/** The page of a proof. */
export class ProofCardDto {
  evidence!: KeptProofDto;
  /** The latest first. */
  values!: ProvedValueDto[];
  reports!: ReportOfProofDto[];
  /** The record as it is now; null for a file or a link, and for a record that is gone. */
  record!: ProofRecordDto | null;
  may!: ProofMayDto;
}
