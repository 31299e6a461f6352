import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { SteeringQueries, type SteeringPage } from '@maillage/features/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ActionDashboardDto, BoardPageDto, HomeDto, MissionPageDto } from './steering.dto';

/** The dashboards. Each answers 304 to who already has what stands (`If-None-Match`). */
@Controller('steering')
@Right('steering.read')
export class SteeringController {
  constructor(private readonly queries: SteeringQueries) {}

  /** What to do, where we stand, what is coming. */
  @Get('home')
  @ApiOkResponse({ type: HomeDto })
  home(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send(actor, 'home', request, reply);
  }

  /** One page for the board. */
  @Get('board')
  @ApiOkResponse({ type: BoardPageDto })
  board(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send(actor, 'board', request, reply);
  }

  /** A mission with its actions and indicators. */
  @Get('missions/:code')
  @ApiOkResponse({ type: MissionPageDto })
  mission(@CurrentActor() actor: Actor, @Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send(actor, `mission:${code}`, request, reply);
  }

  /** An action with the curves of its indicators. */
  @Get('actions/:actionInForceId')
  action(@CurrentActor() actor: Actor, @Param('actionInForceId', IdPipe) actionId: string): Promise<ActionDashboardDto> {
    return this.queries.action(actor, actionId);
  }

  private async send(actor: Actor, page: SteeringPage, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const has = /^(?:W\/)?"([0-9a-f-]{36})"$/.exec(request.headers['if-none-match'] ?? '')?.[1] ?? null;
    const { version, body } = await this.queries.page(actor, page, has);
    void reply.header('etag', `"${version}"`).header('cache-control', 'private, no-cache');
    if (body === null) await reply.code(304).send();
    else await reply.type('application/json; charset=utf-8').send(body);
  }
}
