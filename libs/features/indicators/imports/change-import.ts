import { isColumnUse, mappingFaults, moveImport, type ColumnUse } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, found, freeText, textLimits } from '@maillage/domain/kernel';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadIndicators, type Writing } from '../definition/indicator.store';
import { changeImport, loadImport, rememberMapping, type StoredImport } from './import.store';

/** An import as seen on screen. */
export interface SeenImport {
  id: string;
  revision: number;
}

/** What a person decides of an import: what its columns are, that it is to be written, that it is not. */
@Injectable()
export class ChangeImport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Names the columns: remembered for tables with the same titles, and the file is checked again. */
  async map(actor: Actor, seen: SeenImport, uses: readonly string[]): Promise<void> {
    await this.change(actor, seen, async (tx, one, by) => {
      const known = uses.filter(isColumnUse);
      const faults = uses.length === one.columns.length && known.length === uses.length ? mappingFaults(known) : ['Les colonnes envoyées ne sont pas celles du fichier.'];
      if (faults.length > 0) throw new DomainError('import-mapping-refused', { faults: faults.join(' ') });
      await this.requireIndicators(tx, known);
      await changeImport(tx, one.id, { status: moveImport(one.status, 'map'), uses: [...known], failure: null, digest: null, confirmedAt: null, confirmedBy: null }, by);
      if (one.signature) await rememberMapping(tx, one.signature, known, by);
      await this.jobs.enqueue(tx, 'indicators.check-import', { importId: one.id }, { subject: one.id });
    });
  }

  /** Has the values written as the preview shows them; surprising ones need a comment. A second click changes nothing; without a value to write, `import-nothing-to-write`. */
  async confirm(actor: Actor, seen: SeenImport, comment: string | null): Promise<void> {
    await this.change(actor, seen, async (tx, one, by) => {
      const said = freeText(comment, 'Commentaire', textLimits.sentence);
      if ((one.counts?.warned ?? 0) > 0 && said === null) throw new DomainError('import-comment-missing', { field: 'comment' });
      const status = moveImport(one.status, 'confirm');
      if ((one.counts?.created ?? 0) + (one.counts?.changed ?? 0) === 0) throw new DomainError('import-nothing-to-write');
      await changeImport(tx, one.id, { status, comment: said, failure: null, confirmedAt: by.at, confirmedBy: by.personId }, by);
      await this.jobs.enqueue(tx, 'indicators.write-import', { importId: one.id }, { subject: one.id });
    });
  }

  /** Gives it up, at any time before its values are written. */
  async cancel(actor: Actor, id: string): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const one = mine(actor, await loadImport(tx, id, true));
      if (one.status === 'cancelled') return;
      const by = { personId: actor.personId, at: this.clock.now() };
      await changeImport(tx, id, { status: moveImport(one.status, 'cancel'), finishedAt: by.at }, by);
      for (const run of await this.jobs.runsOf(tx, id)) if (run.state === 'waiting' || run.state === 'running') await this.jobs.cancel(tx, run.id);
      await audit(tx, actor, { act: 'import.cancelled', subjectType: 'import', subjectId: id, label: one.fileName });
    });
  }

  private async change(actor: Actor, seen: SeenImport, act: (tx: Tx, one: StoredImport, by: Writing) => Promise<void>): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const one = mine(actor, await loadImport(tx, seen.id, true));
      await requireRevision(tx, one, seen.revision, { status: one.status }, await timeZoneOf(tx, actor.communityId));
      await act(tx, one, { personId: actor.personId, at: this.clock.now() });
    });
  }

  private async requireIndicators(tx: Tx, uses: readonly ColumnUse[]): Promise<void> {
    const named = uses.flatMap((use) => (use.startsWith('indicator:') ? [use.slice(10)] : []));
    const known = new Set((await loadIndicators(tx)).map(({ id }) => id));
    if (!named.every((id) => known.has(id))) throw new DomainError('not-found', { what: 'indicator' });
  }
}

/** A lead sees and changes the imports it began, and no other. */
export function mine(actor: Pick<Actor, 'role' | 'personId'>, one: StoredImport): StoredImport {
  return found(actor.role === 'lead' && one.createdBy !== actor.personId ? undefined : one);
}
