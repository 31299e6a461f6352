import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

const community = `community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid`;

/** Tables of this area whose changes the dashboards show. */
const steered = ['measure_absence', 'collection_settings'];

/** Answers without a value, how each community collects, and the reminders that were sent. Rounds are derived: they have no table. */
export class IndicatorsCollection1795423000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table measure_absence (
        ${community},
        indicator_id uuid not null,
        period_key text not null,
        period_start date not null,
        period_end date not null,
        reason text not null,
        stated_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, indicator_id, period_key),
        foreign key (community_id, indicator_id) references indicator (community_id, id),
        foreign key (community_id, updated_by) references membership (community_id, person_id),
        check (period_end >= period_start)
      )`);
    await runner.query('create index measure_absence_end on measure_absence (community_id, period_end)');
    // Whatever the door a value comes through, it undoes the answer that there is none.
    await runner.query(`
      create function value_undoes_absence() returns trigger language plpgsql as $$
      begin
        delete from measure_absence a using given g
         where a.community_id = g.community_id and a.indicator_id = g.indicator_id and a.period_key = g.period_key;
        return null;
      end $$`);
    await runner.query(`
      create trigger measure_undoes_absence after insert on measure
        referencing new table as given for each statement execute function value_undoes_absence()`);

    await runner.query(`
      create table collection_settings (
        ${community} references community (id),
        due_days smallint not null check (due_days between 0 and 90),
        remind boolean not null,
        before_days smallint not null check (before_days between 0 and 30),
        weekly_limit smallint not null check (weekly_limit between 0 and 8),
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id),
        foreign key (community_id, updated_by) references membership (community_id, person_id)
      )`);

    await runner.query(`
      create table collection_reminder (
        ${community} references community (id),
        id uuid not null,
        person_id uuid not null,
        email text not null,
        day date not null,
        asked_by uuid,
        status text not null check (status in ('pending', 'sent', 'failed', 'uncertain', 'unneeded')),
        claim_run uuid,
        created_at timestamptz not null,
        settled_at timestamptz,
        answer text,
        explanation text,
        primary key (community_id, id),
        foreign key (community_id, person_id) references membership (community_id, person_id),
        foreign key (community_id, asked_by) references membership (community_id, person_id)
      )`);
    // One message by itself per person and day, whoever plans it and however often.
    await runner.query('create unique index collection_reminder_once on collection_reminder (community_id, person_id, day) where asked_by is null');
    await runner.query('create index collection_reminder_person on collection_reminder (community_id, person_id, created_at)');
    await runner.query(`
      create table collection_reminder_line (
        ${community},
        reminder_id uuid not null,
        person_id uuid not null,
        indicator_id uuid not null,
        period_key text not null,
        due_on date not null,
        stage text not null check (stage ~ '^(asked|before|after|again-[0-9]+)$'),
        primary key (community_id, reminder_id, indicator_id, period_key),
        foreign key (community_id, reminder_id) references collection_reminder (community_id, id),
        foreign key (community_id, indicator_id) references indicator (community_id, id)
      )`);
    // A stage of a value is reminded to a person once.
    await runner.query(`
      create unique index collection_reminder_line_once on collection_reminder_line (community_id, person_id, indicator_id, period_key, stage)
       where stage <> 'asked'`);
    await runner.query('create index collection_reminder_line_period on collection_reminder_line (community_id, period_key)');
    for (const table of steered) await runner.query(marksChanges(table, 'community_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger measure_undoes_absence on measure');
    await runner.query('drop function value_undoes_absence()');
    await runner.query('drop table collection_reminder_line, collection_reminder, collection_settings, measure_absence');
  }
}
