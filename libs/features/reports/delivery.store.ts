import { found } from '@maillage/domain/kernel';
import type { AttemptOutcome, DeliveryStatus, RecipientKind } from '@maillage/domain/reports';
import type { Tx } from '@maillage/platform';

/** Whom reports are sent to, as stored. */
export interface StoredRecipient {
  id: string;
  kind: RecipientKind;
  name: string;
  organisationKey: string;
  email: string;
  addedAt: Date;
  updatedAt: Date;
  updatedBy: string | null;
  revision: number;
}

/** A report on its way to one recipient, as stored. */
export interface StoredDelivery {
  id: string;
  reportId: string;
  recipientId: string;
  kind: RecipientKind;
  name: string;
  organisationKey: string;
  email: string;
  status: DeliveryStatus;
  messageId: string;
  round: number;
  claimRun: string | null;
  claimedAt: Date | null;
  retryRun: string | null;
  retryAt: Date | null;
  askedBy: string | null;
  deliveredAt: Date | null;
  /** Its recipient was removed since. */
  removed: boolean;
}

/** A line of the ledger, as stored. */
export interface StoredAttempt {
  id: string;
  deliveryId: string;
  round: number;
  startedAt: Date;
  at: Date;
  outcome: AttemptOutcome;
  email: string;
  messageId: string;
  answer: string | null;
  explanation: string | null;
  by: string | null;
}

const recipientColumns = `id, kind, name, organisation_key as "organisationKey", email, added_at as "addedAt", updated_at as "updatedAt",
  updated_by as "updatedBy", revision`;

/** The recipients of the community at work: ARS, CPAM, then the others. */
export async function loadRecipients(tx: Tx): Promise<StoredRecipient[]> {
  return tx.query(
    `select ${recipientColumns} from recipient where removed_at is null order by array_position(array['ars', 'cpam', 'other'], kind), name, id`,
  );
}

/** One recipient, held until the transaction ends, or `not-found`. */
export async function lockRecipient(tx: Tx, id: string): Promise<StoredRecipient> {
  const rows: StoredRecipient[] = await tx.query(`select ${recipientColumns} from recipient where id = $1 and removed_at is null for update`, [id]);
  return found(rows[0]);
}

/** Who has an address already. */
export async function recipientOfEmail(tx: Tx, email: string): Promise<StoredRecipient | null> {
  const rows: StoredRecipient[] = await tx.query(`select ${recipientColumns} from recipient where lower(email) = lower($1) and removed_at is null`, [email]);
  return rows[0] ?? null;
}

type RecipientContent = Pick<StoredRecipient, 'kind' | 'name' | 'organisationKey' | 'email'>;

/** Writes a new recipient. */
export async function insertRecipient(tx: Tx, id: string, recipient: RecipientContent, by: { personId: string; at: Date }): Promise<void> {
  await tx.query(
    `insert into recipient (id, kind, name, organisation_key, email, added_at, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [id, recipient.kind, recipient.name, recipient.organisationKey, recipient.email, by.at, by.personId],
  );
}

/** Writes a recipient again: its next revision. */
export async function updateRecipient(tx: Tx, id: string, recipient: RecipientContent, by: { personId: string; at: Date }): Promise<void> {
  await tx.query(
    `update recipient set kind = $2, name = $3, organisation_key = $4, email = $5, updated_at = $6, updated_by = $7, revision = revision + 1 where id = $1`,
    [id, recipient.kind, recipient.name, recipient.organisationKey, recipient.email, by.at, by.personId],
  );
}

/** Nothing more is sent to it; what was sent keeps its name. */
export async function removeRecipient(tx: Tx, id: string, by: { personId: string; at: Date }): Promise<void> {
  await tx.query('update recipient set removed_at = $2, updated_at = $2, updated_by = $3, revision = revision + 1 where id = $1', [id, by.at, by.personId]);
}

const deliveryColumns = `d.id, d.report_id as "reportId", d.recipient_id as "recipientId", d.kind, d.name, d.organisation_key as "organisationKey",
  d.email, d.status, d.message_id as "messageId", d.round, d.claim_run as "claimRun", d.claimed_at as "claimedAt", d.retry_run as "retryRun",
  d.retry_at as "retryAt", d.asked_by as "askedBy", d.delivered_at as "deliveredAt", r.removed_at is not null as removed`;
const deliveryTables = 'delivery d join recipient r on r.id = d.recipient_id';

/** The deliveries of a report, or of all (`null`). */
export async function loadDeliveries(tx: Tx, reportId: string | null): Promise<StoredDelivery[]> {
  return tx.query(
    `select ${deliveryColumns} from ${deliveryTables} where $1::uuid is null or d.report_id = $1
      order by array_position(array['ars', 'cpam', 'other'], d.kind), d.name, d.id`,
    [reportId],
  );
}

/** One delivery, held until the transaction ends, or `not-found`. */
export async function lockDelivery(tx: Tx, id: string): Promise<StoredDelivery> {
  const rows: StoredDelivery[] = await tx.query(`select ${deliveryColumns} from ${deliveryTables} where d.id = $1 for update of d`, [id]);
  return found(rows[0]);
}

/** The runs that are over among these: what they had in hand will not be finished by them. */
export async function finishedRuns(tx: Tx, runIds: readonly string[]): Promise<Set<string>> {
  if (runIds.length === 0) return new Set();
  const rows: { id: string }[] = await tx.query(
    `select wanted.id from unnest($1::uuid[]) as wanted (id) left join outbox o on o.id = wanted.id
      where o.id is null or o.state not in ('waiting', 'running')`,
    [runIds],
  );
  return new Set(rows.map(({ id }) => id));
}

type Addressed = Pick<StoredDelivery, 'recipientId' | 'kind' | 'name' | 'organisationKey' | 'email'>;

/** A first sending to a recipient. */
export async function insertDelivery(tx: Tx, delivery: Addressed & Pick<StoredDelivery, 'id' | 'reportId' | 'messageId'>, by: { personId: string; at: Date }): Promise<void> {
  await tx.query(
    `insert into delivery (id, report_id, recipient_id, kind, name, organisation_key, email, status, message_id, asked_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'pending', $8, $9, $10)`,
    [
      delivery.id,
      delivery.reportId,
      delivery.recipientId,
      delivery.kind,
      delivery.name,
      delivery.organisationKey,
      delivery.email,
      delivery.messageId,
      by.personId,
      by.at,
    ],
  );
}

/** A person asks again: a new round, to the recipient as it is now. */
export async function askAgain(tx: Tx, id: string, to: Omit<Addressed, 'recipientId'>, personId: string): Promise<void> {
  await tx.query(
    `update delivery set status = 'pending', kind = $2, name = $3, organisation_key = $4, email = $5, asked_by = $6, round = round + 1,
       claim_run = null, claimed_at = null, retry_run = null, retry_at = null where id = $1`,
    [id, to.kind, to.name, to.organisationKey, to.email, personId],
  );
}

/** A run takes a delivery in hand. */
export async function claimDelivery(tx: Tx, id: string, runId: string, at: Date): Promise<void> {
  await tx.query('update delivery set claim_run = $2, claimed_at = $3 where id = $1', [id, runId, at]);
}

/** How a try ended. */
export async function settleDelivery(
  tx: Tx,
  id: string,
  end: { status: DeliveryStatus; retry: { runId: string; at: Date } | null; deliveredAt: Date | null },
): Promise<void> {
  await tx.query(
    `update delivery set status = $2, retry_run = $3, retry_at = $4, delivered_at = $5, claim_run = null, claimed_at = null where id = $1`,
    [id, end.status, end.retry?.runId ?? null, end.retry?.at ?? null, end.deliveredAt],
  );
}

/** Adds a line to the ledger; false when it is there already. */
export async function insertAttempt(tx: Tx, attempt: Omit<StoredAttempt, 'by'> & { personId: string | null }): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into delivery_attempt (id, delivery_id, round, started_at, at, outcome, email, message_id, answer, explanation, by_person_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (community_id, id) do nothing returning 1`,
    [
      attempt.id,
      attempt.deliveryId,
      attempt.round,
      attempt.startedAt,
      attempt.at,
      attempt.outcome,
      attempt.email,
      attempt.messageId,
      attempt.answer,
      attempt.explanation,
      attempt.personId,
    ],
  );
  return rows.length > 0;
}

/** The ledger of a report, oldest first. */
export async function loadAttempts(tx: Tx, reportId: string): Promise<StoredAttempt[]> {
  return tx.query(
    `select a.id, a.delivery_id as "deliveryId", a.round, a.started_at as "startedAt", a.at, a.outcome, a.email, a.message_id as "messageId",
            a.answer, a.explanation, m.name as by
       from delivery_attempt a join delivery d on d.id = a.delivery_id left join membership m on m.person_id = a.by_person_id
      where d.report_id = $1 order by a.id`,
    [reportId],
  );
}

/** How the tries of one round ended, oldest first. */
export async function loadOutcomes(tx: Tx, deliveryId: string, round: number): Promise<AttemptOutcome[]> {
  const rows: { outcome: AttemptOutcome }[] = await tx.query('select outcome from delivery_attempt where delivery_id = $1 and round = $2 order by id', [
    deliveryId,
    round,
  ]);
  return rows.map(({ outcome }) => outcome);
}

/** A reader of the community at work. */
export interface StoredReader {
  name: string;
  organisation: string;
}

/** Those who read reports for an institution, by name. */
export async function loadReaders(tx: Tx): Promise<StoredReader[]> {
  return tx.query(`select name, organisation from membership where role = 'reader' and ended_at is null and organisation is not null order by name, person_id`);
}
