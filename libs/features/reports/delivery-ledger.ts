import { french } from '@maillage/domain/kernel';
import { afterAttempt, type AttemptOutcome } from '@maillage/domain/reports';
import { Clock, Ids, Jobs, Log, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { insertAttempt, loadDeliveries, loadOutcomes, lockDelivery, settleDelivery, type StoredDelivery } from './delivery.store';
import { publish } from './publish';
import { loadReport } from './report.store';
import { concludeSending } from './sending';

/** The run that works, and for whom. */
export interface Pass {
  communityId: string;
  reportId: string;
  runId: string;
}

/** How a try ended, in the words of the ledger. */
export interface Attempt {
  outcome: AttemptOutcome;
  /** The server's answer, word for word. */
  answer: string | null;
  explanation: string | null;
}

/** Writes how each try ended: the ledger, the delivery, what readers see, the next try. */
@Injectable()
export class DeliveryLedger {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  /** One try, in its own transaction. Written again with the same id when nobody knows whether it was written: it is once. */
  async write(pass: Pass, delivery: StoredDelivery, attempt: Attempt, attemptId: string): Promise<void> {
    await this.db.run(pass.communityId, async (tx) => {
      await loadReport(tx, pass.reportId, true);
      await this.settle(tx, pass, delivery, attempt, attemptId);
      await concludeSending(tx, this.clock, pass.reportId);
    });
    this.log.info('report delivery', { deliveryId: delivery.id, outcome: attempt.outcome });
  }

  /** Nothing leaves, to anyone: the documents are not those that were approved. */
  async refuseAll(pass: Pass, faults: readonly string[]): Promise<void> {
    const why = french(`Rien n'a été envoyé. ${faults.join(' ')} Prévenez votre hébergeur, ou préparez le rapport à nouveau.`);
    await this.db.run(pass.communityId, async (tx) => {
      await loadReport(tx, pass.reportId, true);
      for (const delivery of await loadDeliveries(tx, pass.reportId)) {
        const open = delivery.status === 'pending' || delivery.status === 'retrying';
        if (open && delivery.claimRun === null) await this.settle(tx, pass, delivery, { outcome: 'permanent', answer: null, explanation: why });
      }
      await concludeSending(tx, this.clock, pass.reportId, why);
    });
    this.log.error('report not sent: its documents do not match their seal', undefined, { reportId: pass.reportId, faults: faults.length });
  }

  /** How a try ended, inside a transaction that holds the report. */
  async settle(tx: Tx, pass: Pass, delivery: StoredDelivery, attempt: Attempt, attemptId = this.ids.next()): Promise<void> {
    const now = await lockDelivery(tx, delivery.id);
    const at = this.clock.now();
    const { round, email, messageId } = delivery;
    const written = await insertAttempt(tx, {
      id: attemptId, deliveryId: delivery.id, round, startedAt: delivery.claimedAt ?? at, at, email, messageId, ...attempt, personId: delivery.askedBy,
    });
    if (!written) return;
    // Declared interrupted meanwhile, because this run was believed dead: only a sure answer changes that.
    if (now.claimRun !== delivery.claimRun && attempt.outcome !== 'delivered') return;
    const next = afterAttempt(await loadOutcomes(tx, delivery.id, round));
    const retry = next.do === 'retry' ? await this.tryAgain(tx, pass.reportId, new Date(at.getTime() + next.afterMs)) : null;
    await settleDelivery(tx, delivery.id, { status: next.status, retry, deliveredAt: next.status === 'delivered' ? at : null });
    if (next.status === 'delivered') await publish(tx, this.ids, at, await loadReport(tx, pass.reportId), delivery);
  }

  private async tryAgain(tx: Tx, reportId: string, at: Date): Promise<{ runId: string; at: Date }> {
    return { at, runId: await this.jobs.enqueue(tx, 'reports.send', { reportId }, { subject: reportId, runAt: at }) };
  }
}
