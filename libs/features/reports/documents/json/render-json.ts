import { canonicalJson } from '@maillage/domain/kernel';
import type { ReportSnapshot } from '@maillage/domain/reports';
import { snapshotHash } from '../report/facts';

/** Version of the envelope; its shape is in maillage-report-1.schema.json. */
export const reportFormat = 'maillage-report/1';

/** The report for machines: the frozen content, in canonical JSON, with the fingerprint that proves it. */
export function renderJson(snapshot: ReportSnapshot): Buffer {
  return Buffer.from(`${canonicalJson({ format: reportFormat, sha256: snapshotHash(snapshot), snapshot })}\n`, 'utf8');
}
