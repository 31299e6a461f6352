import type { IndicatorKind } from '@maillage/domain/indicators';
import { collectionLinkLimits } from '@maillage/domain/indicators';
import { textLimits, type PeriodKind } from '@maillage/domain/kernel';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';
import { FiguresDto } from './figures.dto';
import { PeriodDto, periodKeyMessage, periodKeyPattern } from './indicators.dto';

/** What the page of a link needs of an indicator. */
export class CollectedIndicatorDto {
  id!: string;
  name!: string;
  definition!: string;
  kind!: IndicatorKind;
  unit!: string | null;
  decimals!: number;
  bounded!: boolean;
  frequency!: PeriodKind;
  numeratorLabel!: string | null;
  denominatorLabel!: string | null;
  limits!: string | null;
  evidenceExpected!: string | null;
}

/** A file that was sent. */
export class SentFileDto {
  id!: string;
  name!: string;
  /** Bytes. */
  size!: number;
}

/** What was sent. */
export class SentContributionDto {
  id!: string;
  numerator!: number | null;
  denominator!: number | null;
  value!: number;
  comment!: string | null;
  receivedAt!: Date;
  /** Why it was refused. */
  reason!: string | null;
  files!: SentFileDto[];
}

/** The last value known before a period. */
export class LastValueDto {
  /** In French. */
  text!: string;
  label!: string;
}

/** A value asked for. */
export class CollectionEntryDto {
  indicator!: CollectedIndicatorDto;
  period!: PeriodDto;
  label!: string;
  state!: 'to-give' | 'upcoming' | 'received' | 'accepted' | 'refused';
  /** False once its period is locked: nothing can be sent or corrected any more. */
  open!: boolean;
  /** The day an upcoming one opens. */
  from!: string | null;
  /** Null when the coordination does not show it. */
  previous!: LastValueDto | null;
  contribution!: SentContributionDto | null;
}

/** What a link asks for. */
export class LinkPageDto {
  linkId!: string;
  community!: string;
  askedBy!: string | null;
  recipient!: string;
  expiresOn!: string;
  today!: string;
  contractStart!: string | null;
  entries!: CollectionEntryDto[];
  /** Names of what is no longer asked. */
  stopped!: string[];
}

/** An answer: both parts of a ratio, or the value (1 or 0 for yes or no). */
export class ContributeDto extends FiguresDto {
  /** Made by the page: sent twice, it is written once. */
  @Label('Identifiant')
  @IsUUID()
  id!: string;

  /** The answer on screen; null where there was none. */
  @Label('Réponse vue')
  @OrNull()
  @IsUUID()
  seen!: string | null;

  @Label('Indicateur')
  @IsUUID()
  indicatorId!: string;

  @Label('Période')
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  periodKey!: string;

  @Label('Commentaire')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.sentence)
  comment?: string | null;

  /** Files of the answer before that this one keeps. */
  @Label('Fichiers gardés')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(collectionLinkLimits.files)
  @IsUUID(undefined, { each: true })
  keptFiles?: string[];
}

/** What was written down. */
export class ContributedDto {
  id!: string;
}

/** The answer a file is joined to. */
export class ContributionFileQueryDto {
  @Label('Réponse')
  @IsUUID()
  contribution!: string;
}
