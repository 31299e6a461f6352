import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicators with their targets, values by period with their history, and the proof of each value. */
export class IndicatorsTables1795306000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id),
        id uuid not null,
        code text not null,
        name text not null,
        definition text not null,
        kind text not null check (kind in ('ratio', 'count', 'yes-no')),
        numerator_label text,
        denominator_label text,
        unit text,
        decimals smallint not null check (decimals between 0 and 4),
        direction text not null check (direction in ('up', 'down')),
        frequency text not null check (frequency in ('month', 'quarter', 'contract-year')),
        aggregation text not null check (aggregation in ('sum', 'last')),
        bounded boolean not null,
        counts_patients boolean not null,
        source text,
        evidence_expected text,
        baseline_value double precision check (baseline_value >= 0),
        baseline_on date,
        mission_codes text[] not null,
        action_id uuid,
        responsible_person_id uuid,
        tracked_from date not null,
        archived_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id, code),
        foreign key (community_id, action_id) references action (community_id, id),
        foreign key (community_id, responsible_person_id) references membership (community_id, person_id),
        check ((kind = 'ratio') = (numerator_label is not null and denominator_label is not null)),
        check ((baseline_value is null) = (baseline_on is null)),
        check (cardinality(mission_codes) > 0 or action_id is not null)
      )`);
    await runner.query('create index indicator_action on indicator (community_id, action_id)');

    await runner.query(`
      create table indicator_change (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null,
        indicator_id uuid not null,
        at timestamptz not null,
        by_person_id uuid,
        fields text[] not null,
        before jsonb not null,
        after jsonb not null,
        primary key (community_id, id),
        foreign key (community_id, indicator_id) references indicator (community_id, id)
      )`);
    await runner.query('create index indicator_change_indicator on indicator_change (community_id, indicator_id, at desc)');

    await runner.query(`
      create table indicator_target (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        indicator_id uuid not null,
        period_key text not null,
        value double precision not null check (value >= 0),
        primary key (community_id, indicator_id, period_key),
        foreign key (community_id, indicator_id) references indicator (community_id, id)
      )`);

    await runner.query(`
      create table measure (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null,
        indicator_id uuid not null,
        period_key text not null,
        period_start date not null,
        period_end date not null,
        numerator double precision,
        denominator double precision,
        value double precision not null,
        comment text,
        status text not null check (status in ('draft', 'validated')),
        recorded_at timestamptz not null,
        recorded_by uuid,
        validated_at timestamptz,
        validated_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id, indicator_id, period_key),
        foreign key (community_id, indicator_id) references indicator (community_id, id),
        check ((numerator is null) = (denominator is null)),
        check (period_end >= period_start),
        check ((status = 'validated') = (validated_at is not null))
      )`);
    await runner.query('create index measure_end on measure (community_id, period_end)');

    await runner.query(`
      create table measure_change (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null,
        indicator_id uuid not null,
        period_key text not null,
        act text not null check (act in ('recorded', 'changed', 'deleted', 'validated', 'reopened', 'evidence-added', 'evidence-removed')),
        at timestamptz not null,
        by_person_id uuid,
        before jsonb,
        after jsonb,
        reason text,
        primary key (community_id, id),
        foreign key (community_id, indicator_id) references indicator (community_id, id)
      )`);
    await runner.query('create index measure_change_indicator on measure_change (community_id, indicator_id, period_key, id)');

    await runner.query(`
      create table evidence (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null,
        measure_id uuid not null,
        file_id uuid not null,
        added_at timestamptz not null,
        added_by uuid,
        primary key (community_id, id),
        foreign key (community_id, measure_id) references measure (community_id, id),
        foreign key (community_id, file_id) references file (community_id, id)
      )`);
    await runner.query('create index evidence_measure on evidence (community_id, measure_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evidence, measure_change, measure, indicator_target, indicator_change, indicator');
  }
}
