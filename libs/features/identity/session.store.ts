import type { Role } from '@maillage/domain/identity';
import { named, type Tx } from '@maillage/platform';
import type { SessionRow } from './session.row';

/** What one look at the tables says of a token: the session, and the role still held in its community. */
export interface FoundSession {
  id: string;
  personId: string;
  communityId: string | null;
  role: Role | null;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** The session of a token; a place that was ended gives neither role nor community. Asked at every request. */
export async function findSession(tx: Tx, tokenHash: Buffer): Promise<FoundSession | null> {
  const [row] = await named<FoundSession>(
    tx,
    'identity.session',
    `select s.id, s.person_id as "personId", m.community_id as "communityId", m.role, s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
     from session s left join membership m on m.community_id = s.community_id and m.person_id = s.person_id and m.ended_at is null
     where s.token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}

/** Writes a new session. */
export async function insertSession(tx: Tx, session: SessionRow): Promise<void> {
  await tx.query(
    `insert into session (id, token_hash, person_id, community_id, created_at, last_seen_at, expires_at, user_agent, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      session.id, session.tokenHash, session.personId, session.communityId, session.createdAt, session.lastSeenAt, session.expiresAt,
      session.userAgent, session.address,
    ],
  );
}

/** Moves the last-seen mark. */
export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.query('update session set last_seen_at = $2 where id = $1', [id, now]);
}

/** Puts the session in a community. */
export async function moveSession(tx: Tx, id: string, communityId: string): Promise<void> {
  await tx.query('update session set community_id = $2 where id = $1', [id, communityId]);
}

/** Ends one session of a person; false when it is not theirs. */
export async function deleteSession(tx: Tx, personId: string, id: string): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query('delete from session where id = $1 and person_id = $2', [id, personId]);
  return count > 0;
}

/** Ends the session of a token, whoever it belongs to: the browser that holds it is changing hands. */
export async function deleteSessionOfToken(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.query('delete from session where token_hash = $1', [tokenHash]);
}

/** Ends every session of a person. */
export async function deleteSessionsOf(tx: Tx, personId: string): Promise<void> {
  await tx.query('delete from session where person_id = $1', [personId]);
}

/** Forgets sessions that can no longer open anything. */
export async function deleteClosedSessions(tx: Tx, now: Date, idleSince: Date): Promise<void> {
  await tx.query('delete from session where expires_at <= $1 or last_seen_at <= $2', [now, idleSince]);
}

/** The sessions of a person, the last used first. */
export async function sessionsOf(tx: Tx, personId: string): Promise<Omit<SessionRow, 'tokenHash' | 'personId' | 'communityId'>[]> {
  return tx.query(
    `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", user_agent as "userAgent", address
     from session where person_id = $1 order by last_seen_at desc, id desc`,
    [personId],
  );
}
