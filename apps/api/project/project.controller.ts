import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { french } from '@maillage/domain/kernel';
import { projectModels } from '@maillage/domain/project';
import { ChangeVersion, DiscardDraft, OpenDraft, ProjectQueries, PutInForce } from '@maillage/features/project';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import {
  ActionLeadDto,
  ChangeVersionDto,
  DifferencesQueryDto,
  OpenDraftDto,
  ProjectDto,
  ProjectHomeDto,
  ProjectModelDto,
  ProjectVersionDto,
  ProjectVersionsDto,
  PutInForceDto,
  VersionDifferencesDto,
} from './project.dto';

/** The health project and its versions. */
@Controller('project')
export class ProjectController {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly openDraft: OpenDraft,
    private readonly changeVersion: ChangeVersion,
    private readonly discardDraft: DiscardDraft,
    private readonly putInForce: PutInForce,
  ) {}

  /** The version in force with its tree, else the draft. */
  @Get()
  @Right('project.read')
  home(@CurrentActor() actor: Actor): Promise<ProjectHomeDto> {
    return this.queries.home(actor);
  }

  /** The ready projects a draft can start from. */
  @Get('models')
  @Right('project.read')
  models(): ProjectModelDto[] {
    return projectModels.map(({ code, title, description, axes }) => {
      const actions = axes.reduce((count, axis) => count + axis.actions.length, 0);
      return { code, title: french(title), description: french(description), axes: axes.length, actions };
    });
  }

  /** Who may be given an action. */
  @Get('leads')
  @Right('people.read')
  leads(@CurrentActor() actor: Actor): Promise<ActionLeadDto[]> {
    return this.queries.possibleLeads(actor);
  }

  /** Every version, the latest first. */
  @Get('versions')
  @Right('project.read')
  versions(@CurrentActor() actor: Actor): Promise<ProjectVersionsDto> {
    return this.queries.versions(actor);
  }

  /** Opens the one draft a community may have. */
  @Post('versions')
  @Right('project.write')
  open(@CurrentActor() actor: Actor, @Body() input: OpenDraftDto): Promise<ProjectDto> {
    return this.openDraft.execute(actor, input);
  }

  /** A version with its tree. */
  @Get('versions/:versionId')
  @Right('project.read')
  version(@CurrentActor() actor: Actor, @Param('versionId', IdPipe) versionId: string): Promise<ProjectDto> {
    return this.queries.project(actor, versionId);
  }

  /** Changes the title and the note of a version; 409 with the current ones when they were changed meanwhile. */
  @Patch('versions/:versionId')
  @Right('project.write')
  change(@CurrentActor() actor: Actor, @Param('versionId', IdPipe) versionId: string, @Body() input: ChangeVersionDto): Promise<ProjectVersionDto> {
    return this.changeVersion.execute(actor, versionId, input);
  }

  /** Throws a draft away. */
  @Delete('versions/:versionId')
  @HttpCode(204)
  @Right('project.write')
  discard(@CurrentActor() actor: Actor, @Param('versionId', IdPipe) versionId: string): Promise<void> {
    return this.discardDraft.execute(actor, versionId);
  }

  /** Puts a draft in force from today. */
  @Post('versions/:versionId/in-force')
  @HttpCode(200)
  @Right('project.write')
  enforce(@CurrentActor() actor: Actor, @Param('versionId', IdPipe) versionId: string, @Body() input: PutInForceDto): Promise<ProjectDto> {
    return this.putInForce.execute(actor, versionId, input.revision);
  }

  /** What changed up to a version, from the one named or the one before; nothing for the first. */
  @Get('versions/:versionId/differences')
  @Right('project.read')
  async differences(
    @CurrentActor() actor: Actor,
    @Param('versionId', IdPipe) versionId: string,
    @Query() query: DifferencesQueryDto,
  ): Promise<VersionDifferencesDto> {
    return (await this.queries.differences(actor, versionId, query.from)) ?? { from: null, to: null, differences: [], missions: [] };
  }
}
