import { requireRight, type Actor } from '@maillage/domain/identity';
import { importStatusLabels, isImportBusy, mappingFaults, type ColumnUse } from '@maillage/domain/indicators';
import { JobProgressFeed, Jobs, TenantDb, type JobRun, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { mine } from './change-import';
import { loadIndicators, loadNames } from '../definition/indicator.store';
import { loadImport, loadImports, type StoredImport } from './import.store';

/** An import in the list. */
export interface ImportLine extends Pick<StoredImport, 'id' | 'fileName' | 'fileSize' | 'status' | 'counts' | 'createdAt' | 'finishedAt'> {
  statusLabel: string;
  by: string | null;
}

/** An import, whole, with how its job stands. */
export interface ImportView extends ImportLine, Pick<StoredImport, 'columns' | 'issues' | 'comment' | 'failure' | 'confirmedAt' | 'revision'> {
  uses: ColumnUse[];
  /** What is missing in the mapping, in French. */
  mappingFaults: string[];
  /** Indicators a column may be given to. */
  indicators: { id: string; code: string; name: string }[];
  busy: boolean;
  run: Pick<JobRun, 'id' | 'state' | 'progress' | 'label' | 'error'> | null;
}

const most = 30;

/** Reads of the imports of values. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly jobs: Jobs,
    private readonly feed: JobProgressFeed,
  ) {}

  /** The last imports, newest first; a lead sees its own. */
  async list(actor: Actor): Promise<ImportLine[]> {
    requireRight(actor, 'measures.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const imports = await loadImports(tx, actor.role === 'lead' ? actor.personId : null, most);
        const names = await loadNames(tx, [...new Set(imports.map(({ createdBy }) => createdBy))]);
        return imports.map((one) => lineOf(one, names));
      },
      { readOnly: true },
    );
  }

  /** One import, as it stands now. */
  async page(actor: Actor, id: string): Promise<ImportView> {
    requireRight(actor, 'measures.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const one = mine(actor, await loadImport(tx, id));
        const { columns, issues, comment, failure, confirmedAt, revision } = one;
        const uses = one.uses ?? [];
        const indicators = (await loadIndicators(tx)).map(({ id: indicatorId, code, name }) => ({ id: indicatorId, code, name }));
        const line = lineOf(one, await loadNames(tx, [one.createdBy]));
        const faults = columns.length === 0 ? [] : mappingFaults(uses);
        return { ...line, columns, issues, comment, failure, confirmedAt, revision, uses, mappingFaults: faults, indicators, busy: isImportBusy(one.status), run: await this.runOf(tx, one) };
      },
      { readOnly: true },
    );
  }

  /** The last runs about an import of the actor's, the latest first; none about another. */
  async runs(actor: Actor, id: string): Promise<JobRun[]> {
    requireRight(actor, 'measures.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const theirs = (await loadImports(tx, actor.role === 'lead' ? actor.personId : null, most)).some((one) => one.id === id);
        return theirs ? this.jobs.runsOf(tx, id) : [];
      },
      { readOnly: true },
    );
  }

  /** Calls `moved` at each move of the runs of an import of the actor's, until the returned function is called; `resumed`: some may have been missed. */
  follow(actor: Actor, id: string, moved: (move: object) => void, resumed: () => void): () => void {
    requireRight(actor, 'measures.write');
    let stop = (): void => undefined;
    let over = false;
    const listen = (runs: readonly JobRun[]): void => {
      if (over || runs.length === 0) return;
      stop = this.feed.subscribe(({ communityId, ...move }) => {
        if (communityId === actor.communityId && move.subject === id) moved(move);
      }, resumed);
    };
    // A line that hears nothing: the page asks again by itself.
    this.runs(actor, id).then(listen, () => undefined);
    return () => {
      over = true;
      stop();
    };
  }

  private async runOf(tx: Tx, one: StoredImport): Promise<ImportView['run']> {
    const [run] = isImportBusy(one.status) ? await this.jobs.runsOf(tx, one.id, 1) : [];
    return run ? { id: run.id, state: run.state, progress: run.progress, label: run.label, error: run.error } : null;
  }
}

function lineOf(one: StoredImport, names: ReadonlyMap<string, string>): ImportLine {
  const { id, fileName, fileSize, status, counts, createdAt, finishedAt, createdBy } = one;
  return { id, fileName, fileSize, status, statusLabel: importStatusLabels[status], counts, createdAt, finishedAt, by: names.get(createdBy) ?? null };
}
