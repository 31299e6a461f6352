import { requireRight, type Actor } from '@maillage/domain/identity';
import { found, type Day } from '@maillage/domain/kernel';
import { actionIn, checkTrackingEdit, requireTracking } from '@maillage/domain/project';
import { timeZoneOf } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadTracking, type StoredTracking } from './action.store';
import { actionLabel } from './labels';
import { ProjectQueries } from './project.queries';
import { loadTree, versionHolding, type Writing } from './project.store';
import type { ActionView } from './views';

/** An action held for one change of its tracking. */
export interface ActionAtWork {
  tx: Tx;
  action: StoredTracking;
  /** What the journal calls it. */
  label: string;
  timeZone: string;
  today: Day;
  by: Writing;
}

/** The one way to change the tracking of an action: in force, or new in the draft, and by someone who may. */
@Injectable()
export class TrackingEditing {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly queries: ProjectQueries,
  ) {}

  /** Runs a change and shows the action as it became. */
  async change(actor: Actor, actionId: string, work: (held: ActionAtWork) => Promise<void>): Promise<ActionView> {
    requireRight(actor, 'project.track');
    return this.db.run(actor.communityId, async (tx) => {
      const action = await loadTracking(tx, actionId, true);
      const version = await versionHolding(tx, actionId);
      checkTrackingEdit(version, version.status === 'in-force');
      requireTracking(actor, action);
      const { title } = found(actionIn(await loadTree(tx, version.id), actionId).action);
      const timeZone = await timeZoneOf(tx, actor.communityId);
      await work({
        tx,
        action,
        label: actionLabel({ number: action.number, title }),
        timeZone,
        today: this.clock.today(timeZone),
        by: { personId: actor.personId, at: this.clock.now() },
      });
      return this.queries.actionView(tx, actor, actionId);
    });
  }
}
