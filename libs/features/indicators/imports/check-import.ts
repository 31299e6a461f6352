import { guessMapping, headerSignature, mappingFaults, moveImport, type ColumnUse } from '@maillage/domain/indicators';
import { DomainError, errorText, formatNumber, french, isDomainError } from '@maillage/domain/kernel';
import { sha256 } from '@maillage/features/identity';
import { Clock, Files, SystemDb, TenantDb, type JobContext } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { bytesOf, ticking } from './import-file';
import { standingGround, type StandingGround } from './import-ground';
import { emptyResult, pass, shareOf, type PassResult } from './import-pass';
import { ImportQuality } from './import-quality';
import { changeImport, forgetFile, loadImport, loadMapping, type StoredImport } from './import.store';
import { openTable, type OpenTable } from './import-table';

type Run = Pick<JobContext, 'progress' | 'signal'>;

const nobody = { personId: null };

/** Reads a file without writing any value: what its columns are, every error with its place, what would change. A job of the workers. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly system: SystemDb,
  ) {}

  async execute(communityId: string, importId: string, { progress, signal }: Run): Promise<void> {
    const asked = await this.db.run(communityId, (tx) => loadImport(tx, importId), { readOnly: true });
    if (asked.status !== 'analysing') return;
    await progress(2, 'Lecture du fichier');
    let [share, lines] = [0, 0];
    const ticker = ticking(() => progress(5 + share * 90, french(`Vérification : ${formatNumber(lines)} lignes lues`)));
    try {
      const { table, uses, ground } = await this.prepare(communityId, asked);
      const result = emptyResult();
      const complete = mappingFaults(uses).length === 0;
      const told = (rows: number): void => {
        lines = rows;
        share = shareOf(rows, table.expected);
      };
      const quality = new ImportQuality(this.db, communityId, result);
      for await (const values of pass(table, complete ? uses : null, ground, result, { rows: told, signal })) await quality.look(values);
      await quality.end();
      await this.keep(communityId, importId, asked.revision, { uses, complete, signature: sha256(headerSignature(table.headers)) }, result);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      await this.refuse(communityId, asked, error);
    } finally {
      await ticker.stop();
    }
  }

  /** Says that it could not be checked, after the last try. */
  async fail(communityId: string, importId: string, why: string): Promise<void> {
    await this.db.run(communityId, async (tx) => {
      const { status } = await loadImport(tx, importId, true);
      if (status === 'analysing') await changeImport(tx, importId, { status: moveImport(status, 'fail'), failure: why }, this.now());
    });
  }

  private async prepare(communityId: string, asked: StoredImport): Promise<{ table: OpenTable; uses: ColumnUse[]; ground: StandingGround }> {
    const table = await openTable(await bytesOf(this.files, asked.keptHash));
    return this.db.run(
      communityId,
      async (tx) => {
        const ground = await standingGround(tx, communityId, asked.createdBy, this.clock);
        const remembered = asked.uses ?? (await loadMapping(tx, sha256(headerSignature(table.headers))));
        const uses = remembered?.length === table.headers.length ? remembered : guessMapping(table.headers, ground.indicators.filter(({ archivedAt }) => archivedAt === null));
        return { table, uses, ground };
      },
      { readOnly: true },
    );
  }

  private async keep(communityId: string, importId: string, seen: number, mapping: { uses: ColumnUse[]; complete: boolean; signature: string }, { counts, issues, columns, digest, indicatorIds }: PassResult): Promise<void> {
    await this.db.run(communityId, async (tx) => {
      const { status, revision } = await loadImport(tx, importId, true);
      // Cancelled or mapped otherwise meanwhile: what was read answers another question.
      if (status !== 'analysing' || revision !== seen) return;
      const { uses, complete, signature } = mapping;
      const change = { columns, uses, signature, counts, issues };
      await changeImport(tx, importId, { ...change, status: moveImport(status, complete ? 'checked' : 'columns-unknown'), digest: complete ? digest : null, indicatorIds: complete ? [...indicatorIds] : null }, this.now());
    });
  }

  /** A file that looks like persons is not kept: its record goes away, and its bytes with it unless the same are kept elsewhere. */
  private async refuse(communityId: string, asked: StoredImport, error: DomainError): Promise<void> {
    const persons = error.code === 'import-patients';
    const thrown = await this.db.run(communityId, async (tx) => {
      const { status } = await loadImport(tx, asked.id, true);
      if (status !== 'analysing') return null;
      const gone = persons && asked.fileId !== null;
      await changeImport(
        tx,
        asked.id,
        { status: moveImport(status, 'file-refused'), failure: errorText(error.code, error.meta), counts: null, issues: [], columns: [], digest: null, ...(gone ? { fileId: null } : {}) },
        this.now(),
      );
      if (!gone || asked.fileId === null) return null;
      await forgetFile(tx, asked.fileId);
      return asked.keptHash;
    });
    if (thrown !== null) await this.system.run((tx) => this.files.erase(tx, thrown, null));
  }

  private now(): { personId: null; at: Date } {
    return { ...nobody, at: this.clock.now() };
  }
}
