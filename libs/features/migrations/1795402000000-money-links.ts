import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The followed indicator that gives the value of each indicator of the contract; without one once unlinked. */
export class MoneyLinks1795402000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contract_indicator_link (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        code text not null check (length(code) between 1 and 60),
        indicator_id uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, code),
        foreign key (community_id, indicator_id) references indicator (community_id, id),
        foreign key (community_id, updated_by) references membership (community_id, person_id)
      )`);
    await runner.query('create index contract_indicator_link_indicator on contract_indicator_link (community_id, indicator_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contract_indicator_link');
  }
}
