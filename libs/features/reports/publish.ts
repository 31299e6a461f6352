import { communityTitle } from '@maillage/domain/community';
import { compareSnapshots, type SnapshotDifference } from '@maillage/domain/reports';
import { audit, loadCommunity } from '@maillage/features/community';
import type { Ids, Tx } from '@maillage/platform';
import type { StoredDelivery } from './delivery.store';
import { reportLabel } from './preparation';
import { insertPublication } from './publication.store';
import { loadReports, loadSnapshot, type StoredReport } from './report.store';
import { loadSealed } from './sealed-documents';

/** Opens a report to the readers of the institution it was delivered to: a copy, which nothing changes afterwards. */
export async function publish(tx: Tx, ids: Ids, at: Date, report: StoredReport, delivery: Pick<StoredDelivery, 'name' | 'organisationKey'>): Promise<void> {
  const { snapshot, documents, seal } = await loadSealed(tx, report);
  if (!snapshot || !seal) throw new Error('A report that was sent is sealed.');
  const { id: communityId } = snapshot.community;
  const community = await loadCommunity(tx, communityId);
  const opened = await insertPublication(tx, {
    id: ids.next(),
    reportId: report.id,
    organisation: delivery.name,
    organisationKey: delivery.organisationKey,
    communityTitle: communityTitle(community),
    number: report.number,
    version: report.version,
    snapshot,
    snapshotHash: seal.snapshotHash,
    sealHash: seal.hash,
    documents: documents.map(({ format, name, hash, size }) => ({ format, name, hash, size })),
    differences: (await differencesBefore(tx, report)) ?? [],
    publishedAt: at,
  });
  if (!opened) return;
  await audit(tx, { communityId, personId: null }, {
    act: 'report.published', subjectType: 'report', subjectId: report.id, label: reportLabel(report), after: { organisation: delivery.name },
  });
}

/** What a corrected version changes to the one before; null for a first version, or before it is frozen. */
export async function differencesBefore(tx: Tx, report: StoredReport): Promise<SnapshotDifference[] | null> {
  if (report.version === 1) return null;
  const earlier = (await loadReports(tx)).filter(({ number, version, status }) => number === report.number && version < report.version && status !== 'cancelled');
  const previous = earlier.sort((a, b) => b.version - a.version)[0];
  const [before, after] = [previous && (await loadSnapshot(tx, previous.id)), await loadSnapshot(tx, report.id)];
  return before && after ? compareSnapshots(before, after) : null;
}
