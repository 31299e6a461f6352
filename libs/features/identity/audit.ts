import type { Actor } from '@maillage/domain/identity';
import type { AuditAct } from '@maillage/domain/kernel';
import { beforeCommit, type Tx } from '@maillage/platform';
import { chainLines, type AuditContent, type Vouched } from './audit-link';
import { holdHead, insertLines } from './audit.store';
import { keepSealed } from './sealed.store';

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
  /** Rows of a history kept elsewhere that this line answers for. */
  vouched?: Vouched;
}

/** Who acts: a person of the community, or the product itself (`personId` null: a schedule, a job, the command line). */
export type Author = Pick<Actor, 'communityId'> & { readonly personId: string | null; readonly role?: string | null };

/** Lines told so far by a transaction, by community. */
type Told = Map<string, (Omit<AuditContent, 'at'> & { at: string | null })[]>;

const told = new WeakMap<Tx, Told>();

/**
 * Writes a line of the journal, in the transaction of what it tells. Lines are never changed nor removed: each holds the hash of
 * the one before. They are numbered and tied as the last thing of the transaction, so that writers of a community wait for each
 * other only while one of them commits, and never for one another's locks.
 */
export async function audit(tx: Tx, author: Author, record: AuditRecord): Promise<void> {
  let lines = told.get(tx);
  if (!lines) {
    lines = new Map();
    told.set(tx, lines);
    beforeCommit(tx, () => writeTold(tx));
  }
  const { communityId, personId, role = null } = author;
  const { act, subjectType, subjectId, label = null, before, after, at, vouched = null } = record;
  const line = { communityId, at: at?.toISOString() ?? null, personId, role, act, subjectType, subjectId, subjectLabel: label, before: json(before), after: json(after), vouched };
  const known = lines.get(communityId);
  if (known) known.push(line);
  else lines.set(communityId, [line]);
}

/** What the database will give back: JSON, as it is now. */
const json = (state: object | null | undefined): unknown => (state ? JSON.parse(JSON.stringify(state)) : null);

async function writeTold(tx: Tx): Promise<void> {
  const lines = told.get(tx) ?? new Map<never, never>();
  told.delete(tx);
  // Always in the same order: two transactions that tell of the same communities do not wait for each other in turn.
  for (const [communityId, contents] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { last, now, marked } = await holdHead(tx, communityId);
    // The last line of a transaction answers for the rows it leaves.
    const sealed = marked ? await keepSealed(tx, communityId, (last?.sequence ?? 0) + contents.length) : null;
    const told = contents.map((content, index) => ({ ...content, at: content.at ?? now.toISOString(), ...(sealed && index === contents.length - 1 ? { sealed } : {}) }));
    await insertLines(tx, communityId, chainLines(last, told));
  }
}
