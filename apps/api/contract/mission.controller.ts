import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeMission, ContractQueries } from '@maillage/features/contract';
import { CurrentActor, Right } from '../http/access';
import { ChangeMissionDto, MissionsPageDto } from './contract.dto';

/** The missions of the agreement. */
@Controller('missions')
export class MissionController {
  constructor(
    private readonly queries: ContractQueries,
    private readonly changeMission: ChangeMission,
  ) {}

  /** Every mission with its dates, deadlines and lateness today. */
  @Get()
  @Right('contract.read')
  missions(@CurrentActor() actor: Actor): Promise<MissionsPageDto> {
    return this.queries.missions(actor);
  }

  /** Chooses or leaves an optional mission, and says when a mission started and was deployed. */
  @Put(':code')
  @Right('contract.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('code') missionCode: string,
    @Body() input: ChangeMissionDto,
  ): Promise<MissionsPageDto> {
    return this.changeMission.execute(actor, { missionCode, ...input });
  }
}
