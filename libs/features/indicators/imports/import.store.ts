import type { ColumnUse, PresentValue } from '@maillage/domain/indicators';
import { found } from '@maillage/domain/kernel';
import type { Role } from '@maillage/domain/identity';
import type { StoredBytes, Tx } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';
import type { ValueImportRow } from './import.row';

/** An import as it is stored. */
export type StoredImport = Omit<ValueImportRow, 'communityId'> & {
  /** Hash the file is kept under; null once it was thrown away. */
  keptHash: string | null;
};

const columns = `id, file_id as "fileId", file_name as "fileName", file_hash as "fileHash", file_size as "fileSize", status, columns, uses, signature,
  counts, issues, digest, indicator_ids as "indicatorIds", comment, failure, created_at as "createdAt", created_by as "createdBy", confirmed_at as "confirmedAt",
  confirmed_by as "confirmedBy", finished_at as "finishedAt", updated_at as "updatedAt", updated_by as "updatedBy", revision,
  (select f.hash from file f where f.id = value_import.file_id) as "keptHash"`;

/** One import, or `not-found`; `lock` holds it until the transaction ends. */
export async function loadImport(tx: Tx, id: string, lock = false): Promise<StoredImport> {
  const rows: StoredImport[] = await tx.query(`select ${columns} from value_import where id = $1 ${lock ? 'for update' : ''}`, [id]);
  return found(rows[0]);
}

/** The last imports, newest first; of one person when named. */
export async function loadImports(tx: Tx, personId: string | null, limit: number): Promise<StoredImport[]> {
  return tx.query(`select ${columns} from value_import where $1::uuid is null or created_by = $1 order by id desc limit $2`, [personId, limit]);
}

/** A file that arrived. */
export async function insertImport(tx: Tx, id: string, file: StoredBytes & { id: string; name: string }, by: Writing): Promise<void> {
  await tx.query(
    `insert into value_import (id, file_id, file_name, file_hash, file_size, status, created_at, created_by, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, 'analysing', $6, $7, $6, $7)`,
    [id, file.id, file.name, file.hash, file.size, by.at, by.personId],
  );
}

const names: Readonly<Record<string, string>> = {
  fileId: 'file_id', status: 'status', columns: 'columns', uses: 'uses', signature: 'signature', counts: 'counts', issues: 'issues', digest: 'digest', indicatorIds: 'indicator_ids',
  comment: 'comment', failure: 'failure', confirmedAt: 'confirmed_at', confirmedBy: 'confirmed_by', finishedAt: 'finished_at',
};
const inJson = new Set(['columns', 'counts', 'issues']);

/** What can change of an import. */
export type ImportChange = Partial<Pick<StoredImport, 'fileId' | 'status' | 'columns' | 'uses' | 'signature' | 'counts' | 'issues' | 'digest' | 'indicatorIds' | 'comment' | 'failure' | 'confirmedAt' | 'confirmedBy' | 'finishedAt'>>;

/** The next revision of an import. */
export async function changeImport(tx: Tx, id: string, change: ImportChange, by: Writing): Promise<void> {
  const entries = Object.entries(change);
  const sets = entries.map(([key], index) => `${names[key]} = $${index + 4}`);
  const values = entries.map(([key, value]) => (inJson.has(key) && value !== null ? JSON.stringify(value) : value));
  await tx.query(`update value_import set ${[...sets, 'updated_at = $2', 'updated_by = $3', 'revision = revision + 1'].join(', ')} where id = $1`, [id, by.at, by.personId, ...values]);
}

/** What columns were in tables with these titles. */
export async function loadMapping(tx: Tx, signature: string): Promise<ColumnUse[] | null> {
  const rows: { uses: ColumnUse[] }[] = await tx.query('select uses from import_mapping where signature = $1', [signature]);
  return rows[0]?.uses ?? null;
}

/** Remembers what the columns of such tables are. */
export async function rememberMapping(tx: Tx, signature: string, uses: readonly ColumnUse[], by: Writing): Promise<void> {
  await tx.query(
    `insert into import_mapping (signature, uses, updated_at, updated_by) values ($1, $2, $3, $4)
     on conflict (community_id, signature) do update set uses = excluded.uses, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [signature, uses, by.at, by.personId],
  );
}

/** The place a person has in the community now, or null. */
export async function roleOf(tx: Tx, personId: string): Promise<Role | null> {
  const rows: { role: Role }[] = await tx.query('select role from membership where person_id = $1 and ended_at is null', [personId]);
  return rows[0]?.role ?? null;
}

/** Holds indicators against other writers of their values until the transaction ends; all of them when none is named. */
export async function holdIndicators(tx: Tx, ids: readonly string[] | null): Promise<void> {
  await tx.query('select id from indicator where $1::uuid[] is null or id = any ($1) order by id for update', [ids]);
}

type Cells = [id: string, indicatorId: string, periodKey: string, status: PresentValue['status'], numerator: number | null, denominator: number | null, value: number, comment: string | null, revision: number, origin: PresentValue['origin']];

/** Every value of the community, by indicator and period: what the lines of a file are compared with. */
export async function loadPresentValues(tx: Tx): Promise<Map<string, PresentValue>> {
  const [row]: { values: string }[] = await tx.query(
    `select coalesce(json_agg(json_build_array(id, indicator_id, period_key, status, numerator, denominator, value, comment, revision, coalesce(origin, 'typed'))), '[]')::text as values from measure`,
  );
  const present = new Map<string, PresentValue>();
  for (const [id, indicatorId, periodKey, status, numerator, denominator, value, comment, revision, origin] of JSON.parse(row?.values ?? '[]') as Cells[]) {
    present.set(`${indicatorId} ${periodKey}`, { id, status, numerator, denominator, value, comment, revision, origin });
  }
  return present;
}

/** The record of a file, taken away. */
export async function forgetFile(tx: Tx, fileId: string): Promise<void> {
  await tx.query('delete from file where id = $1', [fileId]);
}
