import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ComputedQueries, SettleComputed } from '@maillage/features/indicators';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ComputedPageDto, ComputedQuestionDto, FormulaPreviewDto, FormulaPreviewInputDto, SettleComputedDto } from './computed.dto';

/** Values computed from others: what formulas give, from what, and what they ask. */
@Controller('indicators')
export class ComputedController {
  constructor(
    private readonly queries: ComputedQueries,
    private readonly settle: SettleComputed,
  ) {}

  /** The values that stand although their formula says otherwise, for who chooses; empty for the others. */
  @Get('computed/questions')
  @Right('indicators.read')
  questions(@CurrentActor() actor: Actor): Promise<ComputedQuestionDto[]> {
    return this.queries.questions(actor);
  }

  /** Reads a formula without keeping it: its fault and where, or what it gives for the last periods. */
  @Post('formula/preview')
  @HttpCode(200)
  @Right('indicators.write')
  preview(@CurrentActor() actor: Actor, @Body() { text, indicatorId, ...card }: FormulaPreviewInputDto): Promise<FormulaPreviewDto> {
    return this.queries.preview(actor, text, card, indicatorId);
  }

  /** Where the values of an indicator come from, and what they feed. */
  @Get(':indicatorId/computed')
  @Right('indicators.read')
  page(@CurrentActor() actor: Actor, @Param('indicatorId', IdPipe) id: string): Promise<ComputedPageDto> {
    return this.queries.of(actor, id);
  }

  /** Answers what a formula asks: keep the value that stands, or take its figure. */
  @Post(':indicatorId/computed/:periodKey')
  @HttpCode(204)
  @Right('measures.validate')
  async answer(@CurrentActor() actor: Actor, @Param('indicatorId', IdPipe) indicatorId: string, @Param('periodKey') periodKey: string, @Body() { choice, reason, revision }: SettleComputedDto): Promise<void> {
    await this.settle[choice](actor, { indicatorId, periodKey, revision, reason });
  }
}
