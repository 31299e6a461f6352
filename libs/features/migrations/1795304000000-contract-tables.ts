import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a community signed, and what it does with each mission. */
export class ContractTables1795304000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table aci_contract (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        id uuid not null,
        signed_on date not null,
        duration_years integer not null check (duration_years between 1 and 10),
        agreement text not null,
        size smallint check (size between 1 and 4),
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id),
        foreign key (community_id, updated_by) references membership (community_id, person_id)
      )`);
    await runner.query(`
      create table mission_participation (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        mission_code text not null check (length(mission_code) between 1 and 60),
        chosen boolean not null,
        started_on date,
        deployed_on date,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, mission_code),
        foreign key (community_id, updated_by) references membership (community_id, person_id),
        check (chosen or started_on is null),
        check (deployed_on is null or deployed_on >= started_on)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mission_participation, aci_contract');
  }
}
