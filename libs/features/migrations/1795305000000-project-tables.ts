import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The health project: its versions and their trees; actions, whose identity, number and tracking outlive the versions. */
export class ProjectTables1795305000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table health_project (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id),
        id uuid not null,
        number integer not null check (number > 0),
        title text not null,
        note text,
        status text not null check (status in ('draft', 'in-force', 'past')),
        in_force_on date,
        ended_on date,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id, number),
        check ((status = 'draft') = (in_force_on is null)),
        check ((status = 'past') = (ended_on is not null)),
        check (ended_on >= in_force_on)
      )`);
    await runner.query(`create unique index health_project_one_draft on health_project (community_id) where status = 'draft'`);
    await runner.query(`create unique index health_project_one_in_force on health_project (community_id) where status = 'in-force'`);

    await runner.query(`
      create table axis (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        version_id uuid not null,
        id uuid not null,
        position integer not null,
        title text not null,
        why text,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, version_id, id),
        foreign key (community_id, version_id) references health_project (community_id, id) on delete cascade
      )`);

    await runner.query(`
      create table action (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id),
        id uuid not null,
        number integer not null check (number > 0),
        status text not null check (status in ('not-started', 'on-track', 'at-risk', 'late', 'done', 'dropped')),
        status_sentence text,
        status_since date not null,
        lead_person_id uuid,
        lead_name text,
        partners text,
        budget_cents bigint check (budget_cents >= 0),
        starts_on date,
        ends_on date,
        text text,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        steps_updated_at timestamptz not null,
        steps_updated_by uuid,
        steps_revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id, number),
        foreign key (community_id, lead_person_id) references membership (community_id, person_id),
        check (status not in ('at-risk', 'late') or status_sentence is not null),
        check (lead_person_id is null or lead_name is null),
        check (ends_on >= starts_on)
      )`);
    await runner.query(`create index action_lead on action (community_id, lead_person_id)`);

    await runner.query(`
      create table action_content (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        version_id uuid not null,
        action_id uuid not null,
        axis_id uuid not null,
        position integer not null,
        title text not null,
        objective text,
        why text,
        audience text,
        mission_codes text[] not null check (cardinality(mission_codes) > 0),
        final_tracking jsonb,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, version_id, action_id),
        foreign key (community_id, version_id, axis_id) references axis (community_id, version_id, id) on delete cascade,
        foreign key (community_id, action_id) references action (community_id, id)
      )`);
    await runner.query(`create index action_content_axis on action_content (community_id, version_id, axis_id)`);
    await runner.query(`create index action_content_action on action_content (community_id, action_id)`);

    await runner.query(`
      create table action_step (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null,
        action_id uuid not null,
        position integer not null,
        title text not null,
        due_on date,
        done_on date,
        primary key (community_id, id),
        foreign key (community_id, action_id) references action (community_id, id) on delete cascade
      )`);
    await runner.query(`create index action_step_action on action_step (community_id, action_id, position)`);

    await runner.query(`
      create table action_status_change (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null,
        action_id uuid not null,
        at timestamptz not null,
        by_person_id uuid,
        from_status text not null,
        status text not null,
        sentence text,
        primary key (community_id, id),
        foreign key (community_id, action_id) references action (community_id, id) on delete cascade
      )`);
    await runner.query(`create index action_status_change_action on action_status_change (community_id, action_id, at desc)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table action_status_change, action_step, action_content, action, axis, health_project');
  }
}
