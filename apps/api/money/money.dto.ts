import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { MissionKind } from '@maillage/domain/contract';
import type { PeriodKind } from '@maillage/domain/kernel';
import type { MoneyCheck, Standing, YearPhase } from '@maillage/domain/money';
import { ContractTermsDto } from '../contract/terms.dto';

/** What a thing can pay at most, in cents, and where that stands: earned + at stake + lost = maximum. */
export class EurosDto {
  maxCents!: number;
  /** From values validated for the year; once the review is closed, what it agreed. */
  earnedCents!: number;
  /** Can still be earned: no value yet, a value to validate, or a better one before the end of the year. */
  atStakeCents!: number;
  /** Can no longer be earned. */
  lostCents!: number;
}

/** The value of a contract indicator in a contract year. A missing value is never zero. */
export class ContractStandingDto implements Standing {
  /** null when missing; 1 or 0 for yes or no. */
  value!: number | null;
  status!: 'missing' | 'draft' | 'validated';
  /** Last day the value covers: of its period, or the day it was given while the period runs. */
  asOf!: string | null;
  /** Where the figure comes from, in French. */
  source!: string | null;
  /** Proofs attached. */
  evidence!: number;
}

/** Why an amount is what it is, in French. */
export class MoneyExplanationDto {
  rule!: string;
  /** The contract's own words. */
  clause!: string | null;
  /** How the value meets the rule, its source, its date, its proofs. */
  reading!: string;
  /** What the next tier needs and pays; null when nothing more can be reached. */
  next!: string | null;
}

/** A contract indicator with its euros. */
export class ScoredIndicatorDto extends EurosDto {
  code!: string;
  title!: string;
  /** False: a weight is missing or the part does not count, and every amount is 0. */
  computed!: boolean;
  /** Why not, in French. */
  notComputed!: string | null;
  onlyIfCrisis!: boolean;
  standing!: ContractStandingDto;
  /** Label of the tier reached. */
  tier!: string | null;
  explanation!: MoneyExplanationDto;
}

/** An action of the contract with its euros, without the crisis part. */
export class ScoredActionDto extends EurosDto {
  code!: string;
  title!: string;
  indicators!: ScoredIndicatorDto[];
}

/** A mission with the euros of its variable part, without the crisis part. */
export class ScoredMissionDto extends EurosDto {
  code!: string;
  label!: string;
  shortLabel!: string;
  kind!: MissionKind;
  /** Fixed part of the year; null when unknown or unconfirmed. */
  fixedCents!: number | null;
  /** Variable envelope as signed; null when unknown or unconfirmed. */
  variableCents!: number | null;
  actions!: ScoredActionDto[];
}

/** The crisis part: every amount is 0 until a crisis recognised by the ARS touches the year. */
export class CrisisEurosDto extends EurosDto {
  counts!: boolean;
  /** The most it pays once it counts, in cents. */
  possibleCents!: number;
}

/** Something to see about the figures. */
export class MoneyCheckDto implements MoneyCheck {
  code!: 'weights-differ' | 'weight-missing' | 'unconfirmed' | 'size-differs' | 'mission-late' | 'no-indicator' | 'not-linked';
  missionCode!: string | null;
  indicatorCode!: string | null;
  /** In French, with the difference named. */
  sentence!: string;
}

/** The euros of a contract year: its variable part, and its crisis part when it counts. */
export class YearEurosDto extends EurosDto {
  year!: number;
  start!: string;
  end!: string;
  /** `over`: the year is past and its review is open; `closed`: the review is closed. */
  phase!: YearPhase;
  /** *Fonctionnement*; null when unknown or unconfirmed. */
  operatingCents!: number | null;
  /** Sum of the fixed parts known and confirmed. */
  fixedCents!: number;
  missions!: ScoredMissionDto[];
  crisis!: CrisisEurosDto;
  checks!: MoneyCheckDto[];
}

/** The followed indicator that gives the value of a contract indicator. */
export class MoneyLinkDto {
  indicatorId!: string;
  indicatorCode!: string;
  indicatorName!: string;
  frequency!: PeriodKind;
  /** Period to open to give or read its value. */
  periodKey!: string;
  revision!: number;
}

/** A contract year that can be looked at. */
export class MoneyYearChoiceDto {
  number!: number;
  start!: string;
  end!: string;
  /** What was signed for it is recorded. */
  hasTerms!: boolean;
}

/** What this reader may do. */
export class MoneyMayDto {
  link!: boolean;
  enter!: boolean;
  validate!: boolean;
  simulate!: boolean;
}

/** A contract year with its euros and what they are made from. */
@ApiExtraModels(ContractStandingDto, MoneyLinkDto)
export class MoneyYearDto {
  /** Year shown; null without a contract. */
  year!: number | null;
  years!: MoneyYearChoiceDto[];
  /** null when nothing signed is recorded for the year. */
  euros!: YearEurosDto | null;
  terms!: ContractTermsDto | null;
  /** Label of the version of the terms. */
  termsLabel!: string | null;

  /** By code of contract indicator. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(ContractStandingDto) } })
  standings!: Record<string, ContractStandingDto>;

  /** By code of contract indicator; null when no indicator is linked. */
  @ApiProperty({ type: 'object', additionalProperties: { anyOf: [{ $ref: getSchemaPath(MoneyLinkDto) }, { type: 'null' }] } as never })
  links!: Record<string, MoneyLinkDto | null>;

  /** A crisis recognised by the ARS touches the year. */
  crisisRecognised!: boolean;
  /** Local day the review was closed; null while it is open. */
  closedOn!: string | null;
  today!: string;
  may!: MoneyMayDto;
}
