import { Injectable } from '@nestjs/common';
import { LINK_LIFETIME_MS, normaliseEmail } from '@maillage/domain/identity';
import { Clock, Ids, Jobs, type Tx } from '@maillage/platform';
import { insertLink, revokeInvitationsTo } from './link.store';

/** Invites the first coordinator of a community that has nobody yet. The operator's act, in the transaction that makes the community. */
@Injectable()
export class InviteFirstCoordinator {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /** The id of the invitation. */
  async execute(tx: Tx, input: { communityId: string; email: string }): Promise<string> {
    const email = normaliseEmail(input.email);
    const now = this.clock.now();
    const id = this.ids.next();
    await revokeInvitationsTo(tx, input.communityId, email, now);
    await insertLink(tx, {
      id,
      kind: 'invitation',
      communityId: input.communityId,
      email,
      role: 'coordinator',
      organisation: null,
      invitedBy: null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_LIFETIME_MS.invitation),
    });
    await this.jobs.enqueue(tx, 'identity.send-link', { linkId: id }, { subject: id, communityId: input.communityId });
    return id;
  }
}
