import { formatPeriod, parsePeriod } from '@maillage/domain/kernel';
import { reportKindLabels, reportStatusLabels, reportTitle, type ReportKind, type ReportStatus } from '@maillage/domain/reports';
import type { StoredDelivery } from './delivery.store';
import type { StoredReport } from './report.store';

/** A report in a list. */
export interface ReportLine {
  id: string;
  kind: ReportKind;
  kindLabel: string;
  number: string;
  version: number;
  /** « 2026-T3-001 version 2 ». */
  title: string;
  periodKey: string;
  periodLabel: string;
  status: ReportStatus;
  statusLabel: string;
  statusSince: Date;
  /** Why it is in failure. */
  failure: string | null;
  preparedAt: Date;
  /** Null: prepared by itself. */
  preparedByName: string | null;
  approvedAt: Date | null;
  approvedByName: string | null;
  sentAt: Date | null;
  sentByName: string | null;
  delivered: number;
  /** Those that may have arrived. */
  uncertain: number;
  recipients: number;
}

/** The line of a report. */
export function reportLineOf(report: StoredReport, deliveries: readonly StoredDelivery[], names: ReadonlyMap<string, string>): ReportLine {
  const { id, kind, number, version, periodKey, status, statusSince, failure, preparedAt, approvedAt, sentAt } = report;
  const nameOf = (personId: string | null): string | null => (personId === null ? null : (names.get(personId) ?? null));
  const count = (wanted: StoredDelivery['status']): number => deliveries.filter((delivery) => delivery.status === wanted).length;
  return {
    id, kind, number, version, periodKey, status, statusSince, failure, preparedAt, approvedAt, sentAt,
    kindLabel: reportKindLabels[kind],
    title: reportTitle(report),
    periodLabel: formatPeriod(parsePeriod(periodKey)),
    statusLabel: reportStatusLabels[status],
    preparedByName: nameOf(report.preparedBy),
    approvedByName: nameOf(report.approvedBy),
    sentByName: nameOf(report.sentBy),
    delivered: count('delivered'),
    uncertain: count('uncertain'),
    recipients: deliveries.length,
  };
}
