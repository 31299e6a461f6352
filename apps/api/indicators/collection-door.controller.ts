import { Body, Controller, Get, Header, Headers, HttpCode, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileStreamInterceptor, RouteConfig, type MultipartFileStream } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { collectionLinkLimits } from '@maillage/domain/indicators';
import { OpenCollectionLink } from '@maillage/features/indicators';
import { Public } from '../http/access';
import { HttpProblem } from '../http/problem';
import { From, type RequestOrigin } from '../identity/origin';
import { ContributedDto, ContributeDto, ContributionFileQueryDto, LinkPageDto } from './collection-door.dto';

/** Requests of one network address by the minute and by process; each link has its own limit beside. */
const byAddress = { max: 60, timeWindow: 60_000 };
/** Over the limit of a file: the use case says it, in French, as soon as a file goes over. */
const overLimit = collectionLinkLimits.fileBytes + 1_000_000;
/** The secret of the link: in a header, so that no address and no log has it. */
const secret = 'x-collection-link';

/** What someone without an account does with a collection link. */
@Public()
@Controller('collection-door')
export class CollectionDoorController {
  constructor(private readonly door: OpenCollectionLink) {}

  /** What the link asks for; 404, always the same, when it is unknown, expired or revoked. */
  @Get()
  @RouteConfig({ rateLimit: byAddress })
  @Header('x-robots-tag', 'noindex, nofollow')
  async view(@Headers(secret) token: string, @From() { address }: RequestOrigin): Promise<LinkPageDto> {
    return this.door.view({ token: token ?? '', address });
  }

  /** Gives a value: it waits to be accepted, and can be corrected until then. */
  @Post('contributions')
  @HttpCode(200)
  @RouteConfig({ rateLimit: byAddress })
  @Header('x-robots-tag', 'noindex, nofollow')
  async contribute(@Headers(secret) token: string, @From() { address }: RequestOrigin, @Body() input: ContributeDto): Promise<ContributedDto> {
    return this.door.contribute({ token: token ?? '', address }, input);
  }

  /** Joins a file to a value that waits: PDF, picture or office document, 10 MB at most. */
  @Post('files')
  @RouteConfig({ rateLimit: byAddress })
  @Header('x-robots-tag', 'noindex, nofollow')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @UseInterceptors(FileStreamInterceptor('file', { limits: { fileSize: overLimit, files: 1 } }))
  async addFile(
    @Headers(secret) token: string,
    @From() { address }: RequestOrigin,
    @Query() { contribution }: ContributionFileQueryDto,
    @UploadedFile() file: MultipartFileStream | undefined,
  ): Promise<ContributedDto> {
    if (!file?.stream) throw new HttpProblem('invalid-request', [{ path: 'file', rule: 'isDefined', message: 'Choisissez un fichier.' }]);
    return this.door.addFile({ token: token ?? '', address }, contribution, { name: file.originalname, bytes: file.stream });
  }
}
