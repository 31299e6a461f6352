import { requireRight, type Actor } from '@maillage/domain/identity';
import { moveReport, type ReportStatus } from '@maillage/domain/reports';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, Ids, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { reportLabel, startReport } from './preparation';
import { changeReport, loadReport, thawReport, type StoredReport } from './report.store';

/** A report as seen on screen. */
export interface SeenReport {
  id: string;
  revision: number;
}

/** Asks for a report to be prepared: a first one, a corrected version of a sent one, or the same one again from fresh values. */
@Injectable()
export class PrepareReport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /** The id of the report comes back at once; its documents are made by the workers. */
  async execute(actor: Actor, input: { periodKey: string; correction?: boolean }): Promise<string> {
    requireRight(actor, 'reports.prepare');
    return this.db.run(actor.communityId, async (tx) => {
      const today = this.clock.today(await timeZoneOf(tx, actor.communityId));
      const wanted = { kind: 'quarter-indicators' as const, periodKey: input.periodKey, correction: input.correction ?? false, today };
      return startReport(tx, { clock: this.clock, ids: this.ids, jobs: this.jobs }, actor, wanted);
    });
  }

  /** Makes a report that is not approved again from the values of now, under the same number. */
  async again(actor: Actor, seen: SeenReport): Promise<void> {
    requireRight(actor, 'reports.prepare');
    await this.db.run(actor.communityId, async (tx) => {
      const report = await loadReport(tx, seen.id, true);
      await requireRevision(tx, report, seen.revision, report, await timeZoneOf(tx, actor.communityId));
      const by = { personId: actor.personId, at: this.clock.now() };
      const status = moveReport({ status: await this.settled(tx, report), approved: false }, 'prepare-again');
      const anew = { status, failure: null, approvedAt: null, approvedBy: null, sentBy: null };
      await changeReport(tx, report.id, { ...anew, preparedAt: by.at, preparedBy: by.personId }, by);
      await thawReport(tx, report.id);
      await this.jobs.enqueue(tx, 'reports.prepare', { reportId: report.id }, { subject: report.id });
      await audit(tx, actor, { act: 'report.prepared-again', subjectType: 'report', subjectId: report.id, label: reportLabel(report) });
    });
  }

  /** A report whose preparation will never end (its worker died too often) has failed. */
  private async settled(tx: Tx, report: StoredReport): Promise<ReportStatus> {
    if (report.status !== 'preparing') return report.status;
    const [last] = await this.jobs.runsOf(tx, report.id, 1);
    const over = !last || (last.state !== 'waiting' && last.state !== 'running');
    return over ? moveReport({ status: 'preparing', approved: false }, 'preparation-failed') : 'preparing';
  }
}
