import { requireRight, type Actor } from '@maillage/domain/identity';
import type { AuditAct } from '@maillage/domain/kernel';
import { checkApproval, moveReport, type ReportAct } from '@maillage/domain/reports';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { reportLabel } from './preparation';
import type { SeenReport } from './prepare-report';
import { changeReport, loadReport, type ReportChange, type StoredReport } from './report.store';

/** What people decide of a report: approved, approval taken back, cancelled. */
@Injectable()
export class DecideReport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Approves the documents as they were seen. The same person's second click changes nothing. */
  async approve(actor: Actor, seen: SeenReport): Promise<void> {
    requireRight(actor, 'reports.approve');
    checkApproval(actor);
    await this.decide(actor, seen, {
      act: 'approve',
      audited: 'report.approved',
      done: (report) => report.status === 'approved' && report.approvedBy === actor.personId,
      change: (at) => ({ approvedAt: at, approvedBy: actor.personId }),
    });
  }

  /** Takes an approval back, before anything was sent. */
  async withdrawApproval(actor: Actor, seen: SeenReport): Promise<void> {
    requireRight(actor, 'reports.approve');
    checkApproval(actor);
    await this.decide(actor, seen, {
      act: 'withdraw-approval',
      audited: 'report.approval-withdrawn',
      done: (report) => report.status === 'awaiting-approval',
      change: () => ({ approvedAt: null, approvedBy: null }),
    });
  }

  /** Gives a report up; its number is not used again. */
  async cancel(actor: Actor, seen: SeenReport): Promise<void> {
    requireRight(actor, 'reports.prepare');
    await this.decide(actor, seen, {
      act: 'cancel',
      audited: 'report.cancelled',
      done: (report) => report.status === 'cancelled',
      change: () => ({}),
      then: async (tx) => {
        for (const run of await this.jobs.runsOf(tx, seen.id)) await this.jobs.cancel(tx, run.id);
      },
    });
  }

  private async decide(
    actor: Actor,
    seen: SeenReport,
    decision: { act: ReportAct; audited: AuditAct; done: (report: StoredReport) => boolean; change: (at: Date) => ReportChange; then?: (tx: Tx) => Promise<void> },
  ): Promise<void> {
    await this.db.run(actor.communityId, async (tx) => {
      const report = await loadReport(tx, seen.id, true);
      if (decision.done(report)) return;
      const status = moveReport({ status: report.status, approved: report.approvedAt !== null }, decision.act);
      await requireRevision(tx, report, seen.revision, report, await timeZoneOf(tx, actor.communityId));
      const by = { personId: actor.personId, at: this.clock.now() };
      await changeReport(tx, report.id, { status, ...decision.change(by.at) }, by);
      await decision.then?.(tx);
      await audit(tx, actor, { act: decision.audited, subjectType: 'report', subjectId: report.id, label: reportLabel(report) });
    });
  }
}
