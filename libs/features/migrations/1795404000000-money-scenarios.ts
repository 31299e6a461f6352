import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Simulations of a contract year kept under a name: only the values that were changed. */
export class MoneyScenarios1795404000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table money_scenario (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        id uuid not null,
        contract_year smallint not null check (contract_year between 1 and 10),
        name text not null check (length(name) between 1 and 80),
        name_key text not null,
        values jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id, contract_year, name_key),
        foreign key (community_id, updated_by) references membership (community_id, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table money_scenario');
  }
}
