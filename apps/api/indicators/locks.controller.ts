import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { GrantException, LockPeriod, ValidationQueries } from '@maillage/features/indicators';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { GrantExceptionDto, LockPeriodDto, LockPreviewDto, LockPreviewQueryDto, LocksPageDto, UnlockPeriodDto, WrittenLockDto } from './validation.dto';

/** The periods closed to every change, and what opens one value of them for a time. */
@Controller('period-locks')
export class LocksController {
  constructor(
    private readonly queries: ValidationQueries,
    private readonly periods: LockPeriod,
    private readonly exceptions: GrantException,
  ) {}

  /** The locks and exceptions there are and were. */
  @Get()
  @Right('indicators.read')
  page(@CurrentActor() actor: Actor): Promise<LocksPageDto> {
    return this.queries.locks(actor);
  }

  /** What locking a period would do: what would be locked, what is not validated. */
  @Get('preview')
  @Right('measures.lock')
  preview(@CurrentActor() actor: Actor, @Query() { period }: LockPreviewQueryDto): Promise<LockPreviewDto> {
    return this.queries.preview(actor, period);
  }

  /** Locks a period and those inside it for the whole community. */
  @Post()
  @Right('measures.lock')
  async lock(@CurrentActor() actor: Actor, @Body() { period, seenLeft }: LockPeriodDto): Promise<WrittenLockDto> {
    return { id: await this.periods.lock(actor, period, seenLeft) };
  }

  /** Opens a locked period again; the reason stays. */
  @Post(':lockId/unlocking')
  @HttpCode(204)
  @Right('measures.lock')
  async unlock(@CurrentActor() actor: Actor, @Param('lockId', IdPipe) id: string, @Body() { reason }: UnlockPeriodDto): Promise<void> {
    await this.periods.unlock(actor, id, reason);
  }

  /** Opens one value of a locked period to one person, for a time. */
  @Post('exceptions')
  @Right('measures.lock')
  async grant(@CurrentActor() actor: Actor, @Body() input: GrantExceptionDto): Promise<WrittenLockDto> {
    return { id: await this.exceptions.grant(actor, input) };
  }

  /** Takes an exception back before its end. */
  @Delete('exceptions/:exceptionId')
  @HttpCode(204)
  @Right('measures.lock')
  async close(@CurrentActor() actor: Actor, @Param('exceptionId', IdPipe) id: string): Promise<void> {
    await this.exceptions.close(actor, id);
  }
}
