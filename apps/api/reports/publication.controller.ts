import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { PublicationQueries } from '@maillage/features/reports';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ReceivedLineDto, ReceivedReportDto } from './reports.dto';
import { sendDocument } from './send-document';

/** Reports received by readers, over all the communities that sent them something. */
@Controller('publications')
export class PublicationController {
  constructor(private readonly queries: PublicationQueries) {}

  /** Every report received, the latest first. */
  @Get()
  @Right('publications.read')
  list(@CurrentActor() actor: Actor): Promise<ReceivedLineDto[]> {
    return this.queries.list(actor);
  }

  /** One received report. */
  @Get(':publicationId')
  @Right('publications.read')
  page(@CurrentActor() actor: Actor, @Param('publicationId', IdPipe) id: string): Promise<ReceivedReportDto> {
    return this.queries.page(actor, id);
  }

  /** A document of a received report. */
  @Get(':publicationId/documents/:format')
  @Right('publications.read')
  @ApiProduces('application/octet-stream')
  async document(
    @CurrentActor() actor: Actor,
    @Param('publicationId', IdPipe) id: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDocument(reply, await this.queries.document(actor, id, format));
  }
}
