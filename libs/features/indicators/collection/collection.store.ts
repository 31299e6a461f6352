import { ordinaryCollection, type Absence, type CollectionSettings } from '@maillage/domain/indicators';
import type { Day } from '@maillage/domain/kernel';
import { part, type Told, type Tx, withInstants } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';

/** The settings of the community at work, with their last change; revision 0 while nobody changed them. */
export type StoredCollectionSettings = CollectionSettings & { revision: number; updatedAt: Date; updatedBy: string | null };

const settingsSql = `select due_days as "dueDays", remind, before_days as "beforeDays", weekly_limit as "weeklyLimit", updated_at as "updatedAt", updated_by as "updatedBy", revision
  from collection_settings`;

const untouched: StoredCollectionSettings = { ...ordinaryCollection, revision: 0, updatedAt: new Date(0), updatedBy: null };

/** How the community at work collects, to be read with other things. */
export const collectionPart = part(settingsSql, ([row]: Told<StoredCollectionSettings>[]): StoredCollectionSettings => (row ? withInstants<StoredCollectionSettings>(row, 'updatedAt') : untouched));

/** How the community at work collects; held when it is to be changed. */
export async function loadCollectionSettings(tx: Tx, lock = false): Promise<StoredCollectionSettings> {
  const rows: StoredCollectionSettings[] = await tx.query(`${settingsSql}${lock ? ' for update' : ''}`);
  return rows[0] ?? untouched;
}

/** Keeps the settings; false when somebody kept others meanwhile. */
export async function saveCollectionSettings(tx: Tx, { dueDays, remind, beforeDays, weeklyLimit }: CollectionSettings, revision: number, by: Writing): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into collection_settings as s (due_days, remind, before_days, weekly_limit, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id) do update set due_days = $1, remind = $2, before_days = $3, weekly_limit = $4, updated_at = $5, updated_by = $6, revision = s.revision + 1
       where s.revision = $7 returning revision`,
    [dueDays, remind, beforeDays, weeklyLimit, by.at, by.personId, revision],
  );
  return rows.length > 0;
}

/** An answer without a value, as it is stored. */
export type StoredAbsence = Absence & { indicatorId: string; statedAt: Date; updatedAt: Date; updatedBy: string | null; revision: number };

const absenceColumns = `indicator_id as "indicatorId", period_key as "periodKey", period_start as "periodStart", period_end as "periodEnd", reason,
  stated_at as "statedAt", updated_at as "updatedAt", updated_by as "updatedBy", revision`;

/** The answer that an indicator has no value in a period, if it was given. */
export async function findAbsence(tx: Tx, indicatorId: string, periodKey: string): Promise<StoredAbsence | undefined> {
  const rows: StoredAbsence[] = await tx.query(`select ${absenceColumns} from measure_absence where indicator_id = $1 and period_key = $2`, [indicatorId, periodKey]);
  return rows[0];
}

/** Answers without a value: of periods that end from a day on; of one indicator when named. */
export async function loadAbsences(tx: Tx, since: Day, indicatorId: string | null = null): Promise<StoredAbsence[]> {
  return tx.query(
    `select ${absenceColumns} from measure_absence where period_end >= $1 and ($2::uuid is null or indicator_id = $2) order by period_end, indicator_id`,
    [since, indicatorId],
  );
}

/** Answers without a value of the indicator `$1`, to be read with other things. */
export const absencesPart = part(
  `select ${absenceColumns} from measure_absence where indicator_id = $1 order by period_end`,
  (rows: Told<StoredAbsence>[]): StoredAbsence[] => rows.map((row) => withInstants<StoredAbsence>(row, 'statedAt', 'updatedAt')),
);

/** Writes the answer, or its new reason. */
export async function saveAbsence(tx: Tx, indicatorId: string, { periodKey, periodStart, periodEnd, reason }: Absence, by: Writing): Promise<void> {
  await tx.query(
    `insert into measure_absence as a (indicator_id, period_key, period_start, period_end, reason, stated_at, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $6, $7)
     on conflict (community_id, indicator_id, period_key) do update set reason = excluded.reason, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by, revision = a.revision + 1`,
    [indicatorId, periodKey, periodStart, periodEnd, reason, by.at, by.personId],
  );
}

/** Takes the answer away. */
export async function deleteAbsence(tx: Tx, indicatorId: string, periodKey: string): Promise<void> {
  await tx.query('delete from measure_absence where indicator_id = $1 and period_key = $2', [indicatorId, periodKey]);
}

/** A person of the community who can give values. */
export interface Collector {
  personId: string;
  name: string;
  email: string;
  role: string;
}

/** Those who can give values today: leads and coordinators with an account here. */
export async function loadCollectors(tx: Tx): Promise<Collector[]> {
  return tx.query(
    `select person_id as "personId", name, email, role from membership where ended_at is null and role in ('coordinator', 'lead') order by name, person_id`,
  );
}
