import type { ReportStatus } from '@maillage/domain/reports';
import type { Tx } from '@maillage/platform';

/** A report made with a proof. */
export interface ReportWithProofRow {
  id: string;
  number: string;
  version: number;
  status: ReportStatus;
  sentAt: Date | null;
  /** It was sent, or is being sent: somebody outside may hold it. */
  left: boolean;
}

/** Reports whose frozen lines carry a proof, the latest first; of one value when named; cancelled ones left out. */
export async function reportsWithProof(tx: Tx, hash: string, measureId: string | null): Promise<ReportWithProofRow[]> {
  return tx.query(
    `select r.id, r.number, r.version, r.status, r.sent_at as "sentAt", (r.sent_at is not null or r.status in ('sending', 'partly-sent', 'sent')) as left
       from report r
      where r.status <> 'cancelled' and r.snapshot is not null
        and exists (select from jsonb_array_elements(r.snapshot->'indicators') line
                     where line->'proofs' @> jsonb_build_array(jsonb_build_object('sha256', $1::text)) and ($2::text is null or line->'measureIds' ? $2))
      order by r.period_end desc, r.number desc, r.version desc`,
    [hash, measureId],
  );
}

/** A report that was sent. */
export interface SentReportRow {
  id: string;
  number: string;
  version: number;
  periodKey: string;
  sentAt: Date;
}

const sent = `select id, number, version, period_key as "periodKey", sent_at as "sentAt" from report where status = 'sent' and sent_at is not null`;

/** Reports sent to everyone, the latest first; a community has a few dozen. */
export async function searchSentReports(tx: Tx): Promise<SentReportRow[]> {
  return tx.query(`${sent} order by sent_at desc limit 500`);
}

/** A sent report, or undefined. */
export async function findSentReport(tx: Tx, id: string): Promise<SentReportRow | undefined> {
  const rows: SentReportRow[] = await tx.query(`${sent} and id = $1`, [id]);
  return rows[0];
}
