import { hasRight, requireRight, type Actor, type Right } from '@maillage/domain/identity';
import { addDays, DomainError, found, formatPeriod, groupBy, lastOverQuarter, lastPeriods, parsePeriod, periodOn, type Day } from '@maillage/domain/kernel';
import { possibleActs, type ReportAct, type SnapshotDifference } from '@maillage/domain/reports';
import { timeZoneOf } from '@maillage/features/community';
import { loadIndicators, loadNames } from '@maillage/features/indicators';
import { Clock, Files, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { deliveryViews, sendTargets, type DeliveryView, type SendTarget } from './delivery-views';
import { loadAttempts, loadDeliveries, loadReaders, loadRecipients, type StoredRecipient } from './delivery.store';
import { differencesBefore } from './publish';
import { organisationKey } from './recipients';
import { formatLabels, type DocumentFormat } from './rendered';
import { contentOf, type ReportContent } from './report-content';
import { loadSchedule, type ReportSchedule } from './report-schedule';
import { reportLineOf, type ReportLine } from './report-line';
import { loadDocuments, loadReport, loadReports, loadSnapshot, reportsCarrying, type CarryingReport, type StoredReport } from './report.store';
import { loadSeal } from './seal.store';
import { checkedDocument, type CheckedDocument } from './sealed-documents';

/** A quarter that is over, and its report if there is one. */
export interface PreparablePeriod {
  key: string;
  label: string;
  reportId: string | null;
}

/** The reports page. */
export interface ReportsPage {
  reports: ReportLine[];
  /** The last quarters over, the latest first. */
  periods: PreparablePeriod[];
  /** The next report that prepares itself; null when that is turned off or nothing is tracked. */
  automatic: { day: Day; periodLabel: string } | null;
  recipients: number;
}

/** What the actor may do with a report now. */
export type ReportOffer = Extract<ReportAct, 'approve' | 'withdraw-approval' | 'send' | 'cancel' | 'prepare-again'> | 'correct';

/** The page of a report. */
export interface ReportView extends ReportLine {
  revision: number;
  content: ReportContent | null;
  documents: { format: DocumentFormat; label: string; name: string; size: number; hash: string }[];
  /** Its link of the chain. */
  seal: { sequence: number; hash: string; previousHash: string | null; snapshotHash: string; sealedAt: Date } | null;
  /** Every version of the same number, the first one first. */
  versions: { id: string; version: number; status: string; statusLabel: string }[];
  /** What this version changes; null for a first version. */
  differences: SnapshotDifference[] | null;
  deliveries: DeliveryView[];
  /** Whom « Envoyer » would send to now. */
  sendTo: SendTarget[];
  offers: ReportOffer[];
}

/** The page of those reports are sent to. */
export interface RecipientsPage {
  recipients: (Pick<StoredRecipient, 'id' | 'kind' | 'name' | 'email' | 'addedAt' | 'revision'> & { readers: string[] })[];
  /** Institutions of the readers of the community: what a recipient is best called. */
  organisations: string[];
  schedule: ReportSchedule & { revision: number };
}

const shownPeriods = 6;
const rightOf: Readonly<Record<ReportOffer, Right>> = {
  'approve': 'reports.approve',
  'withdraw-approval': 'reports.approve',
  'send': 'reports.send',
  'cancel': 'reports.prepare',
  'prepare-again': 'reports.prepare',
  'correct': 'reports.prepare',
};

/** Reads of the reports, their documents and their sendings. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  /** Every report, and what can be prepared. */
  async list(actor: Actor): Promise<ReportsPage> {
    requireRight(actor, 'reports.read');
    return this.read(actor, async (tx) => {
      const reports = await loadReports(tx);
      const today = this.clock.today(await timeZoneOf(tx, actor.communityId));
      const tracked = (await loadIndicators(tx)).map(({ trackedFrom }) => trackedFrom).sort()[0];
      const living = reports.filter(({ status }) => status !== 'cancelled');
      const periods = lastPeriods(lastOverQuarter(today), shownPeriods).reverse();
      return {
        reports: await this.lines(tx, reports),
        periods: periods
          .filter(({ end }) => tracked !== undefined && end >= tracked)
          .map((period) => ({ key: period.key, label: formatPeriod(period), reportId: living.find(({ periodKey }) => periodKey === period.key)?.id ?? null })),
        automatic: tracked === undefined ? null : automatic(await loadSchedule(tx), reports, today),
        recipients: (await loadRecipients(tx)).length,
      };
    });
  }

  /** One report, whole. */
  async page(actor: Actor, id: string): Promise<ReportView> {
    requireRight(actor, 'reports.read');
    return this.read(actor, async (tx) => {
      const report = await loadReport(tx, id);
      const reports = await loadReports(tx);
      const snapshot = await loadSnapshot(tx, id);
      const deliveries = await loadDeliveries(tx, id);
      const [line] = await this.lines(tx, [report]);
      const seal = report.sealSequence === null ? null : await loadSeal(tx, report.sealSequence);
      const versions = (await this.lines(tx, reports.filter(({ number }) => number === report.number))).sort((a, b) => a.version - b.version);
      return {
        ...found(line),
        revision: report.revision,
        content: snapshot && contentOf(snapshot),
        documents: (await loadDocuments(tx, id)).map(({ format, name, size, hash }) => ({ format, label: formatLabels[format], name, size, hash })),
        seal: seal && { sequence: seal.sequence, hash: seal.hash, previousHash: seal.previousHash, snapshotHash: seal.snapshotHash, sealedAt: seal.sealedAt },
        versions: versions.map(({ id: versionId, version, status, statusLabel }) => ({ id: versionId, version, status, statusLabel })),
        differences: await differencesBefore(tx, report),
        deliveries: deliveryViews(deliveries, await loadAttempts(tx, id)),
        sendTo: sendTargets(deliveries, await loadRecipients(tx)),
        offers: offersTo(actor, report, reports),
      };
    });
  }

  /** A document of a report, its bytes checked against their fingerprint: what was changed is never given. */
  async document(actor: Actor, id: string, format: string): Promise<CheckedDocument> {
    requireRight(actor, 'reports.read');
    const document = await this.read(actor, async (tx) => {
      await loadReport(tx, id);
      return found((await loadDocuments(tx, id)).find((one) => one.format === format));
    });
    return openDocument(this.files, document);
  }

  /** Every report that carried a value. */
  async carrying(actor: Actor, indicatorId: string, periodKey: string): Promise<CarryingReport[]> {
    requireRight(actor, 'indicators.read');
    return this.read(actor, async (tx) => {
      found((await loadIndicators(tx, { archived: true })).find(({ id }) => id === indicatorId));
      return reportsCarrying(tx, indicatorId, periodKey);
    });
  }

  /** Those reports are sent to, who reads there, and when reports prepare themselves. */
  async recipients(actor: Actor): Promise<RecipientsPage> {
    requireRight(actor, 'reports.read');
    return this.read(actor, async (tx) => {
      const readers = await loadReaders(tx);
      const namesAt = (key: string): string[] => readers.filter(({ organisation }) => organisationKey(organisation) === key).map(({ name }) => name);
      return {
        recipients: (await loadRecipients(tx)).map((one) => ({
          id: one.id, kind: one.kind, name: one.name, email: one.email, addedAt: one.addedAt, revision: one.revision, readers: namesAt(one.organisationKey),
        })),
        organisations: [...new Set(readers.map(({ organisation }) => organisation))],
        schedule: await loadSchedule(tx),
      };
    });
  }

  private async lines(tx: Tx, reports: readonly StoredReport[]): Promise<ReportLine[]> {
    const people = reports.flatMap(({ preparedBy, approvedBy, sentBy }) => [preparedBy, approvedBy, sentBy].filter((id) => id !== null));
    const names = await loadNames(tx, [...new Set(people)]);
    const single = reports.length === 1 ? (reports[0]?.id ?? null) : null;
    const deliveries = groupBy(await loadDeliveries(tx, single), ({ reportId }) => reportId);
    return reports.map((report) => reportLineOf(report, deliveries.get(report.id) ?? [], names));
  }

  private async read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.run(actor.communityId, work, { readOnly: true, isolation: 'REPEATABLE READ' });
  }
}

/** The bytes of a document, or a refusal that says what is wrong with it. */
export async function openDocument(files: Pick<Files, 'open'>, document: { format: DocumentFormat; name: string; hash: string; size: number }): Promise<CheckedDocument> {
  const checked = await checkedDocument(files, document);
  if (typeof checked === 'string') throw new DomainError('report-document-damaged', { document: document.name });
  return checked;
}

function offersTo(actor: Actor, report: StoredReport, all: readonly StoredReport[]): ReportOffer[] {
  const acts: ReportOffer[] = possibleActs(report.status).filter((act): act is Exclude<ReportOffer, 'correct'> => act in rightOf);
  const sendable = acts.filter((act) => act !== 'send' || report.approvedAt !== null);
  const last = !all.some(({ number, version, status }) => number === report.number && version > report.version && status !== 'cancelled');
  const sent = report.status === 'sent' || report.status === 'partly-sent';
  return [...sendable, ...(sent && last ? (['correct'] as const) : [])].filter((offer) => hasRight(actor, rightOf[offer]));
}

function automatic({ enabled, day }: ReportSchedule, reports: readonly StoredReport[], today: Day): ReportsPage['automatic'] {
  if (!enabled) return null;
  const last = lastOverQuarter(today);
  const dueOn = addDays(last.end, day);
  const waits = today < dueOn && !reports.some(({ periodKey }) => periodKey === last.key);
  const period = waits ? last : (periodOn('quarter', today) ?? parsePeriod(last.key));
  return { day: addDays(period.end, day), periodLabel: formatPeriod(period) };
}
