import { requireRight, type Actor } from '@maillage/domain/identity';
import { checkStructureEdit, type ProjectTree } from '@maillage/domain/project';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ProjectQueries } from './project.queries';
import { loadTree, loadVersion, savePlaces, type StoredTree, type StoredVersion, type Writing } from './project.store';
import type { ProjectView } from './views';

/** A draft held for one change of its structure. */
export interface DraftAtWork {
  tx: Tx;
  version: StoredVersion;
  tree: StoredTree;
  by: Writing;
}

/** The one way to change the structure of a version: it must be a draft, and changes of a draft come one after the other. */
@Injectable()
export class DraftEditing {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly queries: ProjectQueries,
  ) {}

  /** Runs a change, writes the places of the tree it gives back, and shows the draft as it became. */
  async change(actor: Actor, versionId: string, work: (draft: DraftAtWork) => Promise<ProjectTree | void>): Promise<ProjectView> {
    requireRight(actor, 'project.write');
    return this.db.run(actor.communityId, async (tx) => {
      const version = await loadVersion(tx, versionId, true);
      checkStructureEdit(version);
      const by = { personId: actor.personId, at: this.clock.now() };
      const tree = await work({ tx, version, tree: await loadTree(tx, versionId), by });
      if (tree) await savePlaces(tx, versionId, tree);
      return this.queries.projectView(tx, actor.communityId, version);
    });
  }
}
