import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { DecideReport, PrepareReport, ReportQueries, SendReport, VerifyReports } from '@maillage/features/reports';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { sendDocument } from './send-document';
import { MadeReportDto, PrepareReportDto, ReportDto, ReportsPageDto, SeenReportDto, SendReportDto, VerificationDto } from './reports.dto';

/** The reports of the community. */
@Controller('reports')
export class ReportController {
  constructor(
    private readonly queries: ReportQueries,
    private readonly prepareReport: PrepareReport,
    private readonly decide: DecideReport,
    private readonly send: SendReport,
    private readonly verify: VerifyReports,
  ) {}

  /** Every report, and the quarters that can be prepared. */
  @Get()
  @Right('reports.read')
  list(@CurrentActor() actor: Actor): Promise<ReportsPageDto> {
    return this.queries.list(actor);
  }

  /** Recomputes the hashes of every report: snapshots, documents, chain. */
  @Get('verification')
  @Right('reports.read')
  verification(@CurrentActor() actor: Actor): Promise<VerificationDto> {
    return this.verify.forActor(actor);
  }

  /** Asks for the report of a quarter, or for a corrected version of a sent one. The workers make it; its progress is under `/api/jobs`. */
  @Post()
  @HttpCode(202)
  @Right('reports.prepare')
  async prepare(@CurrentActor() actor: Actor, @Body() input: PrepareReportDto): Promise<MadeReportDto> {
    return { id: await this.prepareReport.execute(actor, input) };
  }

  /** One report, whole. */
  @Get(':reportId')
  @Right('reports.read')
  page(@CurrentActor() actor: Actor, @Param('reportId', IdPipe) id: string): Promise<ReportDto> {
    return this.queries.page(actor, id);
  }

  /** Prepares a report that is not approved again, from the values of now. */
  @Post(':reportId/preparation')
  @HttpCode(202)
  @Right('reports.prepare')
  async again(@CurrentActor() actor: Actor, @Param('reportId', IdPipe) id: string, @Body() { revision }: SeenReportDto): Promise<ReportDto> {
    await this.prepareReport.again(actor, { id, revision });
    return this.queries.page(actor, id);
  }

  /** Approves the documents as they were seen. */
  @Post(':reportId/approval')
  @HttpCode(200)
  @Right('reports.approve')
  async approve(@CurrentActor() actor: Actor, @Param('reportId', IdPipe) id: string, @Body() { revision }: SeenReportDto): Promise<ReportDto> {
    await this.decide.approve(actor, { id, revision });
    return this.queries.page(actor, id);
  }

  /** Takes the approval back, before anything was sent. */
  @Post(':reportId/approval-withdrawal')
  @HttpCode(200)
  @Right('reports.approve')
  async withdraw(@CurrentActor() actor: Actor, @Param('reportId', IdPipe) id: string, @Body() { revision }: SeenReportDto): Promise<ReportDto> {
    await this.decide.withdrawApproval(actor, { id, revision });
    return this.queries.page(actor, id);
  }

  /** Gives the report up. */
  @Post(':reportId/cancellation')
  @HttpCode(200)
  @Right('reports.prepare')
  async cancel(@CurrentActor() actor: Actor, @Param('reportId', IdPipe) id: string, @Body() { revision }: SeenReportDto): Promise<ReportDto> {
    await this.decide.cancel(actor, { id, revision });
    return this.queries.page(actor, id);
  }

  /** Sends the report to every recipient that does not have it. The same click twice sends once. */
  @Post(':reportId/sending')
  @HttpCode(202)
  @Right('reports.send')
  async sending(@CurrentActor() actor: Actor, @Param('reportId', IdPipe) id: string, @Body() { revision, acceptDouble }: SendReportDto): Promise<ReportDto> {
    await this.send.execute(actor, { id, revision }, acceptDouble);
    return this.queries.page(actor, id);
  }

  /** The recipient said that « peut-être envoyé » did arrive. */
  @Post(':reportId/deliveries/:deliveryId/receipt')
  @HttpCode(200)
  @Right('reports.send')
  async received(@CurrentActor() actor: Actor, @Param('reportId', IdPipe) id: string, @Param('deliveryId', IdPipe) deliveryId: string): Promise<ReportDto> {
    await this.send.confirmReceived(actor, id, deliveryId);
    return this.queries.page(actor, id);
  }

  /** A document of the report, its bytes checked against their fingerprint. */
  @Get(':reportId/documents/:format')
  @Right('reports.read')
  @ApiProduces('application/octet-stream')
  async document(
    @CurrentActor() actor: Actor,
    @Param('reportId', IdPipe) id: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDocument(reply, await this.queries.document(actor, id, format));
  }
}
