import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { checkScenario, scenarioLimits, type Scenario } from '@maillage/domain/money';
import { audit, loadCommunity } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { requireFreeName, scenarioOf, termsToSimulate, toldScenario } from './scenario-rules';
import { findScenario, loadScenarios, lockScenario, type StoredScenario, writeScenario } from './scenario.store';

/** A scenario to be kept; its id is made by the screen, so that the same request sent twice keeps it once. */
export interface ScenarioInput extends Scenario {
  id: string;
}

/** Keeps a simulation under a name. */
@Injectable()
export class SaveScenario {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Gives it as kept. Refuses besides its own rules: `too-many`, `scenario-name-taken`, `scenario-without-terms`. */
  async execute(actor: Actor, { id, ...input }: ScenarioInput): Promise<StoredScenario> {
    requireRight(actor, 'scenarios.write');
    return this.db.run(actor.communityId, async (tx) => {
      // Held, so that two people do not go past the limit, nor take the same name, together.
      await loadCommunity(tx, actor.communityId, true);
      const scenario = checkScenario(input, await termsToSimulate(tx, input.year));
      const before = await findScenario(tx, id);
      if (before) {
        if (JSON.stringify(scenarioOf(before)) === JSON.stringify(scenario)) return before;
        throw new DomainError('already-done');
      }
      const others = await loadScenarios(tx, scenario.year);
      if (others.length >= scenarioLimits.perYear) throw new DomainError('too-many', { label: 'Scénarios d’une année', max: scenarioLimits.perYear });
      requireFreeName(others, scenario.name, id);
      await writeScenario(tx, id, scenario, { personId: actor.personId, at: this.clock.now() });
      await audit(tx, actor, { act: 'scenario.saved', subjectType: 'scenario', subjectId: id, label: scenario.name, after: toldScenario(scenario) });
      return lockScenario(tx, id);
    });
  }
}
