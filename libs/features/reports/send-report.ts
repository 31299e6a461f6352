import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, found, listInFrench } from '@maillage/domain/kernel';
import { checkResend, moveReport, sendingResult } from '@maillage/domain/reports';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, Config, Ids, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { askAgain, finishedRuns, insertAttempt, insertDelivery, loadDeliveries, loadRecipients, lockDelivery, settleDelivery, type StoredDelivery, type StoredRecipient } from './delivery.store';
import { reportLabel } from './preparation';
import type { SeenReport } from './prepare-report';
import { concludeSending } from './sending';
import { publish } from './publish';
import { changeReport, loadReport, type StoredReport } from './report.store';

/** A person asks for an approved report to be sent, sends again what did not arrive, or says that it did arrive. */
@Injectable()
export class SendReport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  /**
   * Hands the report to the workers, for every recipient that does not have it. « Peut-être envoyé » is sent again only where the
   * person says that a double is accepted (`acceptDouble`: ids of deliveries). The same click twice sends once.
   */
  async execute(actor: Actor, seen: SeenReport, acceptDouble: readonly string[] = []): Promise<void> {
    requireRight(actor, 'reports.send');
    await this.db.run(actor.communityId, async (tx) => {
      const report = await loadReport(tx, seen.id, true);
      const deliveries = await loadDeliveries(tx, report.id);
      if (report.status === 'sending') return this.resume(tx, report, deliveries);
      const status = moveReport({ status: report.status, approved: report.approvedAt !== null }, 'send');
      await requireRevision(tx, report, seen.revision, report, await timeZoneOf(tx, actor.communityId));
      const to = await this.hand(tx, actor, report, deliveries, acceptDouble);
      if (to.length === 0) throw new DomainError('report-no-recipient');
      const by = { personId: actor.personId, at: this.clock.now() };
      await changeReport(tx, report.id, { status, failure: null, sentBy: actor.personId }, by);
      await this.jobs.enqueue(tx, 'reports.send', { reportId: report.id }, { subject: report.id });
      const act = deliveries.length === 0 ? 'report.sent' : 'report.retried';
      await audit(tx, actor, { act, subjectType: 'report', subjectId: report.id, label: reportLabel(report), after: { recipients: listInFrench(to) } });
    });
  }

  /** A person learnt from the recipient that « peut-être envoyé » did arrive: it counts as delivered, and the ledger says who said so. */
  async confirmReceived(actor: Actor, reportId: string, deliveryId: string): Promise<void> {
    requireRight(actor, 'reports.send');
    await this.db.run(actor.communityId, async (tx) => {
      const report = await loadReport(tx, reportId, true);
      const delivery = await lockDelivery(tx, deliveryId);
      found(delivery.reportId === report.id ? delivery : null);
      if (delivery.status !== 'uncertain') throw new DomainError('delivery-not-confirmable');
      const at = this.clock.now();
      const { round, email, messageId } = delivery;
      await insertAttempt(tx, {
        id: this.ids.next(), deliveryId, round, startedAt: at, at, outcome: 'delivered', email, messageId, answer: null,
        explanation: 'Réception confirmée par le destinataire.', personId: actor.personId,
      });
      await settleDelivery(tx, deliveryId, { status: 'delivered', retry: null, deliveredAt: at });
      await publish(tx, this.ids, at, report, delivery);
      await audit(tx, actor, { act: 'report.received', subjectType: 'report', subjectId: report.id, label: reportLabel(report), after: { recipients: delivery.name } });
      await concludeSending(tx, this.clock, report.id);
    });
  }

  /** Deliveries put in line, and the names of who will receive. */
  private async hand(tx: Tx, actor: Actor, report: StoredReport, deliveries: readonly StoredDelivery[], acceptDouble: readonly string[]): Promise<string[]> {
    for (const id of acceptDouble) {
      // Refused when it was delivered meanwhile: the person saw another state.
      checkResend(found(deliveries.find((one) => one.id === id)).status, true);
    }
    const names: string[] = [];
    for (const recipient of await loadRecipients(tx)) {
      const known = deliveries.find(({ recipientId }) => recipientId === recipient.id);
      if (known && (known.status === 'delivered' || (known.status === 'uncertain' && !acceptDouble.includes(known.id)))) continue;
      if (known) await askAgain(tx, known.id, recipient, actor.personId);
      else await this.first(tx, actor, report, recipient);
      names.push(recipient.name);
    }
    return names;
  }

  private async first(tx: Tx, actor: Actor, report: StoredReport, recipient: StoredRecipient): Promise<void> {
    const id = this.ids.next();
    const { kind, name, organisationKey, email } = recipient;
    const messageId = `<rapport.${id}@${new URL(this.config.PUBLIC_URL).hostname}>`;
    const by = { personId: actor.personId, at: this.clock.now() };
    await insertDelivery(tx, { id, reportId: report.id, recipientId: recipient.id, kind, name, organisationKey, email, messageId }, by);
  }

  /** Already being sent: nothing more, unless the runs that should do it are over (a worker died too often). */
  private async resume(tx: Tx, report: StoredReport, deliveries: readonly StoredDelivery[]): Promise<void> {
    if (sendingResult(deliveries.map(({ status }) => status)) !== undefined) return;
    const runs = (await this.jobs.runsOf(tx, report.id)).map(({ id }) => id);
    const over = await finishedRuns(tx, runs);
    if (over.size === runs.length) await this.jobs.enqueue(tx, 'reports.send', { reportId: report.id }, { subject: report.id });
  }
}
