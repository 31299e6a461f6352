import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

const tables = ['contract_terms', 'recognised_crisis', 'contract_indicator_link'] as const;

/** Dashboards show the euros of the contract year: what they are made from leaves a mark too. */
export class SteeringEuros1795406000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(marksChanges(table, 'community_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      for (const event of ['insert', 'update', 'delete']) await runner.query(`drop trigger ${table}_steering_${event} on ${table}`);
    }
  }
}
