import { requireRight, type Actor } from '@maillage/domain/identity';
import { checkScenario, type Scenario } from '@maillage/domain/money';
import { audit, loadCommunity, requireRevision } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { requireFreeName, scenarioOf, termsToSimulate, toldScenario } from './scenario-rules';
import { loadScenarios, lockScenario, type StoredScenario, writeScenario } from './scenario.store';

/** A scenario's name and values, with the revision on screen. */
export type ScenarioChange = Omit<Scenario, 'year'> & { revision: number };

/** Gives a scenario another name or other values; its contract year stays. */
@Injectable()
export class ChangeScenario {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Gives it as kept; the same content again changes nothing. */
  async execute(actor: Actor, id: string, { revision, ...input }: ScenarioChange): Promise<StoredScenario> {
    requireRight(actor, 'scenarios.write');
    return this.db.run(actor.communityId, async (tx) => {
      const { timeZone } = await loadCommunity(tx, actor.communityId, true);
      const stored = await lockScenario(tx, id);
      const before = scenarioOf(stored);
      await requireRevision(tx, stored, revision, before, timeZone);
      const after = checkScenario({ ...input, year: before.year }, await termsToSimulate(tx, before.year));
      if (JSON.stringify(before) === JSON.stringify(after)) return stored;
      requireFreeName(await loadScenarios(tx, before.year), after.name, id);
      await writeScenario(tx, id, after, { personId: actor.personId, at: this.clock.now() });
      await audit(tx, actor, { act: 'scenario.changed', subjectType: 'scenario', subjectId: id, label: after.name, before: toldScenario(before), after: toldScenario(after) });
      return lockScenario(tx, id);
    });
  }
}
