import { found } from '@maillage/domain/kernel';
import type { ReportKind, ReportSnapshot, ReportStatus } from '@maillage/domain/reports';
import type { Tx } from '@maillage/platform';
import type { DocumentFormat } from './rendered';

/** A report as it is stored, without its snapshot. */
export interface StoredReport {
  id: string;
  kind: ReportKind;
  periodKey: string;
  number: string;
  version: number;
  status: ReportStatus;
  statusSince: Date;
  failure: string | null;
  snapshotHash: string | null;
  frozenAt: Date | null;
  sealSequence: number | null;
  preparedAt: Date;
  preparedBy: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  sentAt: Date | null;
  sentBy: string | null;
  updatedAt: Date;
  updatedBy: string | null;
  revision: number;
}

const columns = `id, kind, period_key as "periodKey", number, version, status, status_since as "statusSince", failure,
  snapshot_hash as "snapshotHash", frozen_at as "frozenAt", seal_sequence as "sealSequence", prepared_at as "preparedAt",
  prepared_by as "preparedBy", approved_at as "approvedAt", approved_by as "approvedBy", sent_at as "sentAt", sent_by as "sentBy",
  updated_at as "updatedAt", updated_by as "updatedBy", revision`;

/** One at a time per community, until the end of the transaction: what numbers reports and lengthens the chain. */
export async function lockReports(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended(current_setting('app.community_id') || ' reports', 0))`);
}

/** Every report of the community at work, the latest period first. */
export async function loadReports(tx: Tx): Promise<StoredReport[]> {
  return tx.query(`select ${columns} from report order by period_end desc, number desc, version desc`);
}

/** One report, or `not-found`; `lock` holds it until the transaction ends. */
export async function loadReport(tx: Tx, id: string, lock = false): Promise<StoredReport> {
  const rows: StoredReport[] = await tx.query(`select ${columns} from report where id = $1 ${lock ? 'for update' : ''}`, [id]);
  return found(rows[0]);
}

/** What a report froze; null while it has not. */
export async function loadSnapshot(tx: Tx, id: string): Promise<ReportSnapshot | null> {
  const rows: { snapshot: ReportSnapshot | null }[] = await tx.query('select snapshot from report where id = $1', [id]);
  return found(rows[0]).snapshot;
}

/** A new report, in preparation. */
export async function insertReport(
  tx: Tx,
  report: Pick<StoredReport, 'id' | 'kind' | 'periodKey' | 'number' | 'version'> & { start: string; end: string },
  by: { personId: string | null; at: Date },
): Promise<void> {
  await tx.query(
    `insert into report (id, kind, period_key, period_start, period_end, number, version, status, status_since, prepared_at, prepared_by, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, 'preparing', $8, $8, $9, $8, $9)`,
    [report.id, report.kind, report.periodKey, report.start, report.end, report.number, report.version, by.at, by.personId],
  );
}

/** The columns a change of a report can write. */
export type ReportChange = Partial<
  Pick<StoredReport, 'status' | 'failure' | 'preparedAt' | 'preparedBy' | 'approvedAt' | 'approvedBy' | 'sentAt' | 'sentBy' | 'sealSequence'>
>;

const columnOf: Readonly<Record<keyof ReportChange, string>> = {
  status: 'status',
  failure: 'failure',
  preparedAt: 'prepared_at',
  preparedBy: 'prepared_by',
  approvedAt: 'approved_at',
  approvedBy: 'approved_by',
  sentAt: 'sent_at',
  sentBy: 'sent_by',
  sealSequence: 'seal_sequence',
};

/** Writes a change and goes to the next revision; a new status says since when. */
export async function changeReport(tx: Tx, id: string, change: ReportChange, by: { personId: string | null; at: Date }): Promise<void> {
  const fields = Object.keys(change) as (keyof ReportChange)[];
  const sets = fields.map((field, index) => `${columnOf[field]} = $${index + 4}`);
  await tx.query(
    `update report set ${[...sets, ...('status' in change ? ['status_since = $2'] : [])].join(', ')}${sets.length > 0 ? ', ' : ''}
       updated_at = $2, updated_by = $3, revision = revision + 1 where id = $1`,
    [id, by.at, by.personId, ...fields.map((field) => change[field])],
  );
}

/** Keeps what a report froze, and the values each of its lines was made from. */
export async function freezeReport(tx: Tx, id: string, frozen: { snapshot: ReportSnapshot; hash: string; at: Date }): Promise<void> {
  const lines = frozen.snapshot.indicators.map(({ id: indicator, periodKey, measureIds, value }) => ({ indicator, periodKey, measureIds, text: value.text }));
  await tx.query('update report set snapshot = $2, snapshot_hash = $3, frozen_at = $4 where id = $1', [id, JSON.stringify(frozen.snapshot), frozen.hash, frozen.at]);
  await tx.query('delete from report_line where report_id = $1', [id]);
  await tx.query(
    `insert into report_line (report_id, indicator_id, period_key, measure_ids, value_text)
     select $1, indicator, "periodKey", "measureIds", text
       from jsonb_to_recordset($2) as line (indicator uuid, "periodKey" text, "measureIds" uuid[], text text)`,
    [id, JSON.stringify(lines)],
  );
}

/** Forgets what a report froze, to freeze it again. */
export async function thawReport(tx: Tx, id: string): Promise<void> {
  await tx.query('update report set snapshot = null, snapshot_hash = null, frozen_at = null, seal_sequence = null where id = $1', [id]);
  await tx.query('delete from report_line where report_id = $1', [id]);
  await tx.query('delete from report_document where report_id = $1', [id]);
}

/** A document of a report. */
export interface StoredDocument {
  format: DocumentFormat;
  fileId: string;
  hash: string;
  size: number;
  name: string;
}

/** The documents of a report: PDF, then spreadsheet, then data. */
export async function loadDocuments(tx: Tx, reportId: string): Promise<StoredDocument[]> {
  return tx.query(
    `select format, file_id as "fileId", hash, size, name from report_document where report_id = $1
      order by array_position(array['pdf', 'xlsx', 'json'], format)`,
    [reportId],
  );
}

/** The documents of a report, all at once. */
export async function replaceDocuments(tx: Tx, reportId: string, documents: readonly StoredDocument[]): Promise<void> {
  await tx.query('delete from report_document where report_id = $1', [reportId]);
  for (const { format, fileId, hash, size, name } of documents) {
    await tx.query('insert into report_document (report_id, format, file_id, hash, size, name) values ($1, $2, $3, $4, $5, $6)', [
      reportId,
      format,
      fileId,
      hash,
      size,
      name,
    ]);
  }
}

/** A report that carried a value. */
export interface CarryingReport {
  reportId: string;
  number: string;
  version: number;
  status: ReportStatus;
  /** The value as it was written there. */
  valueText: string;
  sentAt: Date | null;
}

/** Every report that carried the value of an indicator in a period, the latest first; cancelled ones left out. */
export async function reportsCarrying(tx: Tx, indicatorId: string, periodKey: string): Promise<CarryingReport[]> {
  return tx.query(
    `select r.id as "reportId", r.number, r.version, r.status, l.value_text as "valueText", r.sent_at as "sentAt"
       from report_line l join report r on r.id = l.report_id
      where l.indicator_id = $1 and r.status <> 'cancelled'
        and (l.period_key = $2 or exists (select from measure m where m.indicator_id = $1 and m.period_key = $2 and m.id = any (l.measure_ids)))
      order by r.period_end desc, r.number desc, r.version desc`,
    [indicatorId, periodKey],
  );
}

/** Whether a report still asks something of somebody. */
export const isOpen = ({ status }: Pick<StoredReport, 'status'>): boolean => status !== 'sent' && status !== 'cancelled';
