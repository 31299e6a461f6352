import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The settings of a community, its territory, the country's communes, and what the journal needs to be read. */
export class CommunityTables1795302000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table community
        add column time_zone text not null default 'Europe/Paris',
        add column mask_below integer not null default 6 check (mask_below between 5 and 50),
        add column logo_file_id uuid,
        add column demo boolean not null default false,
        add column updated_at timestamptz not null default now(),
        add column updated_by uuid,
        add column revision integer not null default 1,
        add foreign key (id, logo_file_id) references file (community_id, id),
        add foreign key (id, updated_by) references membership (community_id, person_id)`);

    await runner.query(`
      create table department (
        code text primary key check (length(code) between 2 and 3),
        name text not null
      )`);
    await runner.query(`
      create table epci (
        siren text primary key check (siren ~ '^[0-9]{9}$'),
        kind text not null,
        name text not null,
        search text not null
      )`);
    await runner.query(`
      create table commune (
        insee_code text primary key check (insee_code ~ '^([0-9]{2}|2[AB])[0-9]{3}$'),
        parent_code text,
        name text not null,
        department_code text not null,
        region_code text not null,
        postcodes text[] not null,
        population integer check (population >= 0),
        epci_siren text references epci (siren),
        former_codes text[] not null,
        vintage smallint not null,
        search text not null
      )`);
    await runner.query(`create index commune_search on commune (search text_pattern_ops)`);
    await runner.query(`create index commune_postcodes on commune using gin (postcodes)`);
    await runner.query(`create index commune_epci on commune (epci_siren)`);
    await runner.query(`create index commune_parent on commune (parent_code) where parent_code is not null`);

    await runner.query(`
      create table community_commune (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        insee_code text not null references commune (insee_code),
        added_at timestamptz not null default now(),
        primary key (community_id, insee_code)
      )`);

    // The journal (made with the people) is searched by date and by person, and says what things were called then.
    await runner.query(`alter table audit_entry add column subject_label text`);
    await runner.query(`create index audit_entry_at on audit_entry (community_id, at desc, id desc)`);
    await runner.query(`create index audit_entry_person on audit_entry (community_id, person_id, at desc)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index audit_entry_at, audit_entry_person`);
    await runner.query(`alter table audit_entry drop column subject_label`);
    await runner.query(`drop table community_commune, commune, epci, department`);
    await runner.query(`
      alter table community drop column time_zone, drop column mask_below, drop column logo_file_id,
        drop column demo, drop column updated_at, drop column updated_by, drop column revision`);
  }
}
