import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { SignedIn } from '@maillage/domain/identity';
import { EndSessions, IdentityQueries, Sessions, SignIn, SwitchCommunity } from '@maillage/features/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticated, CurrentPerson, Public } from '../http/access';
import { SessionCookie } from '../http/session-cookie';
import { ChooseCommunityDto, SessionDto, SignInDto } from './identity.dto';
import { From, type RequestOrigin } from './origin';

/** Signing in and out, and the community worked in. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly endSessions: EndSessions,
    private readonly switchCommunity: SwitchCommunity,
    private readonly queries: IdentityQueries,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a session. */
  @Public()
  @Post()
  @HttpCode(200)
  async open(
    @Body() input: SignInDto,
    @From() from: RequestOrigin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { token, expiresAt } = await this.signIn.execute(input, { ...from, previousToken: this.cookie.read(request) });
    this.cookie.write(reply, token, expiresAt);
    const signedIn = await this.sessions.open(token);
    if (!signedIn) throw new Error('The session just opened cannot be found.');
    return this.queries.session(signedIn);
  }

  /** Who is signed in, where, and what they may do there. */
  @Authenticated()
  @Get()
  async current(@CurrentPerson() person: SignedIn): Promise<SessionDto> {
    return this.queries.session(person);
  }

  /** Signs out here. */
  @Authenticated()
  @Delete()
  @HttpCode(204)
  async close(@CurrentPerson() person: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSessions.here(person);
    this.cookie.clear(reply);
  }

  /** Enters another community of one's own. */
  @Authenticated()
  @Post('community')
  @HttpCode(200)
  async choose(@CurrentPerson() person: SignedIn, @Body() input: ChooseCommunityDto): Promise<SessionDto> {
    await this.switchCommunity.execute(person, input.communityId);
    return this.queries.session(person);
  }
}
