import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeMeasureStatus, EntryQueries } from '@maillage/features/indicators';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import {
  AwaitedValueDto,
  DeleteMeasureQueryDto,
  EntryGridDto,
  EntryQueryDto,
  ReopenMeasureDto,
  ValidateMeasuresDto,
} from './measures.dto';
import { gridTold } from './told';

/** The values: what is awaited, and their life. */
@Controller('measures')
export class MeasuresController {
  constructor(
    private readonly entry: EntryQueries,
    private readonly status: ChangeMeasureStatus,
  ) {}

  /** The page where the values of a period are given. */
  @Get('entry')
  @Right('indicators.read')
  async grid(@CurrentActor() actor: Actor, @Query() { period }: EntryQueryDto): Promise<EntryGridDto> {
    return gridTold(await this.entry.grid(actor, period ?? null));
  }

  /** The values awaited today, the latest first; for a lead, those it has to give. */
  @Get('awaited')
  @Right('indicators.read')
  awaited(@CurrentActor() actor: Actor): Promise<AwaitedValueDto[]> {
    return this.entry.awaited(actor);
  }

  /** Takes values one step further as they were seen (read by the coordination, or validated): all of them or none. */
  @Post('validation')
  @HttpCode(204)
  @Right('measures.validate')
  async validate(@CurrentActor() actor: Actor, @Body() { measures }: ValidateMeasuresDto): Promise<void> {
    await this.status.validate(actor, measures);
  }

  /** Opens a validated value again; the reason stays in its history. */
  @Post(':measureId/reopening')
  @HttpCode(204)
  @Right('measures.validate')
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('measureId', IdPipe) id: string,
    @Body() { revision, reason }: ReopenMeasureDto,
  ): Promise<void> {
    await this.status.reopen(actor, { id, revision }, reason);
  }

  /** Takes a draft away: the period has no value again. */
  @Delete(':measureId')
  @HttpCode(204)
  @Right('measures.write')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('measureId', IdPipe) id: string,
    @Query() { revision }: DeleteMeasureQueryDto,
  ): Promise<void> {
    await this.status.delete(actor, { id, revision });
  }
}
