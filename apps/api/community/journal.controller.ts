import { Readable } from 'node:stream';
import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { ExportJournal, JournalQueries, VerifyJournal } from '@maillage/features/community';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { attachment } from '../http/attachment';
import { ExportJournalQuery, JournalPageDto, JournalQuery, JournalVerificationDto } from './journal.dto';

/** Who did what in the community. */
@Controller('journal')
export class JournalController {
  constructor(
    private readonly queries: JournalQueries,
    private readonly verify: VerifyJournal,
    private readonly exports: ExportJournal,
  ) {}

  /** Lines of the journal, newest first. */
  @Get()
  @Right('audit.read')
  page(@CurrentActor() actor: Actor, @Query() filter: JournalQuery): Promise<JournalPageDto> {
    return this.queries.page(actor, filter);
  }

  /** The chain of the journal recomputed, and values compared with their history. */
  @Get('verification')
  @Right('audit.read')
  verification(@CurrentActor() actor: Actor): Promise<JournalVerificationDto> {
    return this.verify.forActor(actor);
  }

  /** The lines that answer the same filters, all of them, for a spreadsheet or for a program. */
  @Get('export')
  @Right('audit.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() { format, ...filter }: ExportJournalQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { pieces, ...file } = await this.exports.execute(actor, filter, format);
    return attachment(reply, { ...file, stream: Readable.from(pieces) });
  }
}
