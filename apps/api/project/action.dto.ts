import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { textLimits } from '@maillage/domain/kernel';
import { actionStatuses, type ActionStatus } from '@maillage/domain/project';
import { IsDay } from '../http/is-day';
import { IsCents, OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';
import { ActionLeadDto, LateStepDto, ProjectDto, ProjectVersionDto, ServedMissionDto } from './project.dto';

/** A dated step. */
export class ActionStepDto {
  id!: string;
  title!: string;
  dueOn!: string | null;
  doneOn!: string | null;
}

/** The axis an action stands in. */
export class ActionAxisDto {
  id!: string;
  title!: string;
  /** From 0. */
  position!: number;
}

/** What this reader may do on this action, in this version, now. */
export class ActionMayDto {
  editContent!: boolean;
  track!: boolean;
  changeLead!: boolean;
}

/** The *fiche action* in one version. */
export class ActionSheetDto {
  id!: string;
  number!: number;
  version!: ProjectVersionDto;
  axis!: ActionAxisDto;
  title!: string;
  objective!: string | null;
  why!: string | null;
  /** Whom it is for. */
  audience!: string | null;
  missionCodes!: string[];
  status!: ActionStatus;
  statusSentence!: string | null;
  statusSince!: string;
  lead!: ActionLeadDto | null;
  leadPersonId!: string | null;
  leadName!: string | null;
  partners!: string | null;
  steps!: ActionStepDto[];
  lateSteps!: LateStepDto[];
  /** What the dates suggest; the person decides. */
  suggestedStatus!: ActionStatus | null;
  budgetCents!: number | null;
  startsOn!: string | null;
  endsOn!: string | null;
  text!: string | null;
  contentRevision!: number;
  revision!: number;
  stepsRevision!: number;
  updatedAt!: Date;
  may!: ActionMayDto;
  missions!: ServedMissionDto[];
  today!: string;
}

/** One change of status. */
export class StatusChangeDto {
  id!: string;
  at!: Date;
  /** Who, by name; null when it was the product. */
  who!: string | null;
  fromStatus!: ActionStatus;
  status!: ActionStatus;
  sentence!: string | null;
}

/** The version an action is read in; the one in force when absent. */
export class ActionVersionQueryDto {
  @Label('Version')
  @IsOptional()
  @IsUUID()
  version?: string;
}

/** What a draft says of an action. */
export class ActionContentDto {
  @Label('Titre de l’action')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.title)
  title!: string;

  @Label('Objectif')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.paragraph)
  objective!: string | null;

  @Label('Pourquoi')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.paragraph)
  why!: string | null;

  @Label('Public concerné')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.sentence)
  audience!: string | null;

  @Label('Missions servies')
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  missionCodes!: string[];
}

/** The same, with the revision on screen. */
export class ChangeActionContentDto extends ActionContentDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** A new action and the draft that holds it now. */
export class AddedActionDto {
  actionId!: string;
  project!: ProjectDto;
}

/** Where an action stands, and why, with the revision on screen. */
export class ChangeStatusDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('État')
  @IsIn(actionStatuses)
  status!: ActionStatus;

  @Label('Phrase d’état')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.sentence)
  statusSentence!: string | null;
}

/** Who leads, with whom, with what money, from when to when, and the text, with the revision on screen. */
export class ChangeTrackingDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Pilote')
  @OrNull()
  @IsUUID()
  leadPersonId!: string | null;

  @Label('Nom du pilote')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.name)
  leadName!: string | null;

  @Label('Partenaires')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.paragraph)
  partners!: string | null;

  @Label('Budget')
  @OrNull()
  @IsCents()
  budgetCents!: number | null;

  @Label('Début')
  @OrNull()
  @IsDay()
  startsOn!: string | null;

  @Label('Fin')
  @OrNull()
  @IsDay()
  endsOn!: string | null;

  @Label('Texte libre')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.long)
  text!: string | null;
}

/** A step as it is typed; a new one has no id. */
export class StepInputDto {
  @Label('Étape')
  @OrNull()
  @IsUUID()
  id!: string | null;

  @Label('Titre de l’étape')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.title)
  title!: string;

  @Label('Échéance')
  @OrNull()
  @IsDay()
  dueOn!: string | null;

  @Label('Faite le')
  @OrNull()
  @IsDay()
  doneOn!: string | null;
}

/** All the steps of an action in their order, with the revision on screen. */
export class ChangeStepsDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Étapes')
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => StepInputDto)
  steps!: StepInputDto[];
}

/** A step done, on a day (today when absent), or not done any more. */
export class MarkStepDto {
  @Label('Faite')
  @IsBoolean()
  done!: boolean;

  @Label('Faite le')
  @IsOptional()
  @IsDay()
  doneOn?: string | null;
}
