import { errorText, isDomainError } from '@maillage/domain/kernel';
import { buildSnapshot, moveReport, type ReportSnapshot } from '@maillage/domain/reports';
import { Clock, Files, JobRefused, TenantDb, type JobContext, type StoredBytes, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { formatLabels, mediaTypes, render, type DocumentFormat, type RenderedDocument } from './rendered';
import { changeReport, freezeReport, loadReport, loadSnapshot, lockReports, replaceDocuments, type StoredDocument } from './report.store';
import { hashSnapshot, nextSeal } from './seal';
import { insertSeal, lastSeal } from './seal.store';
import { readSnapshotInput } from './snapshot-input';

type Progress = JobContext['progress'];

/** What a report froze, and its fingerprint. */
interface Frozen {
  snapshot: ReportSnapshot;
  hash: string;
}

type Rendered = StoredBytes & { format: DocumentFormat; name: string };

const nobody = { personId: null };

/**
 * Freezes a report in one snapshot of the database, makes its documents, seals them. Carried out by the workers, never by the API.
 * Begun again after a worker died: what was frozen stays frozen, and the report is finished once.
 */
@Injectable()
export class BuildReport {
  /** Ends when the last rendering asked for does. */
  private rendering: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  async execute(communityId: string, reportId: string, progress: Progress): Promise<void> {
    await progress(5, 'Lecture des valeurs');
    const frozen = await this.freeze(communityId, reportId);
    if (!frozen) return;
    await progress(30, 'Mise en page des documents');
    const rendered: Rendered[] = [];
    for (const { format, name, bytes } of await this.renderInTurn(frozen.snapshot)) {
      await progress(60 + rendered.length * 10, `Rangement\u00a0: ${formatLabels[format]}`);
      rendered.push({ ...(await this.files.put(bytes)), format, name });
    }
    await progress(90, 'Scellement du rapport');
    await this.db.run(communityId, (tx) => this.seal(tx, reportId, frozen, rendered));
  }

  /** Rendering fills a processor and holds much memory: one report at a time in a process, whatever the jobs at work. */
  private async renderInTurn(snapshot: ReportSnapshot): Promise<RenderedDocument[]> {
    const turn = this.rendering.then(() => render(snapshot));
    this.rendering = turn.catch(() => undefined);
    return turn;
  }

  /** Says on the report why it could not be prepared. */
  async fail(communityId: string, reportId: string, why: string): Promise<void> {
    await this.db.run(communityId, async (tx) => {
      const report = await loadReport(tx, reportId, true);
      if (report.status !== 'preparing') return;
      const status = moveReport({ status: report.status, approved: false }, 'preparation-failed');
      await changeReport(tx, reportId, { status, failure: why }, { ...nobody, at: this.clock.now() });
    });
  }

  /** What is frozen, now or by an earlier try; undefined when the report does not wait for it any more. */
  private async freeze(communityId: string, reportId: string): Promise<Frozen | undefined> {
    try {
      return await this.db.run(communityId, (tx) => this.frozen(tx, communityId, reportId), { isolation: 'REPEATABLE READ' });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const why = errorText(error.code, error.meta);
      await this.fail(communityId, reportId, why);
      throw new JobRefused(why, { cause: error });
    }
  }

  private async frozen(tx: Tx, communityId: string, reportId: string): Promise<Frozen | undefined> {
    const report = await loadReport(tx, reportId, true);
    if (report.status !== 'preparing') return undefined;
    const already = await loadSnapshot(tx, reportId);
    if (already) return { snapshot: already, hash: hashSnapshot(already) };
    const snapshot = buildSnapshot(await readSnapshotInput(tx, communityId, this.clock, report));
    const hash = hashSnapshot(snapshot);
    await freezeReport(tx, reportId, { snapshot, hash, at: this.clock.now() });
    return { snapshot, hash };
  }

  private async seal(tx: Tx, reportId: string, frozen: Frozen, rendered: readonly Rendered[]): Promise<void> {
    await lockReports(tx);
    const report = await loadReport(tx, reportId, true);
    // Cancelled meanwhile, or prepared again from other values: these documents belong to nobody.
    if (report.status !== 'preparing' || report.snapshotHash !== frozen.hash) return;
    const at = this.clock.now();
    const documents: StoredDocument[] = [];
    for (const { format, name, hash, size } of rendered) {
      const fileId = await this.files.record(tx, { hash, size }, { name, mediaType: mediaTypes[format] });
      documents.push({ format, name, hash, size, fileId });
    }
    await replaceDocuments(tx, reportId, documents);
    const seal = nextSeal(await lastSeal(tx), {
      reportId,
      number: report.number,
      version: report.version,
      snapshotHash: frozen.hash,
      documents: Object.fromEntries(documents.map(({ format, hash }) => [format, hash])),
      sealedAt: at,
    });
    await insertSeal(tx, seal);
    const status = moveReport({ status: report.status, approved: false }, 'documents-ready');
    await changeReport(tx, reportId, { status, sealSequence: seal.sequence, failure: null }, { ...nobody, at });
  }
}
