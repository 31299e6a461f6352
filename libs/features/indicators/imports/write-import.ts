import { moveImport, type ImportCounts } from '@maillage/domain/indicators';
import { DomainError, errorText, formatNumber, french, isDomainError } from '@maillage/domain/kernel';
import { audit, type AuditRecord } from '@maillage/features/community';
import { Clock, Files, Ids, Jobs, TenantDb, type JobContext, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ComputedDue } from '../computed/computed-due';
import { bytesOf, ticking } from './import-file';
import { standingGround } from './import-ground';
import type { Writing } from '../definition/indicator.store';
import { emptyResult, pass } from './import-pass';
import { changeImport, holdIndicators, loadImport, roleOf, type StoredImport } from './import.store';
import { ImportStaging } from './import-staging';
import { openTable } from './import-table';
import { holdLocks } from '../validation/lock.store';

type Run = Pick<JobContext, 'progress' | 'signal'>;

/** What stands is no longer what was confirmed. */
class Outdated extends Error {}

/** How far the writing is, read by what tells it. */
interface Progress {
  percent: number;
  label: string;
}

/**
 * Writes the values of a confirmed file: read again from its first line and written as they are judged, with their history and one
 * line of the journal, in one transaction. It is kept only if all of it is what was confirmed.
 */
@Injectable()
export class WriteImport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly due: ComputedDue,
  ) {}

  async execute(communityId: string, importId: string, { progress, signal }: Run): Promise<void> {
    const asked = await this.db.run(communityId, (tx) => loadImport(tx, importId), { readOnly: true });
    if (asked.status !== 'writing') return;
    await progress(2, 'Lecture du fichier');
    const at: Progress = { percent: 2, label: 'Lecture du fichier' };
    const ticker = ticking(() => progress(at.percent, at.label));
    try {
      const bytes = await bytesOf(this.files, asked.keptHash);
      await this.db.run(communityId, (tx) => this.write(tx, communityId, asked, bytes, at, signal));
    } catch (error) {
      if (!(error instanceof Outdated) && !isDomainError(error)) throw error;
      await this.giveBack(communityId, importId, error);
    } finally {
      await ticker.stop();
    }
  }

  /** Says that it was not written, after the last try. */
  async fail(communityId: string, importId: string, why: string): Promise<void> {
    await this.db.run(communityId, async (tx) => {
      const { status } = await loadImport(tx, importId, true);
      if (status === 'writing') await changeImport(tx, importId, { status: moveImport(status, 'fail'), failure: why }, this.by(null));
    });
  }

  private async write(tx: Tx, communityId: string, asked: StoredImport, bytes: Buffer, at: Progress, signal: AbortSignal): Promise<void> {
    // From here to the end, other writers of these indicators wait, and those who lock periods; nobody else does.
    await holdLocks(tx, communityId, 'to-write-values');
    await holdIndicators(tx, asked.indicatorIds);
    const ground = await standingGround(tx, communityId, asked.createdBy, this.clock);
    const table = await openTable(bytes, signal);
    const result = emptyResult();
    const total = Math.max(1, asked.counts?.lines ?? 1);
    const told = (rows: number): void => {
      Object.assign(at, { percent: 5 + (90 * rows) / total, label: french(`Écriture : ${formatNumber(rows)} lignes sur ${formatNumber(total)}`) });
    };
    const by = this.by(asked.confirmedBy);
    const vouched = await new ImportStaging(tx, this.ids, { communityId, reason: asked.comment, by }).write(pass(table, asked.uses ?? [], ground, result, { rows: told, signal }));
    if (vouched === null || result.digest !== asked.digest) throw new Outdated();
    const role = asked.confirmedBy ? await roleOf(tx, asked.confirmedBy) : null;
    await audit(tx, { communityId, personId: asked.confirmedBy, role }, { ...lineOf(asked, result.counts), at: by.at, ...(vouched.count > 0 ? { vouched } : {}) });
    await this.due.follow(tx, communityId, [...result.indicatorIds].map((id) => ({ act: 'changed', indicator: { id } })));
    signal.throwIfAborted();
    Object.assign(at, { percent: 95, label: 'Enregistrement' });
    const { status } = await loadImport(tx, asked.id, true);
    // Cancelled meanwhile: `import-transition`, and nothing is kept.
    await changeImport(tx, asked.id, { status: moveImport(status, 'written'), counts: result.counts, issues: result.issues, failure: null, finishedAt: by.at }, by);
  }

  /** Nothing was written. Confirmed values that are no longer the same are checked again and shown again; a cancelled import stays so. */
  private async giveBack(communityId: string, importId: string, why: Outdated | DomainError): Promise<void> {
    await this.db.run(communityId, async (tx) => {
      const { status } = await loadImport(tx, importId, true);
      if (status !== 'writing') return;
      const by = this.by(null);
      if (why instanceof DomainError) return changeImport(tx, importId, { status: moveImport(status, 'fail'), failure: errorText(why.code, why.meta) }, by);
      const failure = 'Des valeurs ont changé depuis l’aperçu. Rien n’a été écrit ; relisez ce qui suit, puis confirmez.';
      const again = moveImport(moveImport(status, 'outdated'), 'map');
      await changeImport(tx, importId, { status: again, failure, confirmedAt: null, confirmedBy: null }, by);
      await this.jobs.enqueue(tx, 'indicators.check-import', { importId }, { subject: importId });
    });
  }

  private by(personId: string | null): Writing {
    return { personId, at: this.clock.now() };
  }
}

/** What the journal says of an import. */
function lineOf({ id, fileName, fileHash, comment }: StoredImport, { created, changed }: ImportCounts): AuditRecord {
  const after = { fileName, hash: fileHash, created, changed, ...(comment ? { comment } : {}) };
  return { act: 'measure.imported', subjectType: 'import', subjectId: id, label: french(`Import de « ${fileName} »`), after };
}
