import type { Actor } from '@maillage/domain/identity';
import type { AuditAct } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** One line of the journal: what was done to what, and the fields it changed. */
export interface AuditRecord {
  act: AuditAct;
  /** What was touched: `community`, `mission`, `action`, `measure`… */
  subjectType: string;
  subjectId: string;
  /** What it was called at that moment, for people: « Action n° 3, Prévention ». */
  label?: string | null;
  /** State before and after, or the part of it that matters; the journal shows the fields named in `auditFields` that differ. */
  before?: object | null;
  after?: object | null;
  /** When, if not now (a history taken over from elsewhere). */
  at?: Date;
}

/** Who acts: a person of the community, or the product itself (`personId` null: a schedule, a job, the command line). */
export type Author = Pick<Actor, 'communityId'> & { readonly personId: string | null; readonly role?: string | null };

/** Writes a line of the journal, in the transaction of what it tells. Lines are never changed nor removed. */
export async function audit(tx: Tx, author: Author, record: AuditRecord): Promise<void> {
  await tx.query(
    `insert into audit_entry (community_id, at, person_id, role, act, subject_type, subject_id, subject_label, before, after)
     values ($1, coalesce($2, now()), $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      author.communityId,
      record.at ?? null,
      author.personId,
      author.role ?? null,
      record.act,
      record.subjectType,
      record.subjectId,
      record.label ?? null,
      record.before ? JSON.stringify(record.before) : null,
      record.after ? JSON.stringify(record.after) : null,
    ],
  );
}
