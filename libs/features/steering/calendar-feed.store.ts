import type { GrantableRole } from '@maillage/domain/identity';
import type { Tx } from '@maillage/platform';

/** What is known of an address, without its secret. */
export interface StoredFeed {
  createdAt: Date;
  revision: number;
}

/** Whose calendar an address opens, and what the person may read there today. */
export interface FeedOwner {
  communityId: string;
  personId: string;
  role: GrantableRole;
}

/** The address of a person in the community at work, locked when it is about to change. */
export async function loadFeed(tx: Tx, personId: string, lock = false): Promise<StoredFeed | null> {
  const [row]: StoredFeed[] = await tx.query(`select created_at as "createdAt", revision from calendar_feed where person_id = $1 ${lock ? 'for update' : ''}`, [personId]);
  return row ?? null;
}

/** Gives the person this address in place of any other; false when another request did so meanwhile. */
export async function saveFeed(tx: Tx, personId: string, tokenHash: Buffer, at: Date, seen: number): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into calendar_feed as f (person_id, token_hash, created_at) values ($1, $2, $3)
     on conflict (community_id, person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, revision = f.revision + 1
       where f.revision = $4 returning 1`,
    [personId, tokenHash, at, seen],
  );
  return rows.length > 0;
}

/** Closes the address of a person. */
export async function deleteFeed(tx: Tx, personId: string): Promise<void> {
  await tx.query('delete from calendar_feed where person_id = $1', [personId]);
}

/** Whose address this is, before any community is known; null when nobody has it, or when the place held then was ended. */
export async function ownerOfFeed(tx: Tx, tokenHash: Buffer): Promise<FeedOwner | null> {
  const [row]: FeedOwner[] = await tx.query(
    `select f.community_id as "communityId", f.person_id as "personId", m.role from calendar_feed f
     join membership m on m.community_id = f.community_id and m.person_id = f.person_id and m.ended_at is null and m.joined_at <= f.created_at
     where f.token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}
