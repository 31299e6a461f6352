import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The indicators a checked file gives values of: they are held from the first line of its writing. */
export class IndicatorsImportLocks1795431000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table value_import add column indicator_ids uuid[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table value_import drop column indicator_ids');
  }
}
