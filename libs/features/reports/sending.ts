import { moveReport, sendingResult } from '@maillage/domain/reports';
import type { Clock, Tx } from '@maillage/platform';
import { loadDeliveries } from './delivery.store';
import { changeReport, loadReport } from './report.store';

/** What the report becomes once its deliveries are looked at together; nothing while one is still going on. */
export async function concludeSending(tx: Tx, clock: Clock, reportId: string, failure: string | null = null): Promise<void> {
  const report = await loadReport(tx, reportId, true);
  // A refusal to a recipient removed since is nobody's business any more.
  const deliveries = (await loadDeliveries(tx, reportId)).filter(({ removed, status }) => !removed || status === 'delivered' || status === 'uncertain');
  const result = sendingResult(deliveries.map(({ status }) => status));
  if (!result) return;
  const at = clock.now();
  const approved = report.approvedAt !== null;
  // Someone confirmed that the last doubtful one arrived: partly sent becomes sent, through the same door.
  const sending = report.status === 'partly-sent' ? moveReport({ status: report.status, approved }, 'send') : report.status;
  if (sending !== 'sending') return;
  const status = moveReport({ status: sending, approved }, result);
  if (status === report.status) return;
  await changeReport(tx, reportId, { status, failure, ...(status === 'sent' ? { sentAt: at } : {}) }, { personId: null, at });
}
