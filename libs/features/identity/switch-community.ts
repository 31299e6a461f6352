import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, DirectoryDb } from '@maillage/platform';
import { findMembership, markUsed } from './membership.store';
import { moveSession } from './session.store';
import { Sessions } from './sessions';

/** Enters another community of one's own, in the same session. */
@Injectable()
export class SwitchCommunity {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /** A community where one has no place is not found. */
  async execute(signedIn: SignedIn, communityId: string): Promise<void> {
    await this.db.run(async (tx) => {
      const place = await findMembership(tx, communityId, signedIn.personId);
      if (!place || place.endedAt !== null) throw new DomainError('not-found');
      await moveSession(tx, signedIn.sessionId, communityId);
      await markUsed(tx, communityId, signedIn.personId, this.clock.now());
    });
    this.sessions.forget(signedIn.personId);
  }
}
