import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loadCommunes } from '@maillage/features/community';

/** Fills the country's reference tables with the bundled list (official geographic code of 2026). */
export class CommunityCommunes1795302000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await loadCommunes(runner);
    await runner.query('analyze commune, epci, department');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('truncate community_commune, commune, epci, department');
  }
}
