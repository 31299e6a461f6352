import type { Tx } from '@maillage/platform';
import type { OneTimeLinkRow } from './one-time-link.row';

const columns = `l.id, l.kind, l.token_hash as "tokenHash", l.community_id as "communityId", l.email, l.role, l.organisation,
  l.invited_by as "invitedBy", l.created_at as "createdAt", l.expires_at as "expiresAt", l.sent_at as "sentAt", l.used_at as "usedAt",
  l.revoked_at as "revokedAt"`;

/** The link of a token. */
export async function linkByToken(tx: Tx, tokenHash: Buffer, lock = false): Promise<OneTimeLinkRow | null> {
  const [row]: OneTimeLinkRow[] = await tx.query(`select ${columns} from one_time_link l where l.token_hash = $1 ${lock ? 'for update' : ''}`, [tokenHash]);
  return row ?? null;
}

/** The link with this id, locked. */
export async function lockLink(tx: Tx, id: string): Promise<OneTimeLinkRow | null> {
  const [row]: OneTimeLinkRow[] = await tx.query(`select ${columns} from one_time_link l where l.id = $1 for update`, [id]);
  return row ?? null;
}

/** Writes a link whose token is not made yet; nothing when it is already there. */
export async function insertLink(tx: Tx, link: Omit<OneTimeLinkRow, 'tokenHash' | 'sentAt' | 'usedAt' | 'revokedAt'>): Promise<void> {
  await tx.query(
    `insert into one_time_link (id, kind, community_id, email, role, organisation, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
    [link.id, link.kind, link.communityId, link.email, link.role, link.organisation, link.invitedBy, link.createdAt, link.expiresAt],
  );
}

/** Gives the link a token, which replaces any earlier one, and a new term. */
export async function giveToken(tx: Tx, id: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await tx.query('update one_time_link set token_hash = $2, expires_at = $3 where id = $1', [id, tokenHash, expiresAt]);
}

/** The e-mail with the link was taken by the mail server. */
export async function markSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update one_time_link set sent_at = $2 where id = $1', [id, at]);
}

/** The link has served. */
export async function markLinkUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update one_time_link set used_at = $2 where id = $1', [id, at]);
}

/** The link can no longer serve; false when it already could not. */
export async function revokeLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update one_time_link set revoked_at = $2 where id = $1 and kind = 'invitation' and used_at is null and revoked_at is null`,
    [id, at],
  );
  return count > 0;
}

/** Earlier invitations of this address to the community at work give way to a new one. */
export async function revokeInvitationsTo(tx: Tx, communityId: string, email: string, at: Date): Promise<void> {
  await tx.query(
    `update one_time_link set revoked_at = $3 where community_id = $1 and email = $2 and kind = 'invitation' and used_at is null and revoked_at is null`,
    [communityId, email, at],
  );
}

/** Every other way to reset this password closes. */
export async function revokeResetsOf(tx: Tx, email: string, at: Date): Promise<void> {
  await tx.query(`update one_time_link set revoked_at = $2 where email = $1 and kind = 'password-reset' and used_at is null and revoked_at is null`, [email, at]);
}

/** The invitations of the community at work that were not answered, newest first. */
export async function pendingInvitations(tx: Tx): Promise<(OneTimeLinkRow & { invitedByName: string | null })[]> {
  return tx.query(
    `select ${columns}, m.name as "invitedByName" from one_time_link l
     left join membership m on m.community_id = l.community_id and m.person_id = l.invited_by
     where l.kind = 'invitation' and l.used_at is null and l.revoked_at is null order by l.created_at desc, l.id desc`,
  );
}

/** What a link speaks for: a community and who invites. */
export interface LinkCommunity {
  name: string;
  label: string;
  timeZone: string;
  invitedByName: string | null;
}

/** The community of a link, and who invites into it. */
export async function communityOfLink(tx: Tx, link: OneTimeLinkRow): Promise<LinkCommunity | null> {
  if (link.communityId === null) return null;
  const [row]: LinkCommunity[] = await tx.query(
    `select c.name, c.label, c.time_zone as "timeZone", m.name as "invitedByName" from community c
     left join membership m on m.community_id = c.id and m.person_id = $2 where c.id = $1`,
    [link.communityId, link.invitedBy],
  );
  return row ?? null;
}
