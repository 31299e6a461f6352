import { hasRight, type Role } from '@maillage/domain/identity';
import { addDays, DomainError, ensure, formatPeriod, type Period, type Uuid } from '@maillage/domain/kernel';

/** The kinds of report. */
export const reportKinds = ['quarter-indicators'] as const;
/** One of those kinds. */
export type ReportKind = (typeof reportKinds)[number];
/** The kinds of report in French. */
export const reportKindLabels: Readonly<Record<ReportKind, string>> = { 'quarter-indicators': 'Rapport trimestriel d’indicateurs' };

/** Where a report can stand. */
export const reportStatuses = ['preparing', 'awaiting-approval', 'approved', 'sending', 'sent', 'partly-sent', 'failed', 'cancelled'] as const;
/** One of those states. */
export type ReportStatus = (typeof reportStatuses)[number];

/** The states of a report in French. */
export const reportStatusLabels: Readonly<Record<ReportStatus, string>> = {
  'preparing': 'en préparation',
  'awaiting-approval': 'à approuver',
  'approved': 'approuvé',
  'sending': 'envoi en cours',
  'sent': 'envoyé',
  'partly-sent': 'envoyé en partie',
  'failed': 'en échec',
  'cancelled': 'annulé',
};

/** What can happen to a report, by people or by the product. */
export const reportActs = [
  'documents-ready',
  'preparation-failed',
  'prepare-again',
  'approve',
  'withdraw-approval',
  'send',
  'all-delivered',
  'some-delivered',
  'none-delivered',
  'cancel',
] as const;
/** One of those acts. */
export type ReportAct = (typeof reportActs)[number];

/** The acts on a report in French. */
export const reportActLabels: Readonly<Record<ReportAct, string>> = {
  'documents-ready': 'Documents prêts',
  'preparation-failed': 'Échec de la préparation',
  'prepare-again': 'Préparer à nouveau',
  'approve': 'Approuver',
  'withdraw-approval': 'Retirer l’approbation',
  'send': 'Envoyer',
  'all-delivered': 'Tous les envois remis',
  'some-delivered': 'Une partie des envois remise',
  'none-delivered': 'Aucun envoi remis',
  'cancel': 'Annuler',
};

/**
 * The life of a report. Absent: refused. `failed` is left by preparing again (new documents, new approval)
 * or by sending again the documents already approved. `sent` and `cancelled` are the ends: a correction is a version 2.
 */
export const reportTransitions: Readonly<Record<ReportStatus, Partial<Record<ReportAct, ReportStatus>>>> = {
  'preparing': { 'documents-ready': 'awaiting-approval', 'preparation-failed': 'failed', 'cancel': 'cancelled' },
  'awaiting-approval': { 'approve': 'approved', 'prepare-again': 'preparing', 'cancel': 'cancelled' },
  'approved': { 'send': 'sending', 'withdraw-approval': 'awaiting-approval', 'cancel': 'cancelled' },
  'sending': { 'all-delivered': 'sent', 'some-delivered': 'partly-sent', 'none-delivered': 'failed' },
  'partly-sent': { 'send': 'sending' },
  'failed': { 'prepare-again': 'preparing', 'send': 'sending', 'cancel': 'cancelled' },
  'sent': {},
  'cancelled': {},
};

/** The acts a person can be offered in a status. */
export function possibleActs(status: ReportStatus): ReportAct[] {
  return Object.keys(reportTransitions[status]) as ReportAct[];
}

/** True when nothing more can happen. */
export function isReportOver(status: ReportStatus): boolean {
  return possibleActs(status).length === 0;
}

/** What a report is in when something happens to it; `approved` tells whether its present documents were approved. */
export function moveReport(report: { status: ReportStatus; approved: boolean }, act: ReportAct): ReportStatus {
  const next = reportTransitions[report.status][act];
  const unapproved = act === 'send' && !report.approved;
  if (!next || unapproved) {
    throw new DomainError('report-transition', { status: reportStatusLabels[report.status], act: reportActLabels[act] });
  }
  return next;
}

/** Who may approve: the coordination and the presidency. */
export function canApprove(role: Role): boolean {
  return hasRight({ role }, 'reports.approve');
}

/** Refuses an approval by someone not entitled. */
export function checkApproval(actor: { role: Role }): void {
  ensure(canApprove(actor.role), 'report-approval-right');
}

/** A report of a period of a community. */
export interface Report {
  id: Uuid;
  kind: ReportKind;
  periodKey: string;
  /** '2026-T3-001' */
  number: string;
  /** 1, then 2, 3… for corrections. */
  version: number;
  status: ReportStatus;
}

/** « 2026-T3 », « 2026-09 », « 2026-S1 », « 2026 », « A5 »: what a report number starts with. */
export function reportNumberPrefix(period: Pick<Period, 'key' | 'kind'>): string {
  if (period.kind === 'quarter') return period.key.replace('Q', 'T');
  if (period.kind === 'half-year') return period.key.replace('H', 'S');
  return period.kind === 'contract-year' ? `A${period.key.slice(2)}` : period.key;
}

/** The next number of a period: '2026-T3-001', from the numbers it already has. */
export function nextReportNumber(period: Pick<Period, 'key' | 'kind'>, existing: readonly string[]): string {
  const prefix = reportNumberPrefix(period);
  const highest = existing
    .filter((number) => number.startsWith(`${prefix}-`))
    .reduce((max, number) => Math.max(max, Number(number.slice(prefix.length + 1)) || 0), 0);
  return `${prefix}-${String(highest + 1).padStart(3, '0')}`;
}

/** « 2026-T3-001 », « 2026-T3-001 version 2 ». */
export function reportTitle(report: Pick<Report, 'number' | 'version'>): string {
  return report.version === 1 ? report.number : `${report.number} version ${report.version}`;
}

/** What a new report of a period is: the first one, or the corrected version of a sent one. */
export function planReport(
  period: Period,
  existing: readonly Pick<Report, 'periodKey' | 'number' | 'version' | 'status'>[],
  today: string,
  correction: boolean,
): Pick<Report, 'number' | 'version'> {
  ensure(today > period.end, 'report-period-not-over', { from: addDays(period.end, 1) });
  const same = existing.filter(({ periodKey }) => periodKey === period.key);
  const live = same.filter(({ status }) => status !== 'cancelled');
  const latest = live.reduce<(typeof live)[number] | undefined>((best, report) => (best && best.version >= report.version ? best : report), undefined);
  if (!latest) {
    ensure(!correction, 'report-correction-needs-sent');
    return { number: nextReportNumber(period, same.map(({ number }) => number)), version: 1 };
  }
  const sent = latest.status === 'sent' || latest.status === 'partly-sent';
  ensure(correction, 'report-exists', { number: reportTitle(latest), period: formatPeriod(period) });
  ensure(sent, 'report-correction-needs-sent');
  const versions = same.filter(({ number }) => number === latest.number).map(({ version }) => version);
  return { number: latest.number, version: Math.max(...versions) + 1 };
}
