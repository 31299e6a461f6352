import type { MeasureMove, MeasureOrigin, MeasureStage, Validator } from '@maillage/domain/indicators';
import { textLimits } from '@maillage/domain/kernel';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../http/is-day';
import { Label } from '../http/validation-messages';
import { periodKeyMessage, periodKeyPattern } from './indicators.dto';

/** How values are validated. */
export class ValidationSettingsDto {
  by!: Validator;
  steps!: 1 | 2;
  /** A value that is saved is sent to those who validate. */
  submitOnSave!: boolean;
  /** 0 while nothing was set. */
  revision!: number;
}

/** How values are to be validated, with the revision on screen. */
export class ChangeValidationDto {
  @Label('Qui valide')
  @IsIn(['coordinator', 'board'])
  by!: Validator;

  @Label('Étapes')
  @IsIn([1, 2])
  steps!: 1 | 2;

  @Label('Envoi dès l’enregistrement')
  @IsBoolean()
  submitOnSave!: boolean;

  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;
}

/** What a value is sent back with. */
export class ReturnMeasureDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Remarque')
  @IsString()
  @MaxLength(textLimits.paragraph)
  remark!: string;
}

/** The value sent to those who validate, as seen. */
export class SubmitMeasureDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** A value that is not validated. */
export class WaitingValueDto {
  id!: string;
  revision!: number;
  indicatorId!: string;
  code!: string;
  name!: string;
  periodKey!: string;
  periodLabel!: string;
  /** In French. */
  value!: string;
  comment!: string | null;
  origin!: MeasureOrigin;
  stage!: MeasureStage;
  /** Who is waited for; null for a draft. */
  waitsFor!: Validator | null;
  remark!: string | null;
  givenBy!: string | null;
  since!: Date;
  proofs!: number;
  evidenceExpected!: string | null;
  action!: string | null;
  missions!: string[];
  responsible!: string | null;
  moves!: MeasureMove[];
}

/** The list of what is not validated. */
export class WaitingPageDto {
  settings!: ValidationSettingsDto;
  values!: WaitingValueDto[];
  /** Values that wait too, after those. */
  beyond!: number;
}

/** Which of the values that wait are meant; all of them when nothing is said. */
export class WaitingChoiceDto {
  @Label('Période')
  @IsOptional()
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  period?: string;

  /** Held by the indicator, its action or its people. */
  @Label('Mots cherchés')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.title)
  words?: string;
}

/** What validating everything of a choice would do. */
export class WaitingCountDto {
  /** To be said back with the act. */
  asOf!: Date;
  advance!: number;
  /** To be delivered, without proof: they stay. */
  proofless!: number;
  /** In a locked period: they stay. */
  locked!: number;
}

/** Everything of a choice, as it was counted. */
export class ValidateWaitingDto extends WaitingChoiceDto {
  /** The instant of the count: what changed since is left. */
  @Label('Instant du décompte')
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)
  asOf!: string;
}

/** What one request did; it is asked again while more wait. */
export class WaitingAdvancedDto {
  advanced!: number;
  more!: number;
}

/** A lock, standing or lifted. */
export class LockLineDto {
  id!: string;
  periodKey!: string;
  label!: string;
  lockedAt!: Date;
  lockedBy!: string | null;
  valuesLocked!: number;
  /** Values that were missing or not validated when it was locked. */
  valuesLeft!: number;
  unlockedAt!: Date | null;
  unlockedBy!: string | null;
  unlockReason!: string | null;
}

/** An exception to a lock, open or over. */
export class LockExceptionLineDto {
  id!: string;
  person!: string;
  indicatorId!: string;
  indicator!: string;
  periodKey!: string;
  periodLabel!: string;
  until!: Date;
  reason!: string;
  grantedAt!: Date;
  grantedBy!: string | null;
  closedAt!: Date | null;
  open!: boolean;
}

/** A period that can be locked. */
export class LockablePeriodDto {
  key!: string;
  label!: string;
}

/** The page of locks. */
export class LocksPageDto {
  locks!: LockLineDto[];
  exceptions!: LockExceptionLineDto[];
  lockable!: LockablePeriodDto[];
  /** This reader may lock, unlock and grant. */
  may!: boolean;
  today!: string;
}

/** The period whose lock is prepared. */
export class LockPreviewQueryDto {
  @Label('Période')
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  period!: string;
}

/** A value a lock would leave as it is. */
export class LeftValueDto {
  indicatorId!: string;
  code!: string;
  name!: string;
  periodKey!: string;
  periodLabel!: string;
  status!: 'missing' | 'draft' | 'submitted';
}

/** What locking a period would do. */
export class LockPreviewDto {
  periodKey!: string;
  label!: string;
  settled!: number;
  left!: LeftValueDto[];
}

/** The period to lock. */
export class LockPeriodDto {
  @Label('Période')
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  period!: string;

  /** How many values the person was told are not validated. */
  @Label('Valeurs non validées')
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  seenLeft!: number;
}

/** What was just written. */
export class WrittenLockDto {
  id!: string;
}

/** Why a period is unlocked. */
export class UnlockPeriodDto {
  @Label('Raison')
  @IsString()
  @MaxLength(textLimits.sentence)
  reason!: string;
}

/** An exception to grant: to whom, for what, until when, why. */
export class GrantExceptionDto {
  @Label('Personne')
  @IsUUID()
  personId!: string;

  @Label('Indicateur')
  @IsUUID()
  indicatorId!: string;

  @Label('Période')
  @Matches(periodKeyPattern, { message: periodKeyMessage })
  periodKey!: string;

  @Label('Jusqu’au')
  @IsDay()
  untilOn!: string;

  @Label('Heure')
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'une heure est attendue, par exemple 18:00.' })
  untilTime!: string;

  @Label('Raison')
  @IsString()
  @MaxLength(textLimits.sentence)
  reason!: string;
}
