import { found } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import type { Writing } from './indicator.store';

/** A proof of a value, with its file. */
export interface StoredEvidence {
  id: string;
  measureId: string;
  fileId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  hash: string;
  addedAt: Date;
  addedBy: string | null;
}

const select = `select e.id, e.measure_id as "measureId", e.file_id as "fileId", f.name, f.media_type as "mediaType", f.size::float8 as size,
  f.hash, e.added_at as "addedAt", m.name as "addedBy"
  from evidence e join file f on f.id = e.file_id left join membership m on m.person_id = e.added_by`;

/** The proofs of these values, oldest first. */
export async function loadEvidence(tx: Tx, measureIds: readonly string[]): Promise<StoredEvidence[]> {
  if (measureIds.length === 0) return [];
  return tx.query(`${select} where e.measure_id = any($1) order by e.id`, [measureIds]);
}

/** One proof, or `not-found`. */
export async function loadOneEvidence(tx: Tx, id: string): Promise<StoredEvidence> {
  const rows: StoredEvidence[] = await tx.query(`${select} where e.id = $1`, [id]);
  return found(rows[0]);
}

/** Ties a file to a value. */
export async function insertEvidence(tx: Tx, evidence: { id: string; measureId: string; fileId: string }, by: Writing): Promise<void> {
  await tx.query('insert into evidence (id, measure_id, file_id, added_at, added_by) values ($1, $2, $3, $4, $5)', [
    evidence.id,
    evidence.measureId,
    evidence.fileId,
    by.at,
    by.personId,
  ]);
}

/** Unties a file from a value; the file itself stays, the history still names it. */
export async function deleteEvidence(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from evidence where id = $1', [id]);
}
