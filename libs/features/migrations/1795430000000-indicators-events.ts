import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Values given at each event: an indicator may follow them, and a value dated so is of one day, the one its key says. */
export class IndicatorsEvents1795430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator drop constraint indicator_frequency_check,
        add constraint indicator_frequency_check check (frequency in ('month', 'quarter', 'half-year', 'civil-year', 'contract-year', 'event'))`);
    await runner.query(`
      alter table measure add constraint measure_event_check check (
        period_key not like 'E%' or (period_key ~ '^E[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[2-9])?$' and substr(period_key, 2, 10) = to_char(period_start, 'YYYY-MM-DD') and period_end = period_start))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table measure drop constraint measure_event_check');
    await runner.query(`
      alter table indicator drop constraint indicator_frequency_check,
        add constraint indicator_frequency_check check (frequency in ('month', 'quarter', 'half-year', 'civil-year', 'contract-year'))`);
  }
}
