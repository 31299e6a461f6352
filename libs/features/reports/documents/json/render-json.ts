import { type ReportSnapshot, snapshotDigest } from '@maillage/domain/reports';
import { snapshotHash } from '../report/facts';

/** Version of the envelope; its shape is in maillage-report-1.schema.json. */
export const reportFormat = 'maillage-report/1';

/** The report for machines: the frozen content, in canonical JSON, with the fingerprint that proves it. */
export function renderJson(snapshot: ReportSnapshot): Buffer {
  // The canonical writing of the whole: its keys are in their order.
  return Buffer.from(`{"format":${JSON.stringify(reportFormat)},"sha256":"${snapshotHash(snapshot)}","snapshot":${snapshotDigest(snapshot)}}\n`, 'utf8');
}
