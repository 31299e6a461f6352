import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of values on their way in, and what their columns were the last time. */
export class IndicatorsImports1795425000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table value_import (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id),
        id uuid not null,
        file_id uuid,
        file_name text not null,
        file_hash text not null,
        file_size integer not null,
        status text not null check (status in ('analysing', 'to-map', 'ready', 'writing', 'done', 'refused', 'failed', 'cancelled')),
        columns jsonb not null default '[]',
        uses text[],
        signature text,
        counts jsonb,
        issues jsonb not null default '[]',
        digest text,
        comment text,
        failure text,
        created_at timestamptz not null,
        created_by uuid not null,
        confirmed_at timestamptz,
        confirmed_by uuid,
        finished_at timestamptz,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        foreign key (community_id, file_id) references file (community_id, id)
      )`);
    await runner.query(`
      create table import_mapping (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id),
        signature text not null,
        uses text[] not null,
        updated_at timestamptz not null,
        updated_by uuid,
        primary key (community_id, signature)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_mapping, value_import');
  }
}
