import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { AddAction, ChangeActionContent, RemoveAction } from '@maillage/features/project';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ActionContentDto, AddedActionDto, ChangeActionContentDto } from './action.dto';
import { ProjectDto } from './project.dto';

/** What a draft says of its actions. */
@Controller('project/versions/:versionId')
export class ProjectActionsController {
  constructor(
    private readonly addAction: AddAction,
    private readonly changeContent: ChangeActionContent,
    private readonly removeAction: RemoveAction,
  ) {}

  /** Adds an action at the end of an axis. */
  @Post('axes/:axisId/actions')
  @Right('project.write')
  add(
    @CurrentActor() actor: Actor,
    @Param('versionId', IdPipe) versionId: string,
    @Param('axisId', IdPipe) axisId: string,
    @Body() input: ActionContentDto,
  ): Promise<AddedActionDto> {
    return this.addAction.execute(actor, versionId, { axisId, ...input });
  }

  /** Changes the title, the objective, the reason, the public and the missions of an action. */
  @Put('actions/:actionId')
  @Right('project.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('versionId', IdPipe) versionId: string,
    @Param('actionId', IdPipe) actionId: string,
    @Body() input: ChangeActionContentDto,
  ): Promise<ProjectDto> {
    return this.changeContent.execute(actor, versionId, actionId, input);
  }

  /** Takes an action out of a draft. */
  @Delete('actions/:actionId')
  @Right('project.write')
  remove(@CurrentActor() actor: Actor, @Param('versionId', IdPipe) versionId: string, @Param('actionId', IdPipe) actionId: string): Promise<ProjectDto> {
    return this.removeAction.execute(actor, versionId, actionId);
  }
}
