import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { MissionKind } from '@maillage/domain/contract';
import { textLimits } from '@maillage/domain/kernel';
import { treeLimits, type ActionStatus, type ProjectVersionStatus, type VersionDifference } from '@maillage/domain/project';
import { IsDay } from '../http/is-day';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** A version without its tree. */
export class ProjectVersionDto {
  id!: string;
  /** 1, 2, 3… in the order they were opened. */
  number!: number;
  title!: string;
  /** What this version changes, in the words of the coordination. */
  note!: string | null;
  status!: ProjectVersionStatus;
  inForceOn!: string | null;
  endedOn!: string | null;
  createdAt!: Date;
  updatedAt!: Date;
  revision!: number;
}

/** A version with the size of its tree. */
export class CountedProjectVersionDto extends ProjectVersionDto {
  axes!: number;
  actions!: number;
}

/** Every version, the latest first. */
export class ProjectVersionsDto {
  versions!: CountedProjectVersionDto[];
  inForceId!: string | null;
  draftId!: string | null;
}

/** A mission as actions show it. */
export class ServedMissionDto {
  code!: string;
  label!: string;
  shortLabel!: string;
  kind!: MissionKind;
  /** Core, or optional and chosen. */
  chosen!: boolean;
}

/** Who leads an action; without `personId`, someone who has no account. */
export class ActionLeadDto {
  personId!: string | null;
  name!: string;
}

/** A step whose day has passed. */
export class LateStepDto {
  id!: string;
  title!: string;
  dueOn!: string;
  lateDays!: number;
}

/** The next step to come. */
export class NextStepDto {
  title!: string;
  dueOn!: string;
}

/** An action in the tree. */
export class ActionSummaryDto {
  id!: string;
  number!: number;
  title!: string;
  missionCodes!: string[];
  status!: ActionStatus;
  statusSentence!: string | null;
  statusSince!: string;
  lead!: ActionLeadDto | null;
  steps!: number;
  stepsDone!: number;
  lateSteps!: LateStepDto[];
  nextStep!: NextStepDto | null;
  budgetCents!: number | null;
  startsOn!: string | null;
  endsOn!: string | null;
}

/** An axis and its actions, in order. */
export class ProjectAxisDto {
  id!: string;
  title!: string;
  why!: string | null;
  revision!: number;
  actions!: ActionSummaryDto[];
}

/** A version with its tree. */
export class ProjectDto {
  version!: ProjectVersionDto;
  axes!: ProjectAxisDto[];
  missions!: ServedMissionDto[];
  today!: string;
}

/** The project page: the version in force, else the draft. */
export class ProjectHomeDto {
  project!: ProjectDto | null;
  inForceId!: string | null;
  draftId!: string | null;
}

/** A ready project to start from. */
export class ProjectModelDto {
  code!: string;
  title!: string;
  description!: string;
  axes!: number;
  actions!: number;
}

/** A text that changed. */
export class VersionFieldChangeDto {
  field!: 'title' | 'why' | 'objective' | 'audience';
  before!: string | null;
  after!: string | null;
}

/** One thing that differs between two versions; which fields are there depends on `kind`. */
export class VersionDifferenceDto {
  kind!: VersionDifference['kind'];
  title!: string;
  axisId?: string;
  actionId?: string;
  number?: number;
  axisTitle?: string;
  fromAxis?: string;
  toAxis?: string;
  changes?: VersionFieldChangeDto[];
  missionsAdded?: string[];
  missionsRemoved?: string[];
}

/** What changes from one version to another; `from` is null for the first version. */
export class VersionDifferencesDto {
  from!: ProjectVersionDto | null;
  to!: ProjectVersionDto | null;
  differences!: VersionDifferenceDto[];
  missions!: ServedMissionDto[];
}

/** What a draft starts from. */
export class OpenDraftDto {
  @Label('Point de départ')
  @IsIn(['nothing', 'in-force', 'model'])
  source!: 'nothing' | 'in-force' | 'model';

  @Label('Titre du projet')
  @IsOptional()
  @IsString()
  @MaxLength(textLimits.title)
  title?: string | null;

  @Label('Modèle')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  model?: string | null;

  @Label('Date de début')
  @IsOptional()
  @IsDay()
  startsOn?: string | null;
}

/** The title of a version and what it changes, with the revision on screen. */
export class ChangeVersionDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Titre du projet')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.title)
  title!: string;

  @Label('Ce qui change')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.paragraph)
  note!: string | null;
}

/** The revision of the draft on screen. */
export class PutInForceDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** The version compared with; the one before when absent. */
export class DifferencesQueryDto {
  @Label('Version de comparaison')
  @IsOptional()
  @IsUUID()
  from?: string;
}

/** What is written of an axis. */
export class AxisInputDto {
  @Label('Titre de l’axe')
  @IsString()
  @MinLength(1)
  @MaxLength(textLimits.title)
  title!: string;

  @Label('Pourquoi cet axe')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.paragraph)
  why!: string | null;
}

/** The same, with the revision on screen. */
export class ChangeAxisDto extends AxisInputDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** The place of an axis among the axes, from 0. */
export class AxisPlaceDto {
  @Label('Place')
  @IsInt()
  @Min(0)
  @Max(treeLimits.axes)
  index!: number;
}

/** The place of an action in an axis, from 0. */
export class ActionPlaceDto {
  @Label('Place')
  @IsInt()
  @Min(0)
  @Max(treeLimits.actions)
  index!: number;
}
