import { requireRight, type Actor } from '@maillage/domain/identity';
import { TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadScenarios, type StoredScenario } from './scenario.store';

/** Reads of the scenarios. */
@Injectable()
export class ScenarioQueries {
  constructor(private readonly db: TenantDb) {}

  /** Those of a contract year, by name. */
  async list(actor: Actor, year: number): Promise<StoredScenario[]> {
    requireRight(actor, 'money.read');
    return this.db.run(actor.communityId, (tx) => loadScenarios(tx, year), { readOnly: true });
  }
}
