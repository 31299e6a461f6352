import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In specs, what the journal answers for is not written without a line of the journal in the same transaction: its commit is refused.
 * Installed after the migrations, in the databases of specs only; `app.unsealed` lets one transaction through.
 */
export class RefuseUnsealed9999999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_unsealed() returns trigger language plpgsql set enable_seqscan = off as $$
      begin
        if current_setting('app.unsealed', true) = 'allowed' then return null; end if;
        if exists (select from seal_mark where community_id = new.community_id and xact = new.xact and id = new.id) then
          raise exception 'A row of % was written without a line of the journal.', new.table_name;
        end if;
        return null;
      end $$`);
    await runner.query('create constraint trigger seal_mark_untaken after insert on seal_mark deferrable initially deferred for each row execute function refuse_unsealed()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger seal_mark_untaken on seal_mark');
    await runner.query('drop function refuse_unsealed()');
  }
}
