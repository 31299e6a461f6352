import type { ContributionState, RecordedMeasure } from '@maillage/domain/indicators';
import { type Day, localTime } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';

/** A file joined to what came through a link. */
export interface ContributionFile {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  hash: string;
}

/** What came through a link, as it is stored. */
export interface StoredContribution {
  id: string;
  linkId: string;
  indicatorId: string;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  numerator: number | null;
  denominator: number | null;
  value: number;
  comment: string | null;
  status: ContributionState;
  receivedAt: Date;
  settledAt: Date | null;
  /** Who accepted or refused it, by name. */
  settledBy: string | null;
  reason: string | null;
  measureId: string | null;
  files: ContributionFile[];
}

const whole = `select c.id, c.link_id as "linkId", c.indicator_id as "indicatorId", c.period_key as "periodKey", c.period_start as "periodStart",
  c.period_end as "periodEnd", c.numerator, c.denominator, c.value, c.comment, c.status, c.received_at as "receivedAt", c.settled_at as "settledAt",
  m.name as "settledBy", c.reason, c.measure_id as "measureId",
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'hash', f.hash) order by f.id), '[]')
     from link_contribution_file l join file f on f.community_id = l.community_id and f.id = l.file_id
    where l.community_id = c.community_id and l.contribution_id = c.id) as files
  from link_contribution c left join membership m on m.community_id = c.community_id and m.person_id = c.settled_by`;

/** The last answer of a link for each of its indicators and periods. */
export async function loadLastContributions(tx: Tx, linkId: string): Promise<StoredContribution[]> {
  return tx.query(`select * from (${whole} where c.link_id = $1 and c.status <> 'replaced') last order by "receivedAt", id`, [linkId]);
}

/** The last answer of a link for an indicator in a period. */
export async function lastContribution(tx: Tx, linkId: string, indicatorId: string, periodKey: string): Promise<StoredContribution | null> {
  const [row]: StoredContribution[] = await tx.query(
    `${whole} where c.link_id = $1 and c.indicator_id = $2 and c.period_key = $3 and c.status <> 'replaced' order by c.received_at desc, c.id desc limit 1`,
    [linkId, indicatorId, periodKey],
  );
  return row ?? null;
}

/** One answer, held against other writers when asked. */
export async function loadContribution(tx: Tx, id: string, lock = false): Promise<StoredContribution | null> {
  const [row]: StoredContribution[] = await tx.query(`${whole} where c.id = $1 ${lock ? 'for update of c' : ''}`, [id]);
  return row ?? null;
}

/** The answers that wait, the oldest first. */
export async function loadWaitingContributions(tx: Tx): Promise<StoredContribution[]> {
  return tx.query(`${whole} where c.status = 'received' order by c.received_at, c.id limit 500`);
}

/** Every answer of a link, the latest first. */
export async function loadContributionsOf(tx: Tx, linkId: string): Promise<StoredContribution[]> {
  return tx.query(`${whole} where c.link_id = $1 order by c.received_at desc, c.id desc limit 300`, [linkId]);
}

/** How many answers came through each link, and how many wait. */
export async function countContributions(tx: Tx): Promise<Map<string, { received: number; waiting: number; accepted: number }>> {
  const rows: { linkId: string; received: number; waiting: number; accepted: number }[] = await tx.query(
    `select link_id as "linkId", count(*) filter (where status <> 'replaced')::int as received, count(*) filter (where status = 'received')::int as waiting,
            count(*) filter (where status = 'accepted')::int as accepted from link_contribution group by link_id`,
  );
  return new Map(rows.map(({ linkId, ...counts }) => [linkId, counts]));
}

/** How many answers wait to be accepted in the community at work, and since which local day; null for none. */
export async function contributionsToAccept(tx: Tx, timeZone: string): Promise<{ count: number; since: Day } | null> {
  const [row]: { count: number; since: Date | null }[] = await tx.query(`select count(*)::int as count, min(received_at) as since from link_contribution where status = 'received'`);
  return row?.since ? { count: row.count, since: localTime(row.since, timeZone).day } : null;
}

/** Writes an answer down. */
export async function insertContribution(tx: Tx, about: { id: string; linkId: string; indicatorId: string }, recorded: RecordedMeasure, at: Date): Promise<void> {
  await tx.query(
    `insert into link_contribution (id, link_id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment, status, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'received', $11)`,
    [
      about.id, about.linkId, about.indicatorId, recorded.periodKey, recorded.periodStart, recorded.periodEnd, recorded.numerator, recorded.denominator,
      recorded.value, recorded.comment, at,
    ],
  );
}

/** What became of an answer. */
export interface Settlement {
  status: Exclude<ContributionState, 'received'>;
  reason?: string;
  measureId?: string;
}

/** Ends the wait of an answer. */
export async function settleContribution(tx: Tx, id: string, { status, reason, measureId }: Settlement, by: Writing): Promise<void> {
  await tx.query('update link_contribution set status = $2, reason = $3, measure_id = $4, settled_at = $5, settled_by = $6 where id = $1', [
    id, status, reason ?? null, measureId ?? null, by.at, by.personId,
  ]);
}

/** Joins files the community already has to an answer. */
export async function joinFiles(tx: Tx, contributionId: string, fileIds: readonly string[], at: Date): Promise<void> {
  await tx.query(
    'insert into link_contribution_file (contribution_id, file_id, added_at) select $1, id, $3 from unnest($2::uuid[]) as kept (id) on conflict do nothing',
    [contributionId, fileIds, at],
  );
}

/** The bytes of all the files that came through a link, each once. */
export async function bytesOfLink(tx: Tx, linkId: string): Promise<number> {
  const [row]: { bytes: number }[] = await tx.query(
    `select coalesce(sum(size), 0)::float8 as bytes from file where id in (
       select f.file_id from link_contribution_file f join link_contribution c on c.community_id = f.community_id and c.id = f.contribution_id where c.link_id = $1)`,
    [linkId],
  );
  return row?.bytes ?? 0;
}
