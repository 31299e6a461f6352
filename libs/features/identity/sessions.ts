import { Injectable } from '@nestjs/common';
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, sessionIsOpen, sessionNeedsTouch, type SignedIn } from '@maillage/domain/identity';
import { Clock, DirectoryDb, Ids, type Tx } from '@maillage/platform';
import { lastUsedCommunity, markUsed } from './membership.store';
import { SessionCache } from './session-cache';
import { deleteClosedSessions, deleteSessionOfToken, findSession, insertSession, touchSession, type FoundSession } from './session.store';
import { hashToken, newToken } from './tokens';

/** Where a session is opened from, shown to the person in the list of their sessions. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string | null;
  /** The token the browser already held, which ends here. */
  readonly previousToken?: string | null;
}

/** A session just opened: the token goes to the browser and is kept nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Opens and recognises sessions. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cache: SessionCache,
  ) {}

  /** Who holds this token, or nobody. */
  async open(token: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const hash = hashToken(token);
    const key = hash.toString('base64');
    const known = this.cache.find(key);
    const session = known && !sessionNeedsTouch(known, now) ? known : await this.cache.read(key, () => this.load(hash, now));
    if (!session || !sessionIsOpen(session, now)) return null;
    return { personId: session.personId, sessionId: session.id, communityId: session.communityId, role: session.role };
  }

  /** Ends what this process remembers of a person, when it changes them itself: the next request must not wait for the notice. */
  forget(personId: string): void {
    this.cache.forget(personId);
  }

  private async load(hash: Buffer, now: Date): Promise<FoundSession | null> {
    return this.db.run(async (tx) => {
      const session = await findSession(tx, hash);
      if (!session || !sessionIsOpen(session, now) || !sessionNeedsTouch(session, now)) return session;
      await touchSession(tx, session.id, now);
      return { ...session, lastSeenAt: now };
    });
  }

  /** A fresh session, never the one the browser came with; in the community last used, or the only one. */
  async start(tx: Tx, personId: string, origin: Origin, communityId?: string): Promise<OpenedSession> {
    const now = this.clock.now();
    if (origin.previousToken) await deleteSessionOfToken(tx, hashToken(origin.previousToken));
    await deleteClosedSessions(tx, now, new Date(now.getTime() - SESSION_IDLE_MS));
    const chosen = communityId ?? (await lastUsedCommunity(tx, personId));
    if (chosen !== null) await markUsed(tx, chosen, personId, now);
    const token = newToken();
    const expiresAt = new Date(now.getTime() + SESSION_ABSOLUTE_MS);
    await insertSession(tx, {
      id: this.ids.next(),
      tokenHash: hashToken(token),
      personId,
      communityId: chosen,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      userAgent: origin.userAgent?.slice(0, 300) ?? null,
      address: origin.address,
    });
    return { token, expiresAt };
  }
}
