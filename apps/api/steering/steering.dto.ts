import type { MissionKind } from '@maillage/domain/contract';
import type { IndicatorDirection, IndicatorKind } from '@maillage/domain/indicators';
import type { ActionStatus } from '@maillage/domain/project';
import type { BoardPage, Coming, Duty, EurosOfYear, Home, Link, MissionPage, MissionStanding, SetupStep } from '@maillage/domain/steering';
import { MissionClockDto, MissionPartDto } from '../contract/contract.dto';
import { StandingDto } from '../indicators/indicators.dto';

/** Where a line leads. */
export class SteeringLinkDto {
  to!: Link['to'];
  id!: string | null;
  periodKey!: string | null;
}

/** Something to do now. */
export class DutyDto {
  kind!: Duty['kind'];
  title!: string;
  detail!: string;
  who!: string | null;
  personId!: string | null;
  dueOn!: string | null;
  /** 0: to be done, not late. */
  lateDays!: number;
  link!: SteeringLinkDto;
}

/** Something of the next four weeks. */
export class ComingDto {
  kind!: Coming['kind'];
  day!: string;
  title!: string;
  detail!: string;
  who!: string | null;
  personId!: string | null;
  link!: SteeringLinkDto;
}

/** How many actions are in each state. */
export class ActionsByStatusDto {
  'not-started'!: number;
  'on-track'!: number;
  'at-risk'!: number;
  'late'!: number;
  'done'!: number;
  'dropped'!: number;
}

/** How many indicators are in each state. */
export class IndicatorsByStateDto {
  'reached'!: number;
  'on-track'!: number;
  'at-risk'!: number;
  'late'!: number;
  'no-target'!: number;
  'no-data'!: number;
}

/** Counts; each action and each indicator once. */
export class TotalsDto {
  actions!: number;
  actionsByStatus!: ActionsByStatusDto;
  actionsWithLateSteps!: number;
  indicators!: number;
  indicatorsByState!: IndicatorsByStateDto;
}

/** What a thing can pay at most in the contract year, and where that stands, in cents: earned + at stake + lost = max. */
export class SteeredEurosDto {
  maxCents!: number;
  earnedCents!: number;
  atStakeCents!: number;
  lostCents!: number;
}

/** The euros of the contract year that runs. */
export class EurosOfYearDto extends SteeredEurosDto {
  /** Number of the contract year. */
  year!: number;
  phase!: EurosOfYear['phase'];
  /** In French. */
  label!: string;
  /** How many things the contract page asks to look at. */
  checks!: number;
}

/** Where a mission stands. */
export class MissionStandingDto {
  code!: string;
  label!: string;
  shortLabel!: string;
  kind!: MissionKind;
  clock!: MissionClockDto;
  /** Mean of the attainments of its indicators, each capped at 100 %; null without any. */
  attainment!: number | null;
  totals!: TotalsDto;
  /** Its variable part of the contract year; null without terms for it. */
  euros!: SteeredEurosDto | null;
  state!: MissionStanding['state'];
}

/** A step of the guided first hour. */
export class SetupStepDto {
  code!: SetupStep['code'];
  done!: boolean;
  link!: SteeringLinkDto;
}

/** The guided first hour. */
export class SetupDto {
  steps!: SetupStepDto[];
  done!: number;
  complete!: boolean;
}

/** The coordinator's home. */
export class HomeDto {
  today!: string;
  duties!: DutyDto[];
  missions!: MissionStandingDto[];
  /** null without terms for the contract year that runs. */
  euros!: EurosOfYearDto | null;
  totals!: TotalsDto;
  coming!: ComingDto[];
  setup!: SetupDto;
}

/** The value an indicator started from. */
export class CardBaselineDto {
  value!: number;
  on!: string;
}

/** An indicator with where it stands. */
export class SteeredIndicatorDto {
  id!: string;
  code!: string;
  name!: string;
  kind!: IndicatorKind;
  unit!: string | null;
  decimals!: number;
  direction!: IndicatorDirection;
  missions!: string[];
  actionId!: string | null;
  responsible!: string | null;
  baseline!: CardBaselineDto | null;
  /** null: no period has ended since it is tracked. */
  standing!: StandingDto | null;
  /** The value shown has not the proof it should have. */
  proofMissing!: boolean;
}

/** A step as dashboards name it. */
export class CardStepDto {
  id!: string;
  title!: string;
  dueOn!: string | null;
  doneOn!: string | null;
}

/** A step that is late. */
export class LateCardStepDto {
  step!: CardStepDto;
  dueOn!: string;
  lateDays!: number;
}

/** An action in a dashboard. */
export class ActionCardDto {
  id!: string;
  number!: number;
  title!: string;
  axisTitle!: string;
  missionCodes!: string[];
  status!: ActionStatus;
  statusLabel!: string;
  statusSentence!: string | null;
  lead!: string | null;
  stepsDone!: number;
  stepsTotal!: number;
  lateSteps!: LateCardStepDto[];
}

/** The page of a mission. */
export class MissionPageDto {
  standing!: MissionStandingDto;
  summary!: string;
  parts!: MissionPartDto[];
  actions!: ActionCardDto[];
  indicators!: SteeredIndicatorDto[];
  duties!: DutyDto[];
}

/** A mission by its name. */
export class NamedMissionDto {
  code!: string;
  label!: string;
}

/** A step of the next four weeks. */
export class ComingStepDto {
  id!: string;
  title!: string;
  dueOn!: string;
}

/** The dashboard of an action. */
export class ActionDashboardDto {
  action!: ActionCardDto;
  missions!: NamedMissionDto[];
  indicators!: SteeredIndicatorDto[];
  comingSteps!: ComingStepDto[];
  suggestedStatus!: ActionStatus | null;
  duties!: DutyDto[];
}

/** A mission on the board page, with the indicators that ask for attention first. */
export class BoardMissionDto extends MissionStandingDto {
  keyIndicators!: SteeredIndicatorDto[];
}

/** What is late, counted, with the first lines. */
export class LateDutiesDto {
  count!: number;
  first!: DutyDto[];
}

/** One A4 for the board. */
export class BoardPageDto {
  today!: string;
  contractYear!: string;
  totals!: TotalsDto;
  /** null without terms for the contract year that runs. */
  euros!: EurosOfYearDto | null;
  missions!: BoardMissionDto[];
  toDecide!: DutyDto[];
  alerts!: ActionCardDto[];
  done!: ActionCardDto[];
  late!: LateDutiesDto;
}

type Promised<Made extends Dto, Dto> = [Made, Dto];

/** Pages are sent as the rules made them: what the document promises is what is made, or this does not compile. */
export type KeptPromises = [Promised<Home, HomeDto>, Promised<MissionPage, MissionPageDto>, Promised<BoardPage, BoardPageDto>];
