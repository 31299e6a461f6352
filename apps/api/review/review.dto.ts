import { ApiProperty } from '@nestjs/swagger';
import type { ContractIndicatorKind, ContractSource, MissionKind } from '@maillage/domain/contract';
import type { Conclusion, PreparationStatus, ReviewStatus } from '@maillage/domain/review';
import { type ScoringDto, ScoringModels, ScoringProperty } from '../contract/scoring.dto';
import { ContractBaselineDto } from '../contract/terms.dto';
import { ContractStandingDto } from '../money/money.dto';

/** What the next contract year says of an indicator: not renewed, or renewed with these numbers. */
@ScoringModels()
export class ReviewProposalDto {
  renewed!: boolean;
  /** New initial value; absent when it is not renewed. */
  baseline?: ContractBaselineDto | null;
  /** Absent when it is not renewed. */
  @ScoringProperty({ required: false })
  scoring?: ScoringDto;
}

/** A file that proves a result. */
export class ReviewProofDto {
  name!: string;
  /** SHA-256 of its content. */
  hash!: string;
}

/** The followed indicator a result comes from. */
export class ReviewLinkDto {
  indicatorId!: string;
  indicatorName!: string;
  periodKey!: string | null;
}

/** An indicator of the contract in the review: agreed, reached, said, paid, and next. */
@ScoringModels()
export class ReviewIndicatorDto {
  code!: string;
  title!: string;
  /** The contract's own words. */
  clause!: string | null;
  source!: ContractSource;
  kind!: ContractIndicatorKind;
  direction!: 'up' | 'down' | null;
  baseline!: ContractBaselineDto | null;
  @ScoringProperty()
  scoring!: ScoringDto;
  evidenceExpected!: string[];
  onlyIfCrisis!: boolean;
  /** The result is a number of patients. */
  countsPatients!: boolean;
  /** It is computed from a number of patients that is masked; absent otherwise. */
  fromSmall?: boolean;
  /** The most it pays this year, in cents; null when nothing is computed on it. */
  maxCents!: number | null;
  /** Why nothing is computed, in French. */
  notComputed!: string | null;
  result!: ContractStandingDto;
  tier!: string | null;
  /** How the value meets the rule, in French. */
  reading!: string;
  link!: ReviewLinkDto | null;
  proofs!: ReviewProofDto[];
  comment!: string | null;
  fundRemark!: string | null;
  arsRemark!: string | null;
  conclusion!: Conclusion | null;
  /** Agreed by hand; null: what is computed. */
  agreedCents!: number | null;
  computedCents!: number;
  /** What is paid: agreed, else computed. */
  settledCents!: number;
  /** How the conclusion and the euros contradict each other, in French. */
  contradiction!: string | null;
  proposal!: ReviewProposalDto;
  /** Somebody proposed it; otherwise it is renewed as it is. */
  proposed!: boolean;
  proposalFault!: string | null;
  proposalWarning!: string | null;
}

/** An action of the contract with its preparation. */
export class ReviewActionDto {
  code!: string;
  title!: string;
  status!: PreparationStatus;
  personId!: string | null;
  personName!: string | null;
  dueOn!: string | null;
  note!: string | null;
  indicators!: ReviewIndicatorDto[];
}

/** Euros of a review, in cents: settled + lost = maximum. */
export class ReviewEurosDto {
  maxCents!: number;
  /** What the rules of the contract give. */
  computedCents!: number;
  /** What is paid: computed, but for the amounts agreed by hand. */
  settledCents!: number;
  lostCents!: number;
}

/** What is proposed for a mission against its envelope. */
export class ReviewEnvelopeDto {
  missionCode!: string;
  part!: 'variable' | 'crisis';
  envelopeCents!: number | null;
  proposedCents!: number;
  withoutAmount!: number;
  /** What is wrong, in French; null when the sum is the envelope. */
  sentence!: string | null;
}

/** A mission of the contract in the review. */
export class ReviewMissionDto extends ReviewEurosDto {
  code!: string;
  label!: string;
  shortLabel!: string;
  kind!: MissionKind;
  fixedCents!: number | null;
  variableCents!: number | null;
  actions!: ReviewActionDto[];
  envelopes!: ReviewEnvelopeDto[];
}

/** Whose review it is. */
export class ReviewCommunityDto {
  title!: string;
  demo!: boolean;
  /** Numbers of patients under it are masked on paper. */
  maskBelow!: number;
}

/** The contract it is about. */
export class ReviewContractDto {
  signedOn!: string;
  agreementLabel!: string;
  termsLabel!: string;
}

/** Everything the room shows of a contract year, and exactly what closing it freezes. */
export class ReviewSheetDto {
  format!: 'review/1';
  community!: ReviewCommunityDto;
  contract!: ReviewContractDto;
  year!: number;
  start!: string;
  end!: string;
  operatingCents!: number | null;
  /** Fixed parts of the missions, without *fonctionnement*. */
  fixedCents!: number;
  euros!: ReviewEurosDto;
  missions!: ReviewMissionDto[];
  crisisRecognised!: boolean;
  /** False for the last year, or when the next one already has its terms. */
  opensNextYear!: boolean;
}

/** A contract year and where its review is. */
export class ReviewYearDto {
  number!: number;
  start!: string;
  end!: string;
  hasTerms!: boolean;
  status!: ReviewStatus;
}

/** How a review was closed. */
export class ReviewClosingDto {
  at!: Date;
  by!: string;
  /** SHA-256 of what was frozen. */
  hash!: string;
  /** What is stored still has this hash. */
  intact!: boolean;
}

/** What lacks before a review may be closed. */
export class ReviewLackDto {
  indicatorCode!: string;
  missionCode!: string;
  /** In French. */
  sentence!: string;
}

/** A closing or a reopening. */
export class ReviewEventDto {
  id!: string;
  act!: 'closed' | 'reopened';
  at!: Date;
  by!: string | null;
  reason!: string | null;
  hash!: string | null;
  /** What became of the next contract year: opened, with terms already, or beyond the contract. */
  nextYear!: 'opened' | 'already' | 'last' | null;
}

const byCode = { type: 'object' as const, additionalProperties: { type: 'integer' as const } };

/** Revisions of what was written, by code; absent: 0. */
export class ReviewRevisionsDto {
  @ApiProperty(byCode)
  lines!: Record<string, number>;
  @ApiProperty(byCode)
  proposals!: Record<string, number>;
  @ApiProperty(byCode)
  preparations!: Record<string, number>;
}

/** What this reader may do. */
export class ReviewMayDto {
  write!: boolean;
}

/** The room of the *dialogue de gestion* of a contract year. */
export class ReviewRoomDto {
  /** Year shown; null without a contract. */
  year!: number | null;
  years!: ReviewYearDto[];
  status!: ReviewStatus;
  revision!: number;
  /** Once closed, exactly what was frozen; null without terms for the year. */
  sheet!: ReviewSheetDto | null;
  /** Of what an open room shows; closing wants it back. */
  fingerprint!: string | null;
  closing!: ReviewClosingDto | null;
  /** First day it may be closed. */
  closableFrom!: string | null;
  lacks!: ReviewLackDto[];
  nextYear!: number | null;
  nextYearHasTerms!: boolean;
  revisions!: ReviewRevisionsDto;
  events!: ReviewEventDto[];
  today!: string;
  may!: ReviewMayDto;
}
