import { Injectable } from '@nestjs/common';
import { checkedPlace, LINK_LIFETIME_MS, normaliseEmail, requireRight, ROLE_LABELS, type Actor, type GrantableRole } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, Ids, Jobs, TenantDb } from '@maillage/platform';
import { audit } from './audit';
import { insertLink, revokeInvitationsTo } from './link.store';
import { hasMember } from './membership.store';

/** Whom to invite, as what. */
export interface Invitation {
  readonly email: string;
  readonly role: GrantableRole;
  readonly organisation?: string | null | undefined;
}

/** Invites someone by e-mail into the community; a new invitation replaces the one before. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /** The id of the invitation. */
  async execute(actor: Actor, input: Invitation): Promise<string> {
    requireRight(actor, 'access.manage');
    const email = normaliseEmail(input.email);
    const place = checkedPlace(input.role, input.organisation);
    return this.db.run(actor.communityId, async (tx) => {
      if (await hasMember(tx, email)) throw new DomainError('already-member', { email, path: 'email' });
      const now = this.clock.now();
      const id = this.ids.next();
      await revokeInvitationsTo(tx, actor.communityId, email, now);
      await insertLink(tx, {
        id,
        kind: 'invitation',
        communityId: actor.communityId,
        email,
        ...place,
        invitedBy: actor.personId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LINK_LIFETIME_MS.invitation),
      });
      await this.jobs.enqueue(tx, 'identity.send-link', { linkId: id }, { subject: id });
      await audit(tx, actor, { act: 'access.invited', subjectType: 'invitation', subjectId: id, label: email, after: { email, role: ROLE_LABELS[place.role], organisation: place.organisation } });
      return id;
    });
  }
}
