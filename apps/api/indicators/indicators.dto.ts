import { IsIn, IsOptional, Matches } from 'class-validator';
import type { MeasureStatus, ProgressState } from '@maillage/domain/indicators';
import type { PeriodKind } from '@maillage/domain/kernel';
import { Label } from '../http/validation-messages';
import { IndicatorDto } from './indicator-definition.dto';

/** '2026-09', '2026-Q3', '2026-H1', '2026', 'CY5', or an event: 'E2026-11-03', 'E2026-11-03.2'. */
export const periodKeyPattern = /^(\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?|CY[1-9]\d?|E\d{4}-\d{2}-\d{2}(\.[2-9])?)$/;
/** What is said of a key that names no period. */
export const periodKeyMessage = 'une période est attendue, par exemple 2026-09, 2026-Q3, 2026-H1, 2026, CY5 ou, pour un événement, E2026-11-03.';

/** Which indicators to list. */
export class IndicatorListQueryDto {
  /** « true »: archived ones too. */
  @Label('Archivés')
  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: string;
}

/** The period a history is read for; all of them when absent. */
export class HistoryQueryDto {
  @Label('Période')
  @IsOptional()
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  period?: string;
}

/** An action that an indicator serves. */
export class ServedActionDto {
  id!: string;
  number!: number;
  title!: string;
}

/** What an indicator serves, and who gives its values. */
export class IndicatorPlaceDto {
  missionLabels!: string[];
  action!: ServedActionDto | null;
  /** The person in charge, else the lead of the action. */
  responsible!: string | null;
  /** The reader gives its values. */
  mine!: boolean;
}

/** A stretch of days, both ends included. */
export class PeriodDto {
  key!: string;
  kind!: PeriodKind;
  start!: string;
  end!: string;
}

/** Where a value stands against its target. */
export class ProgressDto {
  state!: ProgressState;
  /** Percentage of the way. */
  attainment!: number | null;
  remaining!: number | null;
}

/** One period of a curve; a missing value is null, never zero. */
export class SeriesPointDto {
  periodKey!: string;
  label!: string;
  value!: number | null;
  numerator!: number | null;
  denominator!: number | null;
  target!: number | null;
  status!: MeasureStatus | null;
  comment!: string | null;
}

/** Where an indicator stands at its last due period. */
export class StandingDto {
  period!: PeriodDto;
  value!: number | null;
  numerator!: number | null;
  denominator!: number | null;
  status!: MeasureStatus | null;
  comment!: string | null;
  /** What the target is compared with: the value, or the sum of the year so far. */
  compared!: number | null;
  target!: number | null;
  targetSetFor!: string | null;
  progress!: ProgressDto;
  /** In French. */
  sentence!: string;
  series!: SeriesPointDto[];
}

/** An indicator in the list. */
export class IndicatorLineDto {
  indicator!: IndicatorDto;
  place!: IndicatorPlaceDto;
  /** Null: no period is due yet. */
  standing!: StandingDto | null;
  awaited!: number;
  late!: number;
  /** The value shown has not the proof it should have. */
  proofMissing!: boolean;
}
