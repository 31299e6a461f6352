import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of jobs, schedules, files; each move of a run is told to whoever listens. */
export class PlatformOutbox1700000000000 implements MigrationInterface {
  name = 'PlatformOutbox1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id uuid primary key,
        community_id uuid default nullif(current_setting('app.community_id', true), '')::uuid,
        job text not null,
        subject text,
        data jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        attempts integer not null default 0,
        progress integer not null default 0 check (progress between 0 and 100),
        progress_label text,
        error text,
        run_at timestamptz not null default now(),
        created_at timestamptz not null default now(),
        relayed_at timestamptz,
        finished_at timestamptz,
        lease_token uuid,
        lease_until timestamptz
      );
      create index outbox_due on outbox (run_at) where state in ('waiting', 'running');
      create index outbox_finished on outbox (finished_at) where finished_at is not null;
      create index outbox_subject on outbox (community_id, subject, id);

      create function tell_job_progress() returns trigger language plpgsql as $$
      begin
        perform pg_notify('job_progress', json_build_object(
          'communityId', new.community_id, 'runId', new.id, 'subject', new.subject, 'job', new.job,
          'state', new.state, 'progress', new.progress, 'label', left(new.progress_label, 300))::text);
        return null;
      end $$;
      create trigger outbox_progress after insert or update of state, progress, progress_label on outbox
        for each row execute function tell_job_progress();

      create table schedule (
        key text primary key,
        community_id uuid,
        job text not null,
        data jsonb not null,
        subject text,
        cron text not null,
        time_zone text not null,
        next_at timestamptz not null,
        last_at timestamptz
      );

      create table file (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        name text not null,
        media_type text not null,
        size bigint not null check (size >= 0),
        created_at timestamptz not null default now(),
        primary key (community_id, id)
      );
      create index file_hash on file (community_id, hash);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file; drop table schedule; drop table outbox; drop function tell_job_progress()');
  }
}
