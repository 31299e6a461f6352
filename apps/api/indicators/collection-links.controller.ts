import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { errorText } from '@maillage/domain/kernel';
import { ChangeCollectionLink, CollectionLinkQueries, SettleContributions } from '@maillage/features/indicators';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { attachment } from '../http/attachment';
import { IdPipe } from '../http/id.pipe';
import {
  AcceptanceOutcomeDto, AcceptContributionsDto, CollectionLinkCardDto, CollectionLinksDto, MadeCollectionLinkDto, NewCollectionLinkDto, RefuseContributionsDto,
  RenewCollectionLinkDto, RevokeCollectionLinkDto, WaitingContributionDto,
} from './collection-link.dto';

/** The links by which someone without an account gives values, and what came through them. */
@Controller()
@Right('indicators.write')
export class CollectionLinksController {
  constructor(
    private readonly queries: CollectionLinkQueries,
    private readonly change: ChangeCollectionLink,
    private readonly settle: SettleContributions,
  ) {}

  /** The links, the newest first. */
  @Get('collection-links')
  async list(@CurrentActor() actor: Actor): Promise<CollectionLinksDto> {
    return this.queries.links(actor);
  }

  /** Makes a link; its address is told in this answer only, or leaves by e-mail. */
  @Post('collection-links')
  async create(@CurrentActor() actor: Actor, @Body() input: NewCollectionLinkDto): Promise<MadeCollectionLinkDto> {
    return this.change.create(actor, { ...input, email: input.email ?? null, periods: input.periods ?? null, from: input.from ?? null });
  }

  /** A link and everything answered through it. */
  @Get('collection-links/:collectionLinkId')
  async card(@CurrentActor() actor: Actor, @Param('collectionLinkId', IdPipe) id: string): Promise<CollectionLinkCardDto> {
    return this.queries.link(actor, id);
  }

  /** A new address and a new end; the former address works no more. */
  @Post('collection-links/:collectionLinkId/renewal')
  @HttpCode(200)
  async renew(@CurrentActor() actor: Actor, @Param('collectionLinkId', IdPipe) id: string, @Body() { revision, ...input }: RenewCollectionLinkDto): Promise<MadeCollectionLinkDto> {
    return this.change.renew(actor, { id, revision }, input);
  }

  /** The link works no more, at once. */
  @Post('collection-links/:collectionLinkId/revocation')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @Param('collectionLinkId', IdPipe) id: string, @Body() { revision }: RevokeCollectionLinkDto): Promise<void> {
    await this.change.revoke(actor, { id, revision });
  }

  /** The answers that wait to be accepted, the oldest first. */
  @Get('link-contributions')
  async waiting(@CurrentActor() actor: Actor): Promise<WaitingContributionDto[]> {
    return this.queries.waiting(actor);
  }

  /** Accepts answers: each becomes the value, or waits with the reason why it cannot. */
  @Post('link-contributions/acceptance')
  @HttpCode(200)
  async accept(@CurrentActor() actor: Actor, @Body() { contributions }: AcceptContributionsDto): Promise<AcceptanceOutcomeDto[]> {
    const outcomes = await this.settle.accept(actor, contributions);
    return outcomes.map(({ id, refusal }) => ({ id, refusal: refusal && errorText(refusal.code, refusal.meta), code: refusal?.code ?? null }));
  }

  /** Refuses answers with a reason that their sender reads: all of them or none. */
  @Post('link-contributions/refusal')
  @HttpCode(204)
  async refuse(@CurrentActor() actor: Actor, @Body() { ids, reason }: RefuseContributionsDto): Promise<void> {
    await this.settle.refuse(actor, ids, reason);
  }

  /** A file joined to an answer, to be kept: never opened in the page. */
  @Get('link-contributions/:contributionId/files/:contributionFileId')
  @ApiProduces('application/octet-stream')
  async file(
    @CurrentActor() actor: Actor,
    @Param('contributionId', IdPipe) contributionId: string,
    @Param('contributionFileId', IdPipe) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.queries.file(actor, contributionId, fileId);
    return attachment(reply, { name: file.name, mediaType: file.mediaType, size: Number(file.size), stream: bytes });
  }
}
