import type { ReminderStage } from '@maillage/domain/indicators';
import { found, type Day } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import type { ReminderStatus } from './collection.row';

/** A value named by a reminder. */
export interface ReminderLine {
  indicatorId: string;
  periodKey: string;
  dueOn: Day;
  stage: ReminderStage | 'asked';
}

/** A reminder as it is stored. */
export interface StoredReminder {
  id: string;
  personId: string;
  email: string;
  day: Day;
  askedBy: string | null;
  status: ReminderStatus;
  claimRun: string | null;
  createdAt: Date;
}

const columns = `id, person_id as "personId", email, day, asked_by as "askedBy", status, claim_run as "claimRun", created_at as "createdAt"`;

/** Plans of a community are made one after the other: two that begin together do not send the same thing. */
export async function lockReminders(tx: Tx, communityId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || ' reminders', 0))`, [communityId]);
}

/** A new reminder with its lines; false when this person already has one of this day (or of this stage): nothing is written then. */
export async function insertReminder(tx: Tx, reminder: Omit<StoredReminder, 'status' | 'claimRun'>, lines: readonly ReminderLine[]): Promise<boolean> {
  const { id, personId, email, day, askedBy, createdAt } = reminder;
  const rows: unknown[] = await tx.query(
    `insert into collection_reminder (id, person_id, email, day, asked_by, status, created_at) values ($1, $2, $3, $4, $5, 'pending', $6)
     on conflict do nothing returning id`,
    [id, personId, email, day, askedBy, createdAt],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `insert into collection_reminder_line (reminder_id, person_id, indicator_id, period_key, due_on, stage)
     select $1, $2, l."indicatorId", l."periodKey", l."dueOn", l.stage
       from json_to_recordset($3::json) as l ("indicatorId" uuid, "periodKey" text, "dueOn" date, stage text)`,
    [id, personId, JSON.stringify(lines)],
  );
  return true;
}

/** The stages already reminded to each person, as « person indicator period stage »; what was planned counts. */
export async function loadRemindedStages(tx: Tx, since: Day): Promise<Set<string>> {
  const rows: { place: string }[] = await tx.query(
    `select concat_ws(' ', person_id, indicator_id, period_key, stage) as place from collection_reminder_line where stage <> 'asked' and due_on >= $1`,
    [since],
  );
  return new Set(rows.map(({ place }) => place));
}

/** When each person was last written to, by id; what failed or was not needed does not count. */
export async function loadLastReminders(tx: Tx): Promise<Map<string, Date>> {
  const rows: { personId: string; at: Date }[] = await tx.query(
    `select person_id as "personId", max(created_at) as at from collection_reminder where status in ('pending', 'sent', 'uncertain') group by person_id`,
  );
  return new Map(rows.map(({ personId, at }) => [personId, at]));
}

/** One reminder, held until the transaction ends; `not-found`. */
export async function lockReminder(tx: Tx, id: string): Promise<StoredReminder> {
  const rows: StoredReminder[] = await tx.query(`select ${columns} from collection_reminder where id = $1 for update`, [id]);
  return found(rows[0]);
}

/** The values a reminder names. */
export async function loadReminderLines(tx: Tx, id: string): Promise<ReminderLine[]> {
  return tx.query(
    `select indicator_id as "indicatorId", period_key as "periodKey", due_on as "dueOn", stage from collection_reminder_line where reminder_id = $1`,
    [id],
  );
}

/** Puts a reminder in the hands of a run, or gives it back (null). */
export async function claimReminder(tx: Tx, id: string, runId: string | null): Promise<void> {
  await tx.query('update collection_reminder set claim_run = $2 where id = $1', [id, runId]);
}

/** How a reminder ended. */
export interface ReminderResult {
  status: Exclude<ReminderStatus, 'pending'>;
  answer?: string | null;
  explanation?: string | null;
}

/** Writes how a reminder ended; false when that was already written. */
export async function settleReminder(tx: Tx, id: string, { status, answer, explanation }: ReminderResult, at: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    `update collection_reminder set status = $2, answer = $3, explanation = $4, settled_at = $5 where id = $1 and status = 'pending' returning id`,
    [id, status, answer ?? null, explanation ?? null, at],
  );
  return rows.length > 0;
}

/** A reminder as the log shows it. */
export interface ReminderEntry {
  id: string;
  personId: string;
  person: string;
  email: string;
  at: Date;
  /** Who asked for it, by name; null when it left by itself. */
  askedBy: string | null;
  status: ReminderStatus;
  explanation: string | null;
  values: { indicatorId: string; code: string; name: string; periodKey: string }[];
}

/** The reminders that named a value of this period, newest first. */
export async function loadReminderLog(tx: Tx, periodKey: string, limit = 100): Promise<ReminderEntry[]> {
  return tx.query(
    `select r.id, r.person_id as "personId", p.name as person, r.email, r.created_at as at, a.name as "askedBy", r.status, r.explanation,
            (select json_agg(json_build_object('indicatorId', i.id, 'code', i.code, 'name', i.name, 'periodKey', l.period_key) order by i.code)
               from collection_reminder_line l join indicator i on i.id = l.indicator_id where l.reminder_id = r.id) as values
       from collection_reminder r join membership p on p.person_id = r.person_id left join membership a on a.person_id = r.asked_by
      where exists (select 1 from collection_reminder_line l where l.reminder_id = r.id and l.period_key = $1)
      order by r.created_at desc, p.name limit $2`,
    [periodKey, limit],
  );
}
