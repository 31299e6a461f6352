import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { DomainError } from '@maillage/domain/kernel';
import { CalendarFeed } from '@maillage/features/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/access';
import { From, type RequestOrigin } from '../identity/origin';

/** Reads of one address by the minute and by process: programs look a few times a day. Wrong addresses are counted apart, by caller. */
const reads = { max: 30, timeWindow: 60_000, keyGenerator: ({ params }: FastifyRequest) => (params as { feedFile: string }).feedFile };

/** What calendar programs read, without a session: the address itself is the secret. */
@Public()
@Controller('calendar')
export class CalendarFeedController {
  constructor(private readonly feed: CalendarFeed) {}

  /** The calendar behind a private address, as iCalendar; 404 when it is closed or was never open, 304 when nothing changed. */
  @Get(':feedFile')
  @RouteConfig({ rateLimit: reads })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async file(@Param('feedFile') feedFile: string, @From() from: RequestOrigin, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = /^([\w-]{43})\.ics$/.exec(feedFile)?.[1];
    if (!token) throw new DomainError('not-found');
    const { body, etag } = await this.feed.read(token, from.address);
    void reply.header('etag', `"${etag}"`).header('cache-control', 'private, max-age=900').header('x-content-type-options', 'nosniff').header('x-robots-tag', 'noindex');
    if (request.headers['if-none-match']?.replace(/^W\//, '') === `"${etag}"`) await reply.code(304).send();
    else await reply.header('content-disposition', 'inline; filename="maillage.ics"').type('text/calendar; charset=utf-8').send(body);
  }
}
