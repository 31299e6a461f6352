import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, Sse, type StreamableFile, UploadedFile, UseInterceptors, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { FileInterceptor, type UploadedMultipartFile } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { importLimits } from '@maillage/domain/indicators';
import { ChangeImport, ImportQueries, ImportTemplate, StartImport } from '@maillage/features/indicators';
import type { FastifyReply } from 'fastify';
import { interval, map, merge, Observable, Subject, takeUntil, timer } from 'rxjs';
import { Readable } from 'node:stream';
import { CurrentActor, Right } from '../http/access';
import { attachment } from '../http/attachment';
import { IdPipe } from '../http/id.pipe';
import { HttpProblem } from '../http/problem';
import { MadeDto } from '../identity/identity.dto';
import { ConfirmImportDto, ImportLineDto, ImportRunDto, ImportRunsQueryDto, MapImportDto, ValueImportDto } from './imports.dto';

/** How long one line stays open; the browser calls again, and its session is checked again. */
const lifeMs = 10 * 60_000;
/** Something is said that often, so that nothing on the way thinks the line is dead. */
const beatMs = 25_000;

/** Values brought in a file: kept, checked, confirmed, then written. */
@Controller('value-imports')
export class ImportsController implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  constructor(
    private readonly queries: ImportQueries,
    private readonly start: StartImport,
    private readonly decide: ChangeImport,
    private readonly template: ImportTemplate,
  ) {}

  /** The last imports, newest first; a lead sees its own. */
  @Get()
  @Right('measures.write')
  list(@CurrentActor() actor: Actor): Promise<ImportLineDto[]> {
    return this.queries.list(actor);
  }

  /** A workbook to be filled in: the values awaited, with their limits. */
  @Get('template')
  @Right('measures.write')
  @ApiProduces('application/octet-stream')
  async model(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, mediaType, bytes } = await this.template.make(actor);
    return attachment(reply, { name, mediaType, size: bytes.length, stream: Readable.from([bytes]) });
  }

  /** Takes a CSV or XLSX file in; the workers check it, nothing is written. */
  @Post()
  @Right('measures.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: importLimits.bytes, files: 1 } }))
  async bring(@CurrentActor() actor: Actor, @UploadedFile() file: UploadedMultipartFile | undefined): Promise<MadeDto> {
    if (!file?.buffer) throw new HttpProblem('invalid-request', [{ path: 'file', rule: 'isDefined', message: 'Choisissez un fichier.' }]);
    return { id: await this.start.execute(actor, { name: file.originalname, bytes: file.buffer }) };
  }

  /** The last runs about an import, the latest first; none for one that is not theirs. */
  @Get('runs')
  @Right('measures.write')
  runs(@CurrentActor() actor: Actor, @Query() { subject }: ImportRunsQueryDto): Promise<ImportRunDto[]> {
    return this.queries.runs(actor, subject);
  }

  /** Their moves as they happen, as server-sent events: `{ runId, job, subject, state, progress, label }`. */
  @Sse('stream')
  @Right('measures.write')
  stream(@CurrentActor() actor: Actor, @Query() { subject }: ImportRunsQueryDto): Observable<MessageEvent> {
    const moves = new Observable<MessageEvent>((line) => this.queries.follow(actor, subject, (move) => line.next({ data: move }), () => line.next({ type: 'resumed', data: '' })));
    const beats = interval(beatMs).pipe(map((): MessageEvent => ({ type: 'beat', data: '' })));
    return merge(moves, beats).pipe(takeUntil(merge(timer(lifeMs), this.closing)));
  }

  /** One import: its columns, its errors, what it would change, how its job stands. */
  @Get(':importId')
  @Right('measures.write')
  page(@CurrentActor() actor: Actor, @Param('importId', IdPipe) id: string): Promise<ValueImportDto> {
    return this.queries.page(actor, id);
  }

  /** Names its columns; it is checked again. */
  @Put(':importId/mapping')
  @Right('measures.write')
  async map(@CurrentActor() actor: Actor, @Param('importId', IdPipe) id: string, @Body() { revision, uses }: MapImportDto): Promise<ValueImportDto> {
    await this.decide.map(actor, { id, revision }, uses);
    return this.queries.page(actor, id);
  }

  /** Has its values written as the preview shows them. */
  @Post(':importId/confirmation')
  @HttpCode(202)
  @Right('measures.write')
  async confirm(@CurrentActor() actor: Actor, @Param('importId', IdPipe) id: string, @Body() { revision, comment }: ConfirmImportDto): Promise<ValueImportDto> {
    await this.decide.confirm(actor, { id, revision }, comment ?? null);
    return this.queries.page(actor, id);
  }

  /** Gives it up, at any time before its values are written. */
  @Post(':importId/cancellation')
  @HttpCode(200)
  @Right('measures.write')
  async cancel(@CurrentActor() actor: Actor, @Param('importId', IdPipe) id: string): Promise<ValueImportDto> {
    await this.decide.cancel(actor, id);
    return this.queries.page(actor, id);
  }

  beforeApplicationShutdown(): void {
    this.closing.next();
    this.closing.complete();
  }
}
