import type { Tx } from '@maillage/platform';
import type { Seal } from './seal';

const columns = `sequence, report_id as "reportId", number, version, snapshot_hash as "snapshotHash", documents, previous_hash as "previousHash",
  hash, sealed_at as "sealedAt"`;

/** The last link of the chain of the community at work, or null. */
export async function lastSeal(tx: Tx): Promise<Seal | null> {
  const rows: Seal[] = await tx.query(`select ${columns} from report_seal order by sequence desc limit 1`);
  return rows[0] ?? null;
}

/** One link, or null. */
export async function loadSeal(tx: Tx, sequence: number): Promise<Seal | null> {
  const rows: Seal[] = await tx.query(`select ${columns} from report_seal where sequence = $1`, [sequence]);
  return rows[0] ?? null;
}

/** The whole chain, from its first link. */
export async function loadSeals(tx: Tx): Promise<Seal[]> {
  return tx.query(`select ${columns} from report_seal order by sequence`);
}

/** Adds a link. */
export async function insertSeal(tx: Tx, seal: Seal): Promise<void> {
  await tx.query(
    `insert into report_seal (sequence, report_id, number, version, snapshot_hash, documents, previous_hash, hash, sealed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      seal.sequence,
      seal.reportId,
      seal.number,
      seal.version,
      seal.snapshotHash,
      JSON.stringify(seal.documents),
      seal.previousHash,
      seal.hash,
      seal.sealedAt,
    ],
  );
}
