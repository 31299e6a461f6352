import type { GrantableRole } from '@maillage/domain/identity';
import type { Tx } from '@maillage/platform';
import type { MembershipRow } from './membership.row';

const columns = `m.community_id as "communityId", m.person_id as "personId", m.role, m.organisation, m.name, m.email, m.joined_at as "joinedAt",
  m.ended_at as "endedAt", m.last_used_at as "lastUsedAt", m.revision`;

/** A community a person may enter. */
export interface OpenCommunity {
  id: string;
  name: string;
  label: string;
  timeZone: string;
  /** Its figures are invented. */
  demo: boolean;
  role: GrantableRole;
  organisation: string | null;
}

/** The communities a person may enter, by name. */
export async function communitiesOf(tx: Tx, personId: string): Promise<OpenCommunity[]> {
  return tx.query(
    `select c.id, c.name, c.label, c.time_zone as "timeZone", c.demo, m.role, m.organisation from membership m join community c on c.id = m.community_id
     where m.person_id = $1 and m.ended_at is null order by c.name, c.id`,
    [personId],
  );
}

/**
 * The community to enter without asking: the only one, the one last used, or any for a reader, who reads what all of them sent on
 * one page; null when the person must choose.
 */
export async function lastUsedCommunity(tx: Tx, personId: string): Promise<string | null> {
  const [first]: { communityId: string; sure: boolean }[] = await tx.query(
    `select community_id as "communityId", last_used_at is not null or count(*) over () = 1 or bool_and(role = 'reader') over () as sure
     from membership where person_id = $1 and ended_at is null order by last_used_at desc nulls last, community_id limit 1`,
    [personId],
  );
  return first?.sure ? first.communityId : null;
}

/** Remembers that the person works in this community now. */
export async function markUsed(tx: Tx, communityId: string, personId: string, now: Date): Promise<void> {
  await tx.query('update membership set last_used_at = $3 where community_id = $1 and person_id = $2', [communityId, personId, now]);
}

/** The person's place in that community, ended or not. */
export async function findMembership(tx: Tx, communityId: string, personId: string): Promise<MembershipRow | null> {
  const [row]: MembershipRow[] = await tx.query(`select ${columns} from membership m where m.community_id = $1 and m.person_id = $2`, [communityId, personId]);
  return row ?? null;
}

/** The places still held in the community at work, by name. */
export async function currentMembers(tx: Tx): Promise<MembershipRow[]> {
  return tx.query(`select ${columns} from membership m where m.ended_at is null order by m.name, m.person_id`);
}

/** Whether someone with this address already has a place in the community at work. */
export async function hasMember(tx: Tx, email: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from membership where email = $1 and ended_at is null', [email]);
  return rows.length > 0;
}

/** The coordinators of the community at work, locked so that two of them cannot remove each other. */
export async function lockCoordinators(tx: Tx): Promise<number> {
  const rows: unknown[] = await tx.query(`select 1 from membership where role = 'coordinator' and ended_at is null order by person_id for update`);
  return rows.length;
}

/** A place of the community at work, locked. */
export async function lockMember(tx: Tx, personId: string): Promise<MembershipRow | null> {
  const [row]: MembershipRow[] = await tx.query(`select ${columns} from membership m where m.person_id = $1 and m.ended_at is null for update`, [personId]);
  return row ?? null;
}

/** Writes a changed or ended place of the community at work. */
export async function saveMember(tx: Tx, personId: string, change: { role: string; organisation: string | null; endedAt: Date | null }): Promise<void> {
  await tx.query('update membership set role = $2, organisation = $3, ended_at = $4, revision = revision + 1 where person_id = $1', [
    personId, change.role, change.organisation, change.endedAt,
  ]);
}

/** Gives a place, or gives it back. */
export async function giveMembership(tx: Tx, place: Omit<MembershipRow, 'endedAt' | 'lastUsedAt' | 'revision'>): Promise<void> {
  await tx.query(
    `insert into membership (community_id, person_id, role, organisation, name, email, joined_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (community_id, person_id) do update set role = excluded.role, organisation = excluded.organisation, name = excluded.name,
       email = excluded.email, joined_at = excluded.joined_at, ended_at = null, revision = membership.revision + 1`,
    [place.communityId, place.personId, place.role, place.organisation, place.name, place.email, place.joinedAt],
  );
}

/** Copies a person's new name to every community. */
export async function renameEverywhere(tx: Tx, personId: string, name: string): Promise<void> {
  await tx.query('update membership set name = $2 where person_id = $1', [personId, name]);
}
