import { collectionLinkLimits, type CollectionLinkInput } from '@maillage/domain/indicators';
import type { Day } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';

/** A link as it is stored, without its secret. */
export interface StoredCollectionLink {
  id: string;
  recipient: string;
  email: string | null;
  periods: string[] | null;
  from: Day | null;
  expiresOn: Day;
  showPrevious: boolean;
  indicatorIds: string[];
  createdAt: Date;
  /** Who asks, by name. */
  createdBy: string | null;
  sending: boolean;
  sentAt: Date | null;
  revokedAt: Date | null;
  uses: number;
  lastUsedAt: Date | null;
  revision: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/** Whose link an address opens: all that is known before the community is. */
export interface LinkOwner {
  communityId: string;
  linkId: string;
}

const columns = `l.id, l.recipient, l.email, l.periods, l.from_on as "from", l.expires_on as "expiresOn", l.show_previous as "showPrevious",
  (select coalesce(array_agg(i.indicator_id order by i.position), '{}') from collection_link_indicator i where i.community_id = l.community_id and i.link_id = l.id) as "indicatorIds",
  l.created_at as "createdAt", m.name as "createdBy", l.sending, l.sent_at as "sentAt", l.revoked_at as "revokedAt", l.uses,
  l.last_used_at as "lastUsedAt", l.revision, l.updated_at as "updatedAt", l.updated_by as "updatedBy"`;
const whole = `select ${columns} from collection_link l left join membership m on m.community_id = l.community_id and m.person_id = l.created_by`;

/** Whose link this secret opens, whatever its state; null for none. Read before any community is known. */
export async function ownerOfLink(tx: Tx, tokenHash: Buffer): Promise<LinkOwner | null> {
  const [row]: LinkOwner[] = await tx.query('select community_id as "communityId", link_id as "linkId" from collection_link_key where token_hash = $1', [tokenHash]);
  return row ?? null;
}

/** The links of the community at work, the newest first. */
export async function loadCollectionLinks(tx: Tx): Promise<StoredCollectionLink[]> {
  return tx.query(`${whole} order by l.id desc limit 500`);
}

/** One link of the community at work, held against other writers when asked. */
export async function loadCollectionLink(tx: Tx, id: string, lock = false): Promise<StoredCollectionLink | null> {
  const [row]: StoredCollectionLink[] = await tx.query(`${whole} where l.id = $1 ${lock ? 'for update of l' : ''}`, [id]);
  return row ?? null;
}

/** True when this secret is the link's today: it may have been renewed since its owner was found. */
export async function hasToken(tx: Tx, linkId: string, tokenHash: Buffer): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from collection_link_key where link_id = $1 and token_hash = $2', [linkId, tokenHash]);
  return rows.length > 0;
}

/**
 * Counts one use of a link and holds it until the transaction ends; the uses of the stretch of time that runs, and the seconds until it
 * ends, come back.
 */
export async function countUse(tx: Tx, linkId: string, now: Date): Promise<{ uses: number; seconds: number }> {
  const since = new Date(now.getTime() - collectionLinkLimits.usesMinutes * 60_000);
  const [[row]]: [{ uses: number; startedAt: Date }[], number] = await tx.query(
    `update collection_link set uses = uses + 1, last_used_at = $2,
       window_uses = case when window_started_at > $3 then window_uses + 1 else 1 end,
       window_started_at = case when window_started_at > $3 then window_started_at else $2 end
      where id = $1 returning window_uses as uses, window_started_at as "startedAt"`,
    [linkId, now, since],
  );
  const startedAt = row?.startedAt ?? now;
  return { uses: row?.uses ?? 0, seconds: Math.max(1, Math.ceil((startedAt.getTime() - since.getTime()) / 1_000)) };
}

/** A new link; nothing when it is already there (false). */
export async function insertCollectionLink(tx: Tx, id: string, link: CollectionLinkInput, sending: boolean, by: Writing): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into collection_link (id, recipient, email, periods, from_on, expires_on, show_previous, sending, created_at, created_by, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $10) on conflict (community_id, id) do nothing returning 1`,
    [id, link.recipient, link.email, link.periods, link.from, link.expiresOn, link.showPrevious, sending, by.at, by.personId],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `insert into collection_link_indicator (link_id, indicator_id, position)
     select $1, i.id, i.position from unnest($2::uuid[]) with ordinality as i (id, position)`,
    [id, link.indicatorIds],
  );
  return true;
}

/** Gives a link its secret, in place of any earlier one. */
export async function giveLinkToken(tx: Tx, linkId: string, tokenHash: Buffer): Promise<void> {
  await tx.query(
    `insert into collection_link_key (link_id, token_hash) values ($1, $2)
     on conflict (community_id, link_id) do update set token_hash = excluded.token_hash`,
    [linkId, tokenHash],
  );
}

/** Takes the secret of a link away: nothing opens it until it has a new one. */
export async function dropLinkToken(tx: Tx, linkId: string): Promise<void> {
  await tx.query('delete from collection_link_key where link_id = $1', [linkId]);
}

/** The end of a link is moved, and its e-mail asked for or not. */
export async function renewCollectionLink(tx: Tx, id: string, { expiresOn, sending }: { expiresOn: Day; sending: boolean }, by: Writing): Promise<void> {
  await tx.query('update collection_link set expires_on = $2, sending = $3, updated_at = $4, updated_by = $5, revision = revision + 1 where id = $1', [
    id, expiresOn, sending, by.at, by.personId,
  ]);
}

/** A link works no more. */
export async function revokeCollectionLink(tx: Tx, id: string, by: Writing): Promise<void> {
  await tx.query(
    'update collection_link set revoked_at = $2, revoked_by = $3, sending = false, updated_at = $2, updated_by = $3, revision = revision + 1 where id = $1',
    [id, by.at, by.personId],
  );
}

/** The mail server took the e-mail of a link; nothing when another one was asked for since. */
export async function markLinkSent(tx: Tx, id: string, revision: number, at: Date): Promise<void> {
  await tx.query('update collection_link set sending = false, sent_at = $3 where id = $1 and revision = $2', [id, revision, at]);
}
