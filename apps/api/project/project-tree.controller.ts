import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { AddAxis, ChangeAxis, MoveAction, MoveAxis, RemoveAxis } from '@maillage/features/project';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ActionPlaceDto, AxisInputDto, AxisPlaceDto, ChangeAxisDto, ProjectDto } from './project.dto';

/** The tree of a draft: its axes, and where its actions stand. */
@Controller('project/versions/:versionId/axes')
export class ProjectTreeController {
  constructor(
    private readonly addAxis: AddAxis,
    private readonly changeAxis: ChangeAxis,
    private readonly moveAxis: MoveAxis,
    private readonly removeAxis: RemoveAxis,
    private readonly moveAction: MoveAction,
  ) {}

  /** Adds an axis at the end of a draft. */
  @Post()
  @Right('project.write')
  add(@CurrentActor() actor: Actor, @Param('versionId', IdPipe) versionId: string, @Body() input: AxisInputDto): Promise<ProjectDto> {
    return this.addAxis.execute(actor, versionId, input);
  }

  /** Changes the title of an axis and why it was chosen. */
  @Put(':axisId')
  @Right('project.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('versionId', IdPipe) versionId: string,
    @Param('axisId', IdPipe) axisId: string,
    @Body() input: ChangeAxisDto,
  ): Promise<ProjectDto> {
    return this.changeAxis.execute(actor, versionId, axisId, input);
  }

  /** Puts an axis at another place. */
  @Put(':axisId/place')
  @Right('project.write')
  move(
    @CurrentActor() actor: Actor,
    @Param('versionId', IdPipe) versionId: string,
    @Param('axisId', IdPipe) axisId: string,
    @Body() input: AxisPlaceDto,
  ): Promise<ProjectDto> {
    return this.moveAxis.execute(actor, versionId, axisId, input.index);
  }

  /** Removes an empty axis. */
  @Delete(':axisId')
  @Right('project.write')
  remove(@CurrentActor() actor: Actor, @Param('versionId', IdPipe) versionId: string, @Param('axisId', IdPipe) axisId: string): Promise<ProjectDto> {
    return this.removeAxis.execute(actor, versionId, axisId);
  }

  /** Puts an action in this axis, at this place. */
  @Put(':axisId/actions/:actionId/place')
  @Right('project.write')
  place(
    @CurrentActor() actor: Actor,
    @Param('versionId', IdPipe) versionId: string,
    @Param('axisId', IdPipe) axisId: string,
    @Param('actionId', IdPipe) actionId: string,
    @Body() input: ActionPlaceDto,
  ): Promise<ProjectDto> {
    return this.moveAction.execute(actor, versionId, actionId, { axisId, index: input.index });
  }
}
