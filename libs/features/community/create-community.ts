import { checkCommunitySettings, type CommunitySettings } from '@maillage/domain/community';
import { ensure } from '@maillage/domain/kernel';
import { InviteFirstCoordinator } from '@maillage/features/identity';
import { Clock, Ids, SystemDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { audit } from './audit';
import { insertCommunity } from './community.store';

/** A new community and the address of its first coordinator. */
export interface NewCommunity extends Partial<CommunitySettings> {
  name: string;
  /** null: nobody is invited, people are enrolled by the host. */
  coordinatorEmail: string | null;
  /** Its data is invented, and said so everywhere. */
  demo?: boolean;
}

/** What was made. */
export interface CreatedCommunity {
  communityId: string;
  invitationId: string | null;
}

const address = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/;

/**
 * Opens a community and invites its first coordinator, by e-mail. The host's act: it is called by the command line and the
 * operator's routes, never by somebody of a community.
 */
@Injectable()
export class CreateCommunity {
  constructor(
    private readonly db: SystemDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly inviteFirstCoordinator: InviteFirstCoordinator,
  ) {}

  async execute(input: NewCommunity): Promise<CreatedCommunity> {
    const { coordinatorEmail, demo = false, ...wanted } = input;
    const settings = checkCommunitySettings(wanted);
    const email = coordinatorEmail?.trim() ?? null;
    ensure(email === null || (email.length <= 254 && address.test(email)), 'invalid-input', {
      field: 'coordinatorEmail',
      label: 'Adresse électronique de la coordination',
      rule: 'une adresse comme prenom.nom@exemple.fr est attendue',
    });
    const id = this.ids.next();
    return this.db.run(async (tx) => {
      await insertCommunity(tx, { id, ...settings, demo, at: this.clock.now() });
      const invitationId = email === null ? null : await this.inviteFirstCoordinator.execute(tx, { communityId: id, email });
      await audit(
        tx,
        { communityId: id, personId: null },
        {
          act: 'community.created',
          subjectType: 'community',
          subjectId: id,
          label: settings.name,
          after: { ...settings, ...(email === null ? {} : { email }) },
          at: this.clock.now(),
        },
      );
      return { communityId: id, invitationId };
    });
  }
}
