import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeReportSchedule, ManageRecipients, ReportQueries } from '@maillage/features/reports';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ChangeRecipientDto, ChangeReportScheduleDto, RecipientInputDto, RecipientsPageDto } from './reports.dto';

/** Those reports are sent to, and when reports prepare themselves. */
@Controller()
export class RecipientController {
  constructor(
    private readonly queries: ReportQueries,
    private readonly manage: ManageRecipients,
    private readonly schedule: ChangeReportSchedule,
  ) {}

  /** The recipients with their readers, and the automatic preparation. */
  @Get('report-recipients')
  @Right('reports.read')
  list(@CurrentActor() actor: Actor): Promise<RecipientsPageDto> {
    return this.queries.recipients(actor);
  }

  /** Adds one. */
  @Post('report-recipients')
  @HttpCode(200)
  @Right('reports.send')
  async add(@CurrentActor() actor: Actor, @Body() input: RecipientInputDto): Promise<RecipientsPageDto> {
    await this.manage.add(actor, input);
    return this.queries.recipients(actor);
  }

  /** Changes one; reports already sent keep the address they were sent to. */
  @Put('report-recipients/:recipientId')
  @Right('reports.send')
  async change(@CurrentActor() actor: Actor, @Param('recipientId', IdPipe) id: string, @Body() input: ChangeRecipientDto): Promise<RecipientsPageDto> {
    await this.manage.change(actor, id, input);
    return this.queries.recipients(actor);
  }

  /** Removes one: nothing more is sent to it. */
  @Delete('report-recipients/:recipientId')
  @Right('reports.send')
  async remove(@CurrentActor() actor: Actor, @Param('recipientId', IdPipe) id: string): Promise<RecipientsPageDto> {
    await this.manage.remove(actor, id);
    return this.queries.recipients(actor);
  }

  /** Turns the automatic preparation on or off, and says its day. */
  @Put('report-schedule')
  @Right('reports.prepare')
  async changeSchedule(@CurrentActor() actor: Actor, @Body() input: ChangeReportScheduleDto): Promise<RecipientsPageDto> {
    await this.schedule.execute(actor, input);
    return this.queries.recipients(actor);
  }
}
