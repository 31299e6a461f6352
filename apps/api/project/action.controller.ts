import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeActionStatus, ChangeActionSteps, ChangeActionTracking, MarkStep, ProjectQueries } from '@maillage/features/project';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ActionSheetDto, ActionVersionQueryDto, ChangeStatusDto, ChangeStepsDto, ChangeTrackingDto, MarkStepDto, StatusChangeDto } from './action.dto';

/** The *fiche action* and its tracking. */
@Controller('project/actions/:actionId')
export class ActionController {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly changeStatus: ChangeActionStatus,
    private readonly changeTracking: ChangeActionTracking,
    private readonly changeSteps: ChangeActionSteps,
    private readonly markStep: MarkStep,
  ) {}

  /** A *fiche action*: in the version in force unless another is named. */
  @Get()
  @Right('project.read')
  sheet(@CurrentActor() actor: Actor, @Param('actionId', IdPipe) actionId: string, @Query() query: ActionVersionQueryDto): Promise<ActionSheetDto> {
    return this.queries.action(actor, actionId, query.version);
  }

  /** Its changes of status, the latest first. */
  @Get('status-history')
  @Right('project.read')
  history(@CurrentActor() actor: Actor, @Param('actionId', IdPipe) actionId: string): Promise<StatusChangeDto[]> {
    return this.queries.statusHistory(actor, actionId);
  }

  /** Says where the action stands; 409 with the current status when it was changed meanwhile. */
  @Put('status')
  @Right('project.track')
  status(@CurrentActor() actor: Actor, @Param('actionId', IdPipe) actionId: string, @Body() input: ChangeStatusDto): Promise<ActionSheetDto> {
    return this.changeStatus.execute(actor, actionId, input);
  }

  /** Lead, partners, budget, dates and text; 409 with the current ones when they were changed meanwhile. */
  @Put('tracking')
  @Right('project.track')
  tracking(@CurrentActor() actor: Actor, @Param('actionId', IdPipe) actionId: string, @Body() input: ChangeTrackingDto): Promise<ActionSheetDto> {
    return this.changeTracking.execute(actor, actionId, input);
  }

  /** All the steps; 409 with the current ones when they were changed meanwhile. */
  @Put('steps')
  @Right('project.track')
  steps(@CurrentActor() actor: Actor, @Param('actionId', IdPipe) actionId: string, @Body() input: ChangeStepsDto): Promise<ActionSheetDto> {
    return this.changeSteps.execute(actor, actionId, input);
  }

  /** Marks one step done, or not done any more. */
  @Put('steps/:stepId/done')
  @Right('project.track')
  mark(
    @CurrentActor() actor: Actor,
    @Param('actionId', IdPipe) actionId: string,
    @Param('stepId', IdPipe) stepId: string,
    @Body() input: MarkStepDto,
  ): Promise<ActionSheetDto> {
    return this.markStep.execute(actor, actionId, stepId, input);
  }
}
