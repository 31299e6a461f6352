import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeCollectionSettings, CollectionQueries, RemindNow, StateAbsence } from '@maillage/features/indicators';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import {
  CollectionPageDto,
  CollectionQueryDto,
  CollectionSettingsDto,
  ReminderDto,
  RemindDto,
  RemindedDto,
  RemindersQueryDto,
  StateAbsenceDto,
  StatedAbsenceDto,
  WithdrawAbsenceQueryDto,
} from './collection.dto';

/** The rounds of collection: who owes what by when, reminders, settings, answers without a value. */
@Controller()
export class CollectionController {
  constructor(
    private readonly queries: CollectionQueries,
    private readonly settings: ChangeCollectionSettings,
    private readonly reminders: RemindNow,
    private readonly absence: StateAbsence,
  ) {}

  /** A round, with completeness and timeliness; a lead sees what it owes. */
  @Get('collection')
  @Right('indicators.read')
  page(@CurrentActor() actor: Actor, @Query() { period }: CollectionQueryDto): Promise<CollectionPageDto> {
    return this.queries.page(actor, period ?? null);
  }

  /** The reminders that named values of a period, newest first. */
  @Get('collection/reminders')
  @Right('indicators.read')
  log(@CurrentActor() actor: Actor, @Query() { period }: RemindersQueryDto): Promise<ReminderDto[]> {
    return this.queries.reminders(actor, period);
  }

  /** Writes at once to those who still owe a value. */
  @Post('collection/reminders')
  @HttpCode(202)
  @Right('measures.validate')
  remind(@CurrentActor() actor: Actor, @Body() { period, personId }: RemindDto): Promise<RemindedDto> {
    return this.reminders.execute(actor, { periodKey: period, personId: personId ?? null });
  }

  /** How the community collects. */
  @Get('collection/settings')
  @Right('indicators.read')
  readSettings(@CurrentActor() actor: Actor): Promise<CollectionSettingsDto> {
    return this.queries.settings(actor);
  }

  /** Says when values fall due and how people are reminded. */
  @Put('collection/settings')
  @HttpCode(204)
  @Right('indicators.write')
  async changeSettings(@CurrentActor() actor: Actor, @Body() input: CollectionSettingsDto): Promise<void> {
    await this.settings.execute(actor, input);
  }

  /** Says that a period has no value, and why. */
  @Put('indicators/:indicatorId/absences/:periodKey')
  @Right('measures.write')
  state(@CurrentActor() actor: Actor, @Param('indicatorId', IdPipe) indicatorId: string, @Param('periodKey') periodKey: string, @Body() input: StateAbsenceDto): Promise<StatedAbsenceDto> {
    return this.absence.state(actor, { indicatorId, periodKey, ...input });
  }

  /** Takes that answer back: the period is awaited again. */
  @Delete('indicators/:indicatorId/absences/:periodKey')
  @HttpCode(204)
  @Right('measures.write')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Param('periodKey') periodKey: string,
    @Query() { revision }: WithdrawAbsenceQueryDto,
  ): Promise<void> {
    await this.absence.withdraw(actor, { indicatorId, periodKey, revision });
  }
}
