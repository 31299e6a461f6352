import { setTimeout as wait } from 'node:timers/promises';
import { french } from '@maillage/domain/kernel';
import { Clock, Files, Ids, Mail, MailError, TenantDb, type JobContext, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { DeliveryLedger, type Attempt, type Pass } from './delivery-ledger';
import { reportMail, type ReportToMail } from './delivery-mail';
import { claimDelivery, finishedRuns, loadDeliveries, lockDelivery, type StoredDelivery } from './delivery.store';
import { differencesBefore } from './publish';
import { loadReport } from './report.store';
import { checkedDocuments, loadSealed, type SealedReport } from './sealed-documents';
import { concludeSending } from './sending';

/** What a pass has to do. */
interface Ready extends Pick<ReportToMail, 'differences' | 'contact'> {
  sealed: SealedReport;
  due: StoredDelivery[];
}

const interrupted: Attempt = { outcome: 'uncertain', answer: null, explanation: 'Le service d’envoi s’est arrêté pendant l’envoi\u00a0: le message est peut-être parti.' };

/**
 * Sends a report: one message per recipient, each taken in hand before (tx 1) and written in the ledger after (tx 2). Fails closed:
 * when a document is missing or is not the one that was approved, nothing leaves, to anyone. What may have left is never sent again
 * by the machine.
 */
@Injectable()
export class DeliverReport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly mail: Mail,
    private readonly files: Files,
    private readonly ids: Ids,
    private readonly ledger: DeliveryLedger,
  ) {}

  async execute(pass: Pass, progress: JobContext['progress'], signal: AbortSignal): Promise<void> {
    await progress(5, 'Vérification des documents');
    const ready = await this.db.run(pass.communityId, (tx) => this.look(tx, pass));
    if (!ready) return;
    const { due, differences, contact } = ready;
    const { snapshot, seal } = ready.sealed;
    const checked = await checkedDocuments(this.files, ready.sealed);
    if ('faults' in checked || !snapshot || !seal) return this.ledger.refuseAll(pass, 'faults' in checked ? checked.faults : []);
    const content: ReportToMail = { snapshot, documents: checked.documents, differences, contact, sealHash: seal.hash };
    for (const [index, delivery] of due.entries()) {
      signal.throwIfAborted();
      await progress(10 + (85 * index) / due.length, french(`Envoi à ${delivery.name} (${index + 1} sur ${due.length})`));
      const claimed = await this.db.run(pass.communityId, (tx) => this.claim(tx, pass, delivery.id));
      if (!claimed) continue;
      const attempt = await this.send(content, claimed);
      const attemptId = this.ids.next();
      await persist(() => this.ledger.write(pass, claimed, attempt, attemptId));
    }
    await this.db.run(pass.communityId, (tx) => concludeSending(tx, this.clock, pass.reportId));
  }

  /** What there is to do; undefined when the report is not being sent. Claims left by dead runs become « peut-être envoyé ». */
  private async look(tx: Tx, pass: Pass): Promise<Ready | undefined> {
    const report = await loadReport(tx, pass.reportId, true);
    if (report.status !== 'sending') return undefined;
    const before = await loadDeliveries(tx, report.id);
    const over = await finishedRuns(tx, before.flatMap(({ claimRun, retryRun }) => [claimRun, retryRun].filter((id) => id !== null)));
    const mine = (runId: string | null): boolean => runId !== null && (runId === pass.runId || over.has(runId));
    for (const delivery of before) if (mine(delivery.claimRun)) await this.ledger.settle(tx, pass, delivery, interrupted);
    const after = await loadDeliveries(tx, report.id);
    const due = after.filter(({ status, claimRun, retryRun }) => claimRun === null && (status === 'pending' || (status === 'retrying' && mine(retryRun))));
    if (due.length === 0) {
      await concludeSending(tx, this.clock, report.id);
      return undefined;
    }
    const contacts: { name: string; email: string }[] = await tx.query('select name, email from membership where person_id = $1', [report.sentBy]);
    return { sealed: await loadSealed(tx, report), due, differences: await differencesBefore(tx, report), contact: contacts[0] ?? null };
  }

  /** Takes a delivery in hand, if it is still to be made; then only this run sends it. */
  private async claim(tx: Tx, pass: Pass, deliveryId: string): Promise<StoredDelivery | undefined> {
    const report = await loadReport(tx, pass.reportId, true);
    const delivery = await lockDelivery(tx, deliveryId);
    const open = delivery.status === 'pending' || delivery.status === 'retrying';
    if (report.status !== 'sending' || !open || delivery.claimRun !== null) return undefined;
    if (delivery.removed) {
      await this.ledger.settle(tx, pass, delivery, { outcome: 'permanent', answer: null, explanation: 'Destinataire retiré\u00a0: rien ne lui a été envoyé.' });
      return undefined;
    }
    const claimedAt = this.clock.now();
    await claimDelivery(tx, deliveryId, pass.runId, claimedAt);
    return { ...delivery, claimRun: pass.runId, claimedAt };
  }

  private async send(content: ReportToMail, delivery: StoredDelivery): Promise<Attempt> {
    try {
      const { response } = await this.mail.send(reportMail(content, delivery));
      return { outcome: 'delivered', answer: response, explanation: null };
    } catch (error) {
      if (error instanceof MailError) return { outcome: error.outcome, answer: error.response, explanation: error.message };
      return { outcome: 'uncertain', answer: null, explanation: `L’envoi s’est interrompu sans que l’on sache où\u00a0: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
}

/** The message is gone, it must be written: a database away for a moment is waited for. */
async function persist(write: () => Promise<void>): Promise<void> {
  for (const pause of [500, 2_000, 8_000]) {
    try {
      return await write();
    } catch {
      await wait(pause);
    }
  }
  await write();
}
