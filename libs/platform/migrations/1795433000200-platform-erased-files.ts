import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file whose bytes nobody needs any more loses them; its name, its size and its hash stay told. */
export class PlatformErasedFiles1795433000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table file add column erased_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table file drop column erased_at');
  }
}
