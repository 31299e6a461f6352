import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { AcceptInvitation, IdentityQueries, RequestPasswordReset, ResetPassword } from '@maillage/features/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/access';
import { SessionCookie } from '../http/session-cookie';
import { AcceptedDto, AcceptInvitationDto, InspectLinkDto, LinkDto, RequestPasswordResetDto, ResetPasswordDto } from './identity.dto';
import { From, type RequestOrigin } from './origin';

/** What is done with a link received by e-mail. */
@Public()
@Controller()
export class LinksController {
  constructor(
    private readonly queries: IdentityQueries,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly cookie: SessionCookie,
  ) {}

  /** What a link opens, before it is used. */
  @Post('links/inspect')
  @HttpCode(200)
  async inspect(@Body() input: InspectLinkDto): Promise<LinkDto> {
    return this.queries.link(input.token);
  }

  /** Accepts an invitation. */
  @Post('invitations/accept')
  @HttpCode(200)
  async accept(
    @Body() input: AcceptInvitationDto,
    @From() from: RequestOrigin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedDto> {
    const session = await this.acceptInvitation.execute(input, { ...from, previousToken: this.cookie.read(request) });
    if (session) this.cookie.write(reply, session.token, session.expiresAt);
    return { signedIn: session !== null };
  }

  /** Asks for a link to choose a new password; the answer does not tell whether the address is known. */
  @Post('password-reset')
  @HttpCode(202)
  async forgotten(@Body() input: RequestPasswordResetDto, @From() from: RequestOrigin): Promise<void> {
    await this.requestReset.execute(input, from.address);
  }

  /** Chooses a new password and signs in. */
  @Post('password-reset/confirm')
  @HttpCode(204)
  async reset(
    @Body() input: ResetPasswordDto,
    @From() from: RequestOrigin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { token, expiresAt } = await this.resetPassword.execute(input, { ...from, previousToken: this.cookie.read(request) });
    this.cookie.write(reply, token, expiresAt);
  }
}
