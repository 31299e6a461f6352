import { requireRight, type Actor } from '@maillage/domain/identity';
import { found } from '@maillage/domain/kernel';
import { versionDifferences, type VersionDifference } from '@maillage/domain/project';
import { contractFacts, type ContractFacts } from '@maillage/features/contract';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { listPossibleLeads, listStatusChanges, loadTracking, type StatusChange } from './action.store';
import { listVersions, livingVersions, loadTree, loadVersion, versionHolding, type StoredVersion } from './project.store';
import { loadVersionPage } from './version-page.store';
import { actionView, missionLabels, projectView, versionView, type ActionPlace, type ActionView, type LeadView, type MissionLabel, type ProjectView, type VersionView } from './views';

/** The versions page: every version with the size of its tree, the latest first. */
export interface VersionsView {
  versions: (VersionView & { axes: number; actions: number })[];
  inForceId: string | null;
  draftId: string | null;
}

/** The project page: the version in force, else the draft, and where the others are. */
export interface ProjectHomeView {
  project: ProjectView | null;
  inForceId: string | null;
  draftId: string | null;
}

/** What changes from one version to another. */
export interface DifferencesView {
  from: VersionView;
  to: VersionView;
  differences: VersionDifference[];
  missions: MissionLabel[];
}

/** Reads of the health project. */
@Injectable()
export class ProjectQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Every version, the latest first. */
  async versions(actor: Actor): Promise<VersionsView> {
    requireRight(actor, 'project.read');
    return this.read(actor, async (tx) => {
      const versions = await listVersions(tx);
      const idOf = (status: string): string | null => versions.find((version) => version.status === status)?.id ?? null;
      return {
        versions: versions.map((version) => ({ ...versionView(version), axes: version.axes, actions: version.actions })),
        inForceId: idOf('in-force'),
        draftId: idOf('draft'),
      };
    });
  }

  /** The version in force, else the draft; null when there is no project yet. */
  async home(actor: Actor): Promise<ProjectHomeView> {
    requireRight(actor, 'project.read');
    return this.read(actor, async (tx) => {
      const { inForce, draft } = await livingVersions(tx);
      const shown = inForce ?? draft;
      return {
        project: shown && (await this.projectView(tx, actor.communityId, shown)),
        inForceId: inForce?.id ?? null,
        draftId: draft?.id ?? null,
      };
    });
  }

  /** The tree of a version. */
  async project(actor: Actor, versionId: string): Promise<ProjectView> {
    requireRight(actor, 'project.read');
    return this.read(actor, async (tx) => this.projectView(tx, actor.communityId, await loadVersion(tx, versionId)));
  }

  /** A *fiche action*: in the version in force unless another is named. */
  async action(actor: Actor, actionId: string, versionId?: string): Promise<ActionView> {
    requireRight(actor, 'project.read');
    return this.read(actor, (tx) => this.actionView(tx, actor, actionId, versionId));
  }

  /** The changes of status of an action, the latest first. */
  async statusHistory(actor: Actor, actionId: string): Promise<StatusChange[]> {
    requireRight(actor, 'project.read');
    return this.read(actor, async (tx) => {
      await loadTracking(tx, actionId);
      return listStatusChanges(tx, actionId);
    });
  }

  /** What changed up to a version, from the one named or from the one before it; null when it is the first. */
  async differences(actor: Actor, toId: string, fromId?: string): Promise<DifferencesView | null> {
    requireRight(actor, 'project.read');
    return this.read(actor, async (tx) => {
      const to = await loadVersion(tx, toId);
      const from = fromId ? await loadVersion(tx, fromId) : (await listVersions(tx)).find(({ number }) => number < to.number);
      if (!from) return null;
      const differences = versionDifferences(await loadTree(tx, from.id), await loadTree(tx, to.id));
      const facts = await contractFacts(tx, actor.communityId, this.clock);
      return { from: versionView(from), to: versionView(to), differences, missions: missionLabels(facts) };
    });
  }

  /** Who may be given an action, by name. */
  async possibleLeads(actor: Actor): Promise<LeadView[]> {
    requireRight(actor, 'people.read');
    return this.read(actor, listPossibleLeads);
  }

  /** The tree of a version, inside a transaction. */
  async projectView(tx: Tx, communityId: string, version: StoredVersion, facts?: ContractFacts): Promise<ProjectView> {
    const { tree, trackings } = await loadVersionPage(tx, version.id);
    return projectView(version, tree, trackings, facts ?? (await contractFacts(tx, communityId, this.clock)));
  }

  /** A *fiche action*, inside a transaction. */
  async actionView(tx: Tx, actor: Actor, actionId: string, versionId?: string): Promise<ActionView> {
    const version = versionId ? await loadVersion(tx, versionId) : await versionHolding(tx, actionId);
    const place = found(await placeIn(tx, version, actionId), { what: 'action' });
    const facts = await contractFacts(tx, actor.communityId, this.clock);
    const actionIsInForce = (await versionHolding(tx, actionId)).status === 'in-force';
    return actionView(actor, place, await loadTracking(tx, actionId), { ...facts, actionIsInForce });
  }

  private async read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.run(actor.communityId, work, { readOnly: true, isolation: 'REPEATABLE READ' });
  }
}

/** Where an action stands in a version; undefined when the version does not hold it. */
async function placeIn(tx: Tx, version: StoredVersion, actionId: string): Promise<ActionPlace | undefined> {
  const tree = await loadTree(tx, version.id);
  for (const [axisPosition, axis] of tree.axes.entries()) {
    const action = axis.actions.find(({ id }) => id === actionId);
    if (action) return { version, axis, axisPosition, action };
  }
  return undefined;
}
