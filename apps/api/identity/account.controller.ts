import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put, Req, Res } from '@nestjs/common';
import type { SignedIn } from '@maillage/domain/identity';
import { ChangePassword, EndSessions, IdentityQueries, UpdateProfile } from '@maillage/features/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticated, CurrentPerson } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { SessionCookie } from '../http/session-cookie';
import { ChangePasswordDto, MySessionDto, ProfileDto, SessionDto } from './identity.dto';
import { From, type RequestOrigin } from './origin';

/** One's own account: name, password, sessions. */
@Authenticated()
@Controller('account')
export class AccountController {
  constructor(
    private readonly queries: IdentityQueries,
    private readonly endSessions: EndSessions,
    private readonly changePassword: ChangePassword,
    private readonly updateProfile: UpdateProfile,
    private readonly cookie: SessionCookie,
  ) {}

  /** Changes one's own name. */
  @Patch()
  async rename(@CurrentPerson() person: SignedIn, @Body() input: ProfileDto): Promise<SessionDto> {
    await this.updateProfile.execute(person, input);
    return this.queries.session(person);
  }

  /** Changes one's own password; every other session ends. */
  @Put('password')
  @HttpCode(204)
  async password(
    @CurrentPerson() person: SignedIn,
    @Body() input: ChangePasswordDto,
    @From() from: RequestOrigin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { token, expiresAt } = await this.changePassword.execute(person, input, { ...from, previousToken: this.cookie.read(request) });
    this.cookie.write(reply, token, expiresAt);
  }

  /** One's own sessions, the last used first. */
  @Get('sessions')
  async sessions(@CurrentPerson() person: SignedIn): Promise<MySessionDto[]> {
    return this.queries.mySessions(person);
  }

  /** Signs out everywhere, here too. */
  @Delete('sessions')
  @HttpCode(204)
  async everywhere(@CurrentPerson() person: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSessions.everywhere(person);
    this.cookie.clear(reply);
  }

  /** Ends one of one's own sessions. */
  @Delete('sessions/:sessionId')
  @HttpCode(204)
  async end(@CurrentPerson() person: SignedIn, @Param('sessionId', IdPipe) sessionId: string): Promise<void> {
    await this.endSessions.one(person, sessionId);
  }
}
