import { found } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import { CommunityRow } from './community.row';

/** The community at work; `lock` holds it against other writers until the transaction ends. */
export async function loadCommunity(tx: Tx, communityId: string, lock = false): Promise<CommunityRow> {
  const row = await tx.findOne(CommunityRow, {
    where: { id: communityId },
    ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  return found(row);
}

/** The time zone that days of this community are counted in. */
export async function timeZoneOf(tx: Tx, communityId: string): Promise<string> {
  const rows: { timeZone: string }[] = await tx.query('select time_zone as "timeZone" from community where id = $1', [
    communityId,
  ]);
  return found(rows[0]).timeZone;
}

/** Writes the changed columns and goes to the next revision. */
export async function saveCommunity(
  tx: Tx,
  row: CommunityRow,
  change: Partial<CommunityRow>,
  by: { personId: string; at: Date },
): Promise<CommunityRow> {
  const next = { ...change, updatedBy: by.personId, updatedAt: by.at, revision: row.revision + 1 };
  await tx.update(CommunityRow, { id: row.id }, next);
  return Object.assign(tx.create(CommunityRow, { ...row }), next);
}

/** A new line of the register of communities. */
export async function insertCommunity(
  tx: Tx,
  community: Pick<CommunityRow, 'id' | 'name' | 'label' | 'timeZone' | 'maskBelow' | 'demo'> & { at: Date },
): Promise<void> {
  await tx.query(
    `insert into community (id, name, label, time_zone, mask_below, demo, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [community.id, community.name, community.label, community.timeZone, community.maskBelow, community.demo, community.at],
  );
}
