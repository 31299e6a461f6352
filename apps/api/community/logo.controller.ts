import { Controller, Delete, Get, Put, Res, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor, type UploadedMultipartFile } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { logoLimits } from '@maillage/domain/community';
import type { Actor } from '@maillage/domain/identity';
import { CommunityQueries, RemoveLogo, SetLogo } from '@maillage/features/community';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { HttpProblem } from '../http/problem';
import { SettingsDto } from './community.dto';

/** A drawing opened by itself runs nothing and loads nothing. */
const inert = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The logo of the community, for its own people. */
@Controller('community/logo')
export class LogoController {
  constructor(
    private readonly queries: CommunityQueries,
    private readonly setLogo: SetLogo,
    private readonly removeLogo: RemoveLogo,
  ) {}

  /** The picture. */
  @Get()
  @Right('community.read')
  @ApiProduces('image/png', 'image/jpeg', 'image/svg+xml')
  async picture(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { file, bytes } = await this.queries.logo(actor);
    void reply
      .header('content-security-policy', inert)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=300');
    return new StreamableFile(bytes, { type: file.mediaType, length: file.size, disposition: `inline; filename="${file.name}"` });
  }

  /** Replaces it by a PNG, JPEG or SVG picture. */
  @Put()
  @Right('community.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: logoLimits.bytes, files: 1 } }))
  async replace(@CurrentActor() actor: Actor, @UploadedFile() file: UploadedMultipartFile | undefined): Promise<SettingsDto> {
    if (!file?.buffer)
      throw new HttpProblem('invalid-request', [{ path: 'file', rule: 'isDefined', message: 'Choisissez une image.' }]);
    return this.setLogo.execute(actor, file.buffer);
  }

  /** Takes it away. */
  @Delete()
  @Right('community.write')
  remove(@CurrentActor() actor: Actor): Promise<SettingsDto> {
    return this.removeLogo.execute(actor);
  }
}
