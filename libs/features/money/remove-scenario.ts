import { requireRight, type Actor } from '@maillage/domain/identity';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { scenarioOf, toldScenario } from './scenario-rules';
import { deleteScenario, lockScenario } from './scenario.store';

/** Deletes a scenario; the journal keeps what it held. */
@Injectable()
export class RemoveScenario {
  constructor(private readonly db: TenantDb) {}

  async execute(actor: Actor, id: string, revision: number): Promise<void> {
    requireRight(actor, 'scenarios.write');
    await this.db.run(actor.communityId, async (tx) => {
      const stored = await lockScenario(tx, id);
      await requireRevision(tx, stored, revision, scenarioOf(stored), await timeZoneOf(tx, actor.communityId));
      await deleteScenario(tx, id);
      await audit(tx, actor, { act: 'scenario.removed', subjectType: 'scenario', subjectId: id, label: stored.name, before: toldScenario(stored) });
    });
  }
}
