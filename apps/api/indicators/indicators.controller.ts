import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { indicatorModels } from '@maillage/domain/indicators';
import { ArchiveIndicator, DefineIndicator, IndicatorQueries, RecordMeasure, SetTargets } from '@maillage/features/indicators';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { MadeDto } from '../identity/identity.dto';
import { ChangeIndicatorDto, IndicatorDefinitionDto, IndicatorModelDto } from './indicator-definition.dto';
import { HistoryQueryDto, IndicatorLineDto, IndicatorListQueryDto } from './indicators.dto';
import { SetTargetsDto } from './indicator-targets.dto';
import { IndicatorCardDto, MeasureChangeDto, RecordedMeasureDto, RecordMeasureDto } from './measures.dto';
import { cardTold, lineTold } from './told';

/** The indicators: what is measured, how, towards what. */
@Controller('indicators')
export class IndicatorsController {
  constructor(
    private readonly queries: IndicatorQueries,
    private readonly define: DefineIndicator,
    private readonly archive: ArchiveIndicator,
    private readonly targets: SetTargets,
    private readonly record: RecordMeasure,
  ) {}

  /** Every indicator with where it stands today. */
  @Get()
  @Right('indicators.read')
  async list(@CurrentActor() actor: Actor, @Query() { archived }: IndicatorListQueryDto): Promise<IndicatorLineDto[]> {
    return (await this.queries.list(actor, { archived: archived === 'true' })).map(lineTold);
  }

  /** Ready cards to start from: examples, without target. */
  @Get('models')
  @Right('indicators.read')
  models(): IndicatorModelDto[] {
    return [...indicatorModels];
  }

  /** Creates an indicator. */
  @Post()
  @Right('indicators.write')
  async create(@CurrentActor() actor: Actor, @Body() input: IndicatorDefinitionDto): Promise<MadeDto> {
    return { id: await this.define.create(actor, input) };
  }

  /** The card of an indicator: definition, targets, curve, values and proofs. */
  @Get(':indicatorId')
  @Right('indicators.read')
  async card(@CurrentActor() actor: Actor, @Param('indicatorId', IdPipe) indicatorId: string): Promise<IndicatorCardDto> {
    return cardTold(await this.queries.card(actor, indicatorId));
  }

  /** Changes the definition; 409 with the current one when it was changed meanwhile. */
  @Put(':indicatorId')
  @Right('indicators.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Body() input: ChangeIndicatorDto,
  ): Promise<IndicatorCardDto> {
    await this.define.change(actor, indicatorId, input);
    return cardTold(await this.queries.card(actor, indicatorId));
  }

  /** Takes it out of use: its values stay, none is asked for any more. */
  @Post(':indicatorId/archive')
  @HttpCode(204)
  @Right('indicators.write')
  async putAway(@CurrentActor() actor: Actor, @Param('indicatorId', IdPipe) indicatorId: string): Promise<void> {
    await this.archive.execute(actor, indicatorId, true);
  }

  /** Brings it back. */
  @Post(':indicatorId/restore')
  @HttpCode(204)
  @Right('indicators.write')
  async bringBack(@CurrentActor() actor: Actor, @Param('indicatorId', IdPipe) indicatorId: string): Promise<void> {
    await this.archive.execute(actor, indicatorId, false);
  }

  /** Sets its targets, all periods at once; 409 with the current ones when it was changed meanwhile. */
  @Put(':indicatorId/targets')
  @Right('indicators.write')
  async setTargets(
    @CurrentActor() actor: Actor,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Body() input: SetTargetsDto,
  ): Promise<IndicatorCardDto> {
    await this.targets.execute(actor, indicatorId, input);
    return cardTold(await this.queries.card(actor, indicatorId));
  }

  /** What happened to its values, newest first. */
  @Get(':indicatorId/history')
  @Right('indicators.read')
  history(
    @CurrentActor() actor: Actor,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Query() { period }: HistoryQueryDto,
  ): Promise<MeasureChangeDto[]> {
    return this.queries.history(actor, indicatorId, period ?? null);
  }

  /** Records the value of a period; 409 with the current one when somebody gave another meanwhile. */
  @Put(':indicatorId/values/:periodKey')
  @Right('measures.write')
  give(
    @CurrentActor() actor: Actor,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Param('periodKey') periodKey: string,
    @Body() input: RecordMeasureDto,
  ): Promise<RecordedMeasureDto> {
    return this.record.execute(actor, { ...input, indicatorId, periodKey });
  }
}
