import { type Cents, found } from '@maillage/domain/kernel';
import type { PaymentContent } from '@maillage/domain/money';
import type { Tx } from '@maillage/platform';

/** An amount received as it is stored. */
export interface StoredPayment extends PaymentContent {
  id: string;
  revision: number;
  recordedAt: Date;
  /** Name of the person who recorded it; null when they are gone. */
  recordedBy: string | null;
  updatedAt: Date;
  updatedBy: string | null;
  cancelledAt: Date | null;
  /** Name of the person who cancelled it. */
  cancelledBy: string | null;
  cancelReason: string | null;
}

/** Who writes, and when. */
interface Writing {
  personId: string;
  at: Date;
}

const payments = `select p.id, p.received_on as "receivedOn", p.cents, p.reference, p.note, p.revision, p.recorded_at as "recordedAt", r.name as "recordedBy",
  p.updated_at as "updatedAt", p.updated_by as "updatedBy", p.cancelled_at as "cancelledAt", c.name as "cancelledBy", p.cancel_reason as "cancelReason",
  (select coalesce(json_agg(json_build_object('lineKey', l.line_key, 'cents', l.cents) order by l.line_key collate "C"), '[]')
     from payment_part l where l.payment_id = p.id) as parts
  from payment_received p left join membership r on r.person_id = p.recorded_by left join membership c on c.person_id = p.cancelled_by`;

/** Every amount received, the latest first; cancelled ones too. */
export async function loadPayments(tx: Tx): Promise<StoredPayment[]> {
  return tx.query(`${payments} order by p.received_on desc, p.id desc`);
}

/** One amount received, or null. */
export async function findPayment(tx: Tx, id: string): Promise<StoredPayment | null> {
  const rows: StoredPayment[] = await tx.query(`${payments} where p.id = $1`, [id]);
  return rows[0] ?? null;
}

/** One amount received held against other writers, or `not-found`. */
export async function lockPayment(tx: Tx, id: string): Promise<StoredPayment> {
  const rows: StoredPayment[] = await tx.query(`${payments} where p.id = $1 for update of p`, [id]);
  return found(rows[0]);
}

/** Cents received for each line, cancelled amounts left out. */
export async function receivedByLine(tx: Tx): Promise<Map<string, Cents>> {
  const rows: { key: string; cents: Cents }[] = await tx.query(
    `select l.line_key as key, sum(l.cents)::bigint as cents from payment_part l join payment_received p on p.id = l.payment_id
      where p.cancelled_at is null group by l.line_key`,
  );
  return new Map(rows.map(({ key, cents }) => [key, cents]));
}

/** Writes an amount received with its parts: its first time, or its next revision. */
export async function writePayment(tx: Tx, id: string, { receivedOn, cents, reference, note, parts }: PaymentContent, by: Writing): Promise<void> {
  await tx.query(
    `insert into payment_received (id, received_on, cents, reference, note, recorded_at, recorded_by, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $6, $7)
     on conflict (community_id, id) do update set received_on = excluded.received_on, cents = excluded.cents, reference = excluded.reference,
       note = excluded.note, updated_at = excluded.updated_at, updated_by = excluded.updated_by, revision = payment_received.revision + 1`,
    [id, receivedOn, cents, reference, note, by.at, by.personId],
  );
  await tx.query('delete from payment_part where payment_id = $1', [id]);
  if (parts.length === 0) return;
  await tx.query(
    'insert into payment_part (payment_id, line_key, cents) select $1::uuid, key, part from unnest($2::text[], $3::bigint[]) as given (key, part)',
    [id, parts.map(({ lineKey }) => lineKey), parts.map((part) => part.cents)],
  );
}

/** Takes an amount out of every sum; it stays in the list with the reason. */
export async function cancelPayment(tx: Tx, id: string, reason: string, by: Writing): Promise<void> {
  await tx.query(
    `update payment_received set cancelled_at = $2, cancelled_by = $3, cancel_reason = $4, updated_at = $2, updated_by = $3, revision = revision + 1
      where id = $1`,
    [id, by.at, by.personId, reason],
  );
}
