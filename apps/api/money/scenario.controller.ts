import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeScenario, RemoveScenario, SaveScenario, ScenarioQueries } from '@maillage/features/money';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ChangeScenarioDto, RemoveScenarioQueryDto, SaveScenarioDto, ScenarioDto, ScenariosQueryDto } from './scenario.dto';

/** Simulations of a contract year kept under a name. */
@Controller('money/scenarios')
export class ScenarioController {
  constructor(
    private readonly queries: ScenarioQueries,
    private readonly saveScenario: SaveScenario,
    private readonly changeScenario: ChangeScenario,
    private readonly removeScenario: RemoveScenario,
  ) {}

  /** The scenarios of a contract year, by name. */
  @Get()
  @Right('money.read')
  list(@CurrentActor() actor: Actor, @Query() { year }: ScenariosQueryDto): Promise<ScenarioDto[]> {
    return this.queries.list(actor, year);
  }

  /** Keeps a simulation under a name. Sent twice with the same id, it is kept once. */
  @Post()
  @HttpCode(200)
  @Right('scenarios.write')
  save(@CurrentActor() actor: Actor, @Body() input: SaveScenarioDto): Promise<ScenarioDto> {
    return this.saveScenario.execute(actor, input);
  }

  /** Gives it another name or other values; 409 with what is there when it was changed meanwhile. */
  @Put(':scenarioId')
  @Right('scenarios.write')
  change(@CurrentActor() actor: Actor, @Param('scenarioId', IdPipe) id: string, @Body() input: ChangeScenarioDto): Promise<ScenarioDto> {
    return this.changeScenario.execute(actor, id, input);
  }

  /** Deletes it. */
  @Delete(':scenarioId')
  @HttpCode(204)
  @Right('scenarios.write')
  async remove(@CurrentActor() actor: Actor, @Param('scenarioId', IdPipe) id: string, @Query() { revision }: RemoveScenarioQueryDto): Promise<void> {
    await this.removeScenario.execute(actor, id, revision);
  }
}
