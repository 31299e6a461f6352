import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

/** Dashboards say whom values wait for, and ask for nothing in what is locked. */
const steered = ['validation_settings', 'period_lock'] as const;

const community = `community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid`;

/**
 * A value is sent to those who validate, sent back, validated in one or two steps, then locked with its period. What is added to a
 * value allows null: values already there stay as their history says they are.
 */
export class IndicatorsValidation1795421000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table measure
        drop constraint measure_status_check,
        drop constraint measure_check2,
        add constraint measure_status_check check (status in ('draft', 'submitted', 'validated', 'locked')),
        add constraint measure_validated_check check ((status in ('validated', 'locked')) = (validated_at is not null)),
        add column origin text check (origin in ('typed', 'link', 'import', 'computed')),
        add column submitted_at timestamptz,
        add column submitted_by uuid,
        add column checked_at timestamptz,
        add column checked_by uuid,
        add column remark text,
        add column returned_at timestamptz,
        add column returned_by uuid,
        add column exception_id uuid,
        add constraint measure_checked_check check (checked_at is null or status <> 'draft'),
        add constraint measure_remark_check check ((remark is null) = (returned_at is null) and (remark is null or status = 'draft'))`);
    // Acts are a closed list of the product; the table holds their form.
    await runner.query(`alter table measure_change drop constraint measure_change_act_check, add constraint measure_change_act_check check (act ~ '^[a-z]+(-[a-z]+)*$')`);
    await runner.query(`
      create table validation_settings (
        ${community},
        validated_by text not null check (validated_by in ('coordinator', 'board')),
        steps integer not null check (steps in (1, 2)),
        submit_on_save boolean not null,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null,
        primary key (community_id),
        check (steps = 1 or validated_by = 'board')
      )`);
    await runner.query(`
      create table period_lock (
        ${community},
        id uuid not null,
        period_key text not null,
        period_start date not null,
        period_end date not null,
        locked_at timestamptz not null,
        locked_by uuid,
        values_locked integer not null,
        values_left integer not null,
        unlocked_at timestamptz,
        unlocked_by uuid,
        unlock_reason text,
        primary key (community_id, id),
        check (period_end >= period_start),
        check ((unlocked_at is null) = (unlock_reason is null))
      )`);
    await runner.query('create unique index period_lock_standing on period_lock (community_id, period_key) where unlocked_at is null');
    await runner.query(`
      create table lock_exception (
        ${community},
        id uuid not null,
        person_id uuid not null,
        indicator_id uuid not null,
        period_key text not null,
        until timestamptz not null,
        reason text not null,
        granted_at timestamptz not null,
        granted_by uuid,
        closed_at timestamptz,
        closed_by uuid,
        primary key (community_id, id),
        foreign key (community_id, indicator_id) references indicator (community_id, id)
      )`);
    for (const table of steered) await runner.query(marksChanges(table, 'community_id'));
    await runner.query('create index lock_exception_place on lock_exception (community_id, indicator_id, period_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lock_exception, period_lock, validation_settings');
    await runner.query(`
      alter table measure
        drop constraint measure_remark_check, drop constraint measure_checked_check, drop constraint measure_validated_check, drop constraint measure_status_check,
        drop column origin, drop column submitted_at, drop column submitted_by, drop column checked_at, drop column checked_by, drop column remark,
        drop column returned_at, drop column returned_by, drop column exception_id`);
    await runner.query(`update measure set status = case status when 'locked' then 'validated' when 'submitted' then 'draft' else status end`);
    await runner.query(`
      alter table measure add constraint measure_status_check check (status in ('draft', 'validated')),
        add constraint measure_check2 check ((status = 'validated') = (validated_at is not null))`);
    await runner.query(`
      alter table measure_change drop constraint measure_change_act_check,
        add constraint measure_change_act_check check (act in ('recorded', 'changed', 'deleted', 'validated', 'reopened', 'evidence-added', 'evidence-removed')) not valid`);
  }
}
