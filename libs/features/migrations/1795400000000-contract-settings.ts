import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a contract leaves open, and the versions of the agreement that the operator added. */
export class ContractSettings1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table aci_contract
        add column prorata_unit text not null default 'days' check (prorata_unit in ('days', 'months')),
        add column accounting_year_start text not null default '01-01' check (accounting_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
        add column membership_year_start text not null default '01-01' check (membership_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$')`);
    await runner.query(`
      create table agreement_version (
        code text primary key check (length(code) between 1 and 60),
        content jsonb not null,
        hash text not null,
        added_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table agreement_version');
    await runner.query('alter table aci_contract drop column prorata_unit, drop column accounting_year_start, drop column membership_year_start');
  }
}
