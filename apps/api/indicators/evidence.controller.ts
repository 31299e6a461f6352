import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor, type UploadedMultipartFile } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { evidenceLimits } from '@maillage/domain/indicators';
import { AttachEvidence, IndicatorQueries } from '@maillage/features/indicators';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { attachment } from '../http/attachment';
import { IdPipe } from '../http/id.pipe';
import { HttpProblem } from '../http/problem';
import { AddedEvidenceDto } from './measures.dto';

/** The files that prove the values. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly queries: IndicatorQueries,
    private readonly attach: AttachEvidence,
  ) {}

  /** Adds a proof to a value: PDF, picture or office document. */
  @Post('measures/:measureId/evidence')
  @Right('measures.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: evidenceLimits.bytes, files: 1 } }))
  async add(
    @CurrentActor() actor: Actor,
    @Param('measureId', IdPipe) measureId: string,
    @UploadedFile() file: UploadedMultipartFile | undefined,
  ): Promise<AddedEvidenceDto> {
    if (!file?.buffer)
      throw new HttpProblem('invalid-request', [{ path: 'file', rule: 'isDefined', message: 'Choisissez un fichier.' }]);
    return { id: await this.attach.add(actor, measureId, { name: file.originalname, bytes: file.buffer }) };
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
    const { name, mediaType, size, open } = await this.queries.evidence(actor, evidenceId);
    return attachment(reply, { name, mediaType, size, stream: open() });
  }

  /** Takes a proof away from a draft. */
  @Delete('evidence/:evidenceId')
  @HttpCode(204)
  @Right('measures.write')
  async remove(@CurrentActor() actor: Actor, @Param('evidenceId', IdPipe) evidenceId: string): Promise<void> {
    await this.attach.remove(actor, evidenceId);
  }
}
