import type { CollectionLinkState, ContributionState, IndicatorKind, MeasureStatus } from '@maillage/domain/indicators';
import { collectionLinkLimits } from '@maillage/domain/indicators';
import { textLimits, type PeriodKind } from '@maillage/domain/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';
import { periodKeyMessage, periodKeyPattern } from './indicators.dto';

/** A link to make: who receives it, what it asks for, until when. */
export class NewCollectionLinkDto {
  /** Made by the form: sent twice, the link is made once. */
  @Label('Identifiant')
  @IsUUID()
  id!: string;

  @Label('Confié à')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.name)
  recipient!: string;

  @Label('Adresse électronique')
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email!: string | null;

  @Label('Indicateurs')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(collectionLinkLimits.indicators)
  @IsUUID(undefined, { each: true })
  indicatorIds!: string[];

  /** Null: each period that ends from `from` on. */
  @Label('Périodes')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(collectionLinkLimits.periods)
  @Matches(periodKeyPattern, { each: true, message: periodKeyMessage })
  periods!: string[] | null;

  @Label('À partir du')
  @IsOptional()
  @IsDay()
  from!: string | null;

  /** Last local day it works, within thirteen months. */
  @Label('Fonctionne jusqu’au')
  @IsDay()
  expiresOn!: string;

  @Label('Montrer la dernière valeur')
  @IsBoolean()
  showPrevious!: boolean;

  /** Sent by e-mail; otherwise its address is told once. */
  @Label('Envoyer par e-mail')
  @IsBoolean()
  send!: boolean;
}

/** A link just made or renewed. */
export class MadeCollectionLinkDto {
  id!: string;
  /** Told once; null when it leaves by e-mail. */
  address!: string | null;
}

/** A new address and a new end. */
export class RenewCollectionLinkDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Fonctionne jusqu’au')
  @IsDay()
  expiresOn!: string;

  @Label('Envoyer par e-mail')
  @IsBoolean()
  send!: boolean;
}

/** The link as seen on screen. */
export class RevokeCollectionLinkDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** An indicator that a link opens. */
export class LinkedIndicatorDto {
  id!: string;
  code!: string;
  name!: string;
  frequency!: PeriodKind;
}

/** A collection link, without its secret. */
export class CollectionLinkDto {
  id!: string;
  recipient!: string;
  email!: string | null;
  state!: CollectionLinkState;
  indicators!: LinkedIndicatorDto[];
  periods!: string[] | null;
  periodLabels!: string[] | null;
  from!: string | null;
  expiresOn!: string;
  showPrevious!: boolean;
  createdAt!: Date;
  createdBy!: string | null;
  /** Its e-mail is on its way. */
  sending!: boolean;
  sentAt!: Date | null;
  revokedAt!: Date | null;
  lastUsedAt!: Date | null;
  received!: number;
  waiting!: number;
  accepted!: number;
  revision!: number;
}

/** The links of the community. */
export class CollectionLinksDto {
  links!: CollectionLinkDto[];
  /** Answers that wait to be accepted. */
  waiting!: number;
  today!: string;
  /** What contract years are counted from; null without a contract. */
  contractStart!: string | null;
}

/** A file joined to an answer. */
export class ContributionFileDto {
  id!: string;
  name!: string;
  mediaType!: string;
  /** Bytes. */
  size!: number;
}

/** An indicator, as answers show it. */
export class AnsweredIndicatorDto {
  id!: string;
  code!: string;
  name!: string;
  kind!: IndicatorKind;
  unit!: string | null;
  decimals!: number;
  numeratorLabel!: string | null;
  denominatorLabel!: string | null;
  evidenceExpected!: string | null;
}

/** What came through a link. */
export class ContributionDto {
  id!: string;
  linkId!: string;
  recipient!: string;
  indicator!: AnsweredIndicatorDto;
  periodKey!: string;
  periodLabel!: string;
  numerator!: number | null;
  denominator!: number | null;
  value!: number;
  /** The value, in French. */
  text!: string;
  comment!: string | null;
  status!: ContributionState;
  receivedAt!: Date;
  settledAt!: Date | null;
  settledBy!: string | null;
  reason!: string | null;
  files!: ContributionFileDto[];
}

/** The value of today, beside an answer. */
export class CurrentValueDto {
  numerator!: number | null;
  denominator!: number | null;
  value!: number;
  text!: string;
  comment!: string | null;
  status!: MeasureStatus;
  revision!: number;
}

/** An answer that waits, beside the value of today. */
export class WaitingContributionDto extends ContributionDto {
  current!: CurrentValueDto | null;
  /** Why there is no value today, where that was answered: accepting takes its place. */
  absence!: string | null;
  /** What is unusual in it: it is accepted with a comment. */
  warnings!: string[];
  /** The lock that prevents it. */
  lock!: string | null;
}

/** A link and everything answered through it. */
export class CollectionLinkCardDto {
  link!: CollectionLinkDto;
  contributions!: ContributionDto[];
}

/** An answer to accept, as seen on screen. */
export class AcceptedContributionDto {
  @Label('Réponse')
  @IsUUID()
  id!: string;

  /** 0 where there was no value. */
  @Label('Révision de la valeur')
  @IsInt()
  @Min(0)
  measureRevision!: number;

  @Label('Commentaire')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.sentence)
  comment?: string | null;
}

/** Answers to accept, each by itself. */
export class AcceptContributionsDto {
  @Label('Réponses')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AcceptedContributionDto)
  contributions!: AcceptedContributionDto[];
}

/** What became of an answer. */
export class AcceptanceOutcomeDto {
  id!: string;
  /** Why it still waits, in French; null when it is the value now. */
  refusal!: string | null;
  code!: string | null;
}

/** Answers to refuse, all or none. */
export class RefuseContributionsDto {
  @Label('Réponses')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  ids!: string[];

  /** Shown to who sent them. */
  @Label('Raison')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.sentence)
  reason!: string;
}
