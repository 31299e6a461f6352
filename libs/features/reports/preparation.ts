import { formatPeriod, isDomainError, DomainError, parsePeriod, type Period } from '@maillage/domain/kernel';
import { planReport, reportTitle, type ReportKind } from '@maillage/domain/reports';
import { audit, type Author } from '@maillage/features/community';
import { loadIndicators } from '@maillage/features/indicators';
import type { Clock, Ids, Jobs, Tx } from '@maillage/platform';
import { insertReport, loadReports, lockReports, type StoredReport } from './report.store';

/** What the queue is given: the report is read again there, its state decides. */
declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Freezes a report and makes its documents. */
    'reports.prepare': { reportId: string };
    /** Prepares the report of the quarter that has just ended, if it is due and does not exist. */
    'reports.prepare-due': Record<string, never>;
    /** Sends a report to its recipients. */
    'reports.send': { reportId: string };
  }
}

/** The machinery of preparing. */
export interface Workshop {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly jobs: Jobs;
}

/** What the journal calls a report. */
export const reportLabel = (report: Pick<StoredReport, 'number' | 'version'>): string => `Rapport ${reportTitle(report)}`;

/** Plans a report of a period and hands its preparation to the workers; refused with a reason that a person understands. */
export async function startReport(
  tx: Tx,
  { clock, ids, jobs }: Workshop,
  author: Author,
  wanted: { kind: ReportKind; periodKey: string; correction: boolean; today: string },
): Promise<string> {
  await lockReports(tx);
  const period = quarter(wanted.periodKey);
  const plan = await plannedReport(tx, period, wanted);
  const tracked = (await loadIndicators(tx)).some(({ trackedFrom }) => trackedFrom <= period.end);
  if (!tracked) throw new DomainError('report-no-indicator', { period: formatPeriod(period) });
  const id = ids.next();
  await insertReport(tx, { id, kind: wanted.kind, periodKey: period.key, start: period.start, end: period.end, ...plan }, { personId: author.personId, at: clock.now() });
  await jobs.enqueue(tx, 'reports.prepare', { reportId: id }, { subject: id });
  await audit(tx, author, {
    act: wanted.correction ? 'report.corrected' : 'report.prepared',
    subjectType: 'report',
    subjectId: id,
    label: reportLabel(plan),
    after: { ...plan, period: formatPeriod(period) },
  });
  return id;
}

function quarter(periodKey: string): Period {
  const period = parsePeriod(periodKey);
  if (period.kind !== 'quarter') throw new DomainError('invalid-period', { value: periodKey });
  return period;
}

async function plannedReport(tx: Tx, period: Period, wanted: { kind: ReportKind; correction: boolean; today: string }): Promise<Pick<StoredReport, 'number' | 'version'>> {
  const existing = (await loadReports(tx)).filter(({ kind }) => kind === wanted.kind);
  try {
    return planReport(period, existing, wanted.today, wanted.correction);
  } catch (error) {
    if (!isDomainError(error, 'report-exists')) throw error;
    // The refusal says where the existing one is.
    const same = existing.find(({ periodKey, status }) => periodKey === period.key && status !== 'cancelled');
    throw new DomainError('report-exists', { ...error.meta, reportId: same?.id });
  }
}
