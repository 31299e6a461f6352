import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangePreparation, ChangeReviewLine, CloseReview, ProposeTarget, ReopenReview, ReviewQueries } from '@maillage/features/review';
import { CurrentActor, Right } from '../http/access';
import { YearPipe } from '../http/year.pipe';
import { ChangePreparationDto, ChangeReviewLineDto, CloseReviewDto, proposalOf, ProposeTargetDto, ReopenReviewDto } from './review-input.dto';
import { ReviewRoomDto } from './review.dto';

/** The room of the *dialogue de gestion*: one for each contract year. Every write answers the room as it then is. */
@Controller('reviews')
export class ReviewController {
  constructor(
    private readonly queries: ReviewQueries,
    private readonly changeLine: ChangeReviewLine,
    private readonly changePreparation: ChangePreparation,
    private readonly proposeTarget: ProposeTarget,
    private readonly closeReview: CloseReview,
    private readonly reopenReview: ReopenReview,
  ) {}

  /** The room of the contract year that runs; before the first one or after the last one, the nearest. */
  @Get('current')
  @Right('review.read')
  current(@CurrentActor() actor: Actor): Promise<ReviewRoomDto> {
    return this.queries.room(actor, null);
  }

  /** The room of a contract year: once closed, exactly what was frozen. */
  @Get(':year')
  @Right('review.read')
  room(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number): Promise<ReviewRoomDto> {
    return this.queries.room(actor, year);
  }

  /** Writes what is said and settled of an indicator; 409 when it was changed meanwhile, or when the review is closed. */
  @Put(':year/lines/:reviewedCode')
  @Right('review.write')
  line(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Param('reviewedCode') code: string, @Body() input: ChangeReviewLineDto): Promise<ReviewRoomDto> {
    return this.changeLine.execute(actor, year, code, input);
  }

  /** Proposes what the next contract year says of an indicator, or gives it up. */
  @Put(':year/proposals/:reviewedCode')
  @Right('review.write')
  proposal(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Param('reviewedCode') code: string, @Body() input: ProposeTargetDto): Promise<ReviewRoomDto> {
    return this.proposeTarget.execute(actor, year, code, { revision: input.revision, proposal: proposalOf(input) });
  }

  /** Says how far an action of the contract is prepared, who does what and until when. */
  @Put(':year/preparations/:preparedCode')
  @Right('review.write')
  preparation(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Param('preparedCode') code: string, @Body() input: ChangePreparationDto): Promise<ReviewRoomDto> {
    return this.changePreparation.execute(actor, year, code, input);
  }

  /** Closes the review: what was seen is frozen under a hash, and the next year is opened with what was proposed. */
  @Post(':year/closing')
  @HttpCode(200)
  @Right('review.write')
  close(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Body() input: CloseReviewDto): Promise<ReviewRoomDto> {
    return this.closeReview.execute(actor, year, input);
  }

  /** Opens a closed review again, with a reason that stays in its history. */
  @Post(':year/reopening')
  @HttpCode(200)
  @Right('review.write')
  reopen(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Body() input: ReopenReviewDto): Promise<ReviewRoomDto> {
    return this.reopenReview.execute(actor, year, input);
  }
}
