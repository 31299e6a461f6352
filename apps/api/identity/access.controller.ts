import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { IdentityQueries, InviteMember, ManageInvitation, ManageMember } from '@maillage/features/identity';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { AccessDto, ChangeMemberDto, InviteDto, MadeDto, PersonDto } from './identity.dto';

/** Who may enter the community. */
@Controller()
export class AccessController {
  constructor(
    private readonly queries: IdentityQueries,
    private readonly inviteMember: InviteMember,
    private readonly manageInvitation: ManageInvitation,
    private readonly manageMember: ManageMember,
  ) {}

  /** Members and invitations. */
  @Right('access.manage')
  @Get('access')
  async access(@CurrentActor() actor: Actor): Promise<AccessDto> {
    const [members, invitations] = await Promise.all([this.queries.members(actor), this.queries.invitations(actor)]);
    return { members, invitations };
  }

  /** Invites someone by e-mail. */
  @Right('access.manage')
  @Post('access/invitations')
  async invite(@CurrentActor() actor: Actor, @Body() input: InviteDto): Promise<MadeDto> {
    return { id: await this.inviteMember.execute(actor, input) };
  }

  /** Sends an invitation again, with a new link. */
  @Right('access.manage')
  @Post('access/invitations/:invitationId/send')
  @HttpCode(204)
  async sendAgain(@CurrentActor() actor: Actor, @Param('invitationId', IdPipe) invitationId: string): Promise<void> {
    await this.manageInvitation.sendAgain(actor, invitationId);
  }

  /** Takes an invitation back. */
  @Right('access.manage')
  @Delete('access/invitations/:invitationId')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @Param('invitationId', IdPipe) invitationId: string): Promise<void> {
    await this.manageInvitation.revoke(actor, invitationId);
  }

  /** Changes what a member may do. */
  @Right('access.manage')
  @Patch('access/members/:personId')
  @HttpCode(204)
  async change(@CurrentActor() actor: Actor, @Param('personId', IdPipe) personId: string, @Body() input: ChangeMemberDto): Promise<void> {
    await this.manageMember.change(actor, personId, input);
  }

  /** Ends a member's access. */
  @Right('access.manage')
  @Delete('access/members/:personId')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('personId', IdPipe) personId: string): Promise<void> {
    await this.manageMember.remove(actor, personId);
  }

  /** The people of the community, by name. */
  @Right('people.read')
  @Get('people')
  async people(@CurrentActor() actor: Actor): Promise<PersonDto[]> {
    return this.queries.people(actor);
  }
}
