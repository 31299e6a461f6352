import { Injectable } from '@nestjs/common';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, found } from '@maillage/domain/kernel';
import { Clock, Jobs, TenantDb } from '@maillage/platform';
import { audit } from './audit';
import { lockLink, revokeLink } from './link.store';

/** Sends an invitation again, or takes it back. */
@Injectable()
export class ManageInvitation {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** A new e-mail with a new link; the former link stops working. */
  async sendAgain(actor: Actor, invitationId: string): Promise<void> {
    requireRight(actor, 'access.manage');
    await this.db.run(actor.communityId, async (tx) => {
      const link = found(await lockLink(tx, invitationId));
      if (link.usedAt !== null || link.revokedAt !== null) throw new DomainError('already-done');
      await this.jobs.enqueue(tx, 'identity.send-link', { linkId: link.id }, { subject: link.id });
      await audit(tx, actor, { act: 'access.invited-again', subjectType: 'invitation', subjectId: link.id, label: link.email });
    });
  }

  /** The link of the invitation stops working. */
  async revoke(actor: Actor, invitationId: string): Promise<void> {
    requireRight(actor, 'access.manage');
    await this.db.run(actor.communityId, async (tx) => {
      const link = found(await lockLink(tx, invitationId));
      if (!(await revokeLink(tx, link.id, this.clock.now()))) throw new DomainError('already-done');
      await audit(tx, actor, { act: 'access.invitation-revoked', subjectType: 'invitation', subjectId: link.id, label: link.email });
    });
  }
}
