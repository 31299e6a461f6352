import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders of values sent back, and the time an indicator gives to answer when it is not that of the community. */
export class IndicatorsReturned1795434000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table collection_reminder_line drop constraint collection_reminder_line_stage_check');
    await runner.query(`
      alter table collection_reminder_line add constraint collection_reminder_line_stage_check
        check (stage ~ '^(asked|before|after|again-[0-9]+|returned-[0-9]+(-[0-9]+)?)$')`);
    // Asked for at each plan of reminders: few values are on their way back.
    await runner.query(`create index measure_returned on measure (community_id) where status = 'draft' and remark is not null`);
    await runner.query('alter table indicator add column due_days smallint check (due_days between 0 and 90)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table indicator drop column due_days');
    await runner.query('drop index measure_returned');
    await runner.query(`delete from collection_reminder_line where stage like 'returned-%'`);
    await runner.query('alter table collection_reminder_line drop constraint collection_reminder_line_stage_check');
    await runner.query(`
      alter table collection_reminder_line add constraint collection_reminder_line_stage_check check (stage ~ '^(asked|before|after|again-[0-9]+)$')`);
  }
}
