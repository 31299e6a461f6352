import { DomainError, formatInstant } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** What a row edited by people says of its last change. */
export interface Revised {
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

/**
 * Refuses an edit made on a revision that is no longer the current one. The refusal carries the current state, who made it and
 * when, so that the screen shows both versions.
 */
export async function requireRevision(tx: Tx, row: Revised, seen: number, current: object, timeZone: string): Promise<void> {
  if (row.revision === seen) return;
  const people: { name: string }[] =
    row.updatedBy === null ? [] : await tx.query('select name from membership where person_id = $1', [row.updatedBy]);
  throw new DomainError('edited-meanwhile', {
    who: people[0]?.name,
    when: `le ${formatInstant(row.updatedAt, timeZone)}`,
    revision: row.revision,
    current,
  });
}
