import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the contract says of each of its years, by dated version, and the crises the ARS recognised. */
export class ContractTerms1795401000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contract_terms (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        contract_year smallint not null check (contract_year between 1 and 10),
        amendment smallint not null check (amendment between 0 and 99),
        label text not null check (length(label) between 1 and 160),
        effective_on date not null,
        content jsonb not null,
        hash text not null,
        recorded_at timestamptz not null,
        recorded_by uuid,
        revision integer not null default 1,
        primary key (community_id, contract_year, amendment),
        foreign key (community_id, recorded_by) references membership (community_id, person_id)
      )`);
    await runner.query(`
      create table recognised_crisis (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        id uuid not null,
        kind text not null check (length(kind) between 1 and 60),
        recognised_on date not null,
        reference text check (length(reference) between 1 and 400),
        ended_on date,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id, kind, recognised_on),
        foreign key (community_id, updated_by) references membership (community_id, person_id),
        check (ended_on is null or ended_on >= recognised_on)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recognised_crisis, contract_terms');
  }
}
