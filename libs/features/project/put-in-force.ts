import { requireRight, type Actor } from '@maillage/domain/identity';
import { actionsOf, putInForce } from '@maillage/domain/project';
import { audit, loadCommunity, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadTrackings, type StoredTracking } from './action.store';
import { ActionUse } from './action-use';
import { requireNothingCarried } from './carried';
import { versionLabel } from './labels';
import type { FinalTracking } from './project.row';
import { ProjectQueries } from './project.queries';
import { freezeTracking, loadTree, loadVersion, updateVersion, versionInState, type StoredTree, type StoredVersion, type Writing } from './project.store';
import { versionView, type ProjectView } from './views';

/** Puts a draft in force from today; the version in force until now becomes past and keeps the tracking it had. */
@Injectable()
export class PutInForce {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly use: ActionUse,
    private readonly queries: ProjectQueries,
  ) {}

  async execute(actor: Actor, versionId: string, revision: number): Promise<ProjectView> {
    requireRight(actor, 'project.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const draft = await loadVersion(tx, versionId, true);
      const zone = await timeZoneOf(tx, actor.communityId);
      const former = await versionInState(tx, 'in-force');
      const tree = await loadTree(tx, versionId);
      const next = putInForce(draft, tree, former !== null, this.clock.today(zone));
      await requireRevision(tx, draft, revision, versionView(draft), zone);
      const by = { personId: actor.personId, at: this.clock.now() };
      if (former && next.former) await this.close(tx, former, next.former, tree, by);
      await updateVersion(tx, draft, next.draft, by);
      await audit(tx, actor, {
        act: 'project.put-in-force',
        subjectType: 'project',
        subjectId: versionId,
        label: versionLabel(draft),
        before: former && { version: former.number },
        after: { version: draft.number },
      });
      return this.queries.projectView(tx, actor.communityId, await loadVersion(tx, versionId));
    });
  }

  private async close(tx: Tx, former: StoredVersion, change: { status: 'past'; endedOn: string }, tree: StoredTree, by: Writing): Promise<void> {
    const kept = new Set(actionsOf(tree).map(({ id }) => id));
    const left = actionsOf(await loadTree(tx, former.id)).filter(({ id }) => !kept.has(id));
    await requireNothingCarried(tx, this.use, left);
    const trackings = await loadTrackings(tx, former.id);
    await freezeTracking(tx, former.id, new Map([...trackings].map(([id, tracking]) => [id, finalTracking(tracking)])));
    await updateVersion(tx, former, change, by);
  }
}

/** The tracking alone, without what only serves edits. */
function finalTracking(live: StoredTracking): FinalTracking {
  const { status, statusSentence, statusSince, leadPersonId, leadName, lead, partners, steps, budgetCents, startsOn, endsOn, text } = live;
  return { status, statusSentence, statusSince, leadPersonId, leadName, lead, partners, steps, budgetCents, startsOn, endsOn, text };
}
