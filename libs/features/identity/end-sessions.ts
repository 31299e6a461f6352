import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { DirectoryDb } from '@maillage/platform';
import { deleteSession, deleteSessionsOf } from './session.store';
import { Sessions } from './sessions';

/** Signs out: here, from one of one's other sessions, or from everywhere. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly db: DirectoryDb,
    private readonly sessions: Sessions,
  ) {}

  /** Ends the session at work. */
  async here(signedIn: SignedIn): Promise<void> {
    await this.db.run((tx) => deleteSession(tx, signedIn.personId, signedIn.sessionId));
    this.sessions.forget(signedIn.personId);
  }

  /** Ends one of one's own sessions; someone else's is not found. */
  async one(signedIn: SignedIn, sessionId: string): Promise<void> {
    const ended = await this.db.run((tx) => deleteSession(tx, signedIn.personId, sessionId));
    if (!ended) throw new DomainError('not-found');
    this.sessions.forget(signedIn.personId);
  }

  /** Ends all of one's sessions, this one too. */
  async everywhere(signedIn: SignedIn): Promise<void> {
    await this.db.run((tx) => deleteSessionsOf(tx, signedIn.personId));
    this.sessions.forget(signedIn.personId);
  }
}
