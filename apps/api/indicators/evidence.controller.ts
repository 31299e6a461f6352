import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileStreamInterceptor, type MultipartFileStream } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { evidenceEndings } from '@maillage/domain/indicators';
import { AttachEvidence, DetachEvidence, EvidenceQueries } from '@maillage/features/indicators';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { attachment } from '../http/attachment';
import { IdPipe } from '../http/id.pipe';
import { HttpProblem } from '../http/problem';
import {
  AddedEvidenceDto, EvidenceLimitsDto, EvidenceSearchDto, LinkEvidenceDto, ProofCardDto, ProofListDto, ProofRecordDto, RecordEvidenceDto, RecordSearchDto,
} from './evidence.dto';
import { proofCardTold, proofTold } from './told';

/** Above what the configuration can allow: the use case says the limit, in French, as soon as a file goes over it. */
const overEveryLimit = 201_000_000;

/** The proofs of the values: files, addresses, records of the product. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly queries: EvidenceQueries,
    private readonly attach: AttachEvidence,
    private readonly detaching: DetachEvidence,
  ) {}

  /** Adds a file to a value: PDF, picture or office document. It is streamed to the disk and its content checked there. */
  @Post('measures/:measureId/evidence')
  @Right('measures.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @UseInterceptors(FileStreamInterceptor('file', { limits: { fileSize: overEveryLimit, files: 1 } }))
  async add(
    @CurrentActor() actor: Actor,
    @Param('measureId', IdPipe) measureId: string,
    @UploadedFile() file: MultipartFileStream | undefined,
  ): Promise<AddedEvidenceDto> {
    if (!file?.stream) throw new HttpProblem('invalid-request', [{ path: 'file', rule: 'isDefined', message: 'Choisissez un fichier.' }]);
    return { id: await this.attach.add(actor, measureId, { name: file.originalname, bytes: file.stream }) };
  }

  /** Adds an address to a value. */
  @Post('measures/:measureId/evidence/links')
  @Right('measures.write')
  async addLink(@CurrentActor() actor: Actor, @Param('measureId', IdPipe) measureId: string, @Body() input: LinkEvidenceDto): Promise<AddedEvidenceDto> {
    return { id: await this.attach.addLink(actor, measureId, input) };
  }

  /** Adds a record of the product to a value: a step that was done, a report that was sent. */
  @Post('measures/:measureId/evidence/records')
  @Right('measures.write')
  async addRecord(@CurrentActor() actor: Actor, @Param('measureId', IdPipe) measureId: string, @Body() input: RecordEvidenceDto): Promise<AddedEvidenceDto> {
    return { id: await this.attach.addRecord(actor, measureId, input) };
  }

  /** Ties a proof the community already has to one more value. */
  @Put('measures/:measureId/evidence/:evidenceId')
  @Right('measures.write')
  async addExisting(@CurrentActor() actor: Actor, @Param('measureId', IdPipe) measureId: string, @Param('evidenceId', IdPipe) evidenceId: string): Promise<AddedEvidenceDto> {
    return { id: await this.attach.addExisting(actor, measureId, evidenceId) };
  }

  /** Takes a proof away from a value that is not settled; it stays among the proofs of the community. */
  @Delete('measures/:measureId/evidence/:evidenceId')
  @HttpCode(204)
  @Right('measures.write')
  async detach(@CurrentActor() actor: Actor, @Param('measureId', IdPipe) measureId: string, @Param('evidenceId', IdPipe) evidenceId: string): Promise<void> {
    await this.detaching.detach(actor, measureId, evidenceId);
  }

  /** The proofs of the community, the latest first. */
  @Get('evidence')
  @Right('indicators.read')
  async list(@CurrentActor() actor: Actor, @Query() { q, kind, after }: EvidenceSearchDto): Promise<ProofListDto> {
    const { proofs, more } = await this.queries.list(actor, { text: q?.trim() ?? '', kind: kind ?? null, after: after ?? null });
    return { proofs: proofs.map(proofTold), more };
  }

  /** What a file may be, to be said before it is chosen. */
  @Get('evidence/limits')
  @Right('indicators.read')
  limits(): EvidenceLimitsDto {
    return { bytes: this.attach.maxBytes, endings: [...evidenceEndings] };
  }

  /** Records of the product that can prove a value, the latest first. */
  @Get('evidence/records')
  @Right('indicators.read')
  records(@CurrentActor() actor: Actor, @Query() { kind, q }: RecordSearchDto): Promise<ProofRecordDto[]> {
    return this.queries.searchRecords(actor, kind, q?.trim() ?? '');
  }

  /** The file, to be kept: never opened in the page. */
  @Get('evidence/:evidenceId')
  @Right('indicators.read')
  @ApiProduces('application/octet-stream')
  async download(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, mediaType, size, open } = await this.queries.download(actor, evidenceId);
    return attachment(reply, { name, mediaType, size, stream: open() });
  }

  /** A proof: the values it serves, the reports that carry it. */
  @Get('evidence/:evidenceId/card')
  @Right('indicators.read')
  async card(@CurrentActor() actor: Actor, @Param('evidenceId', IdPipe) evidenceId: string): Promise<ProofCardDto> {
    return proofCardTold(await this.queries.card(actor, evidenceId));
  }

  /** Takes a proof away from the community, and from every value it serves; what a sent report carries stays. */
  @Delete('evidence/:evidenceId')
  @HttpCode(204)
  @Right('measures.write')
  async withdraw(@CurrentActor() actor: Actor, @Param('evidenceId', IdPipe) evidenceId: string): Promise<void> {
    await this.detaching.withdraw(actor, evidenceId);
  }
}
