import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of communities, the people, and how they enter. */
export class IdentityPeople1795210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table community (
        id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        label text not null default 'CPTS' check (length(label) between 1 and 60),
        created_at timestamptz not null default now()
      );

      create table person (
        id uuid primary key,
        email text not null unique check (email = lower(email) and length(email) <= 254),
        given_name text not null,
        family_name text not null,
        password_hash text not null,
        password_changed_at timestamptz not null,
        created_at timestamptz not null,
        revision integer not null default 1
      );

      create table membership (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        person_id uuid not null references person (id),
        role text not null check (role in ('coordinator', 'president', 'treasurer', 'board', 'lead', 'member', 'reader')),
        organisation text check (organisation is null or length(organisation) between 1 and 160),
        name text not null,
        email text not null,
        joined_at timestamptz not null,
        ended_at timestamptz,
        last_used_at timestamptz,
        revision integer not null default 1,
        primary key (community_id, person_id),
        check ((role = 'reader') = (organisation is not null))
      );
      create index membership_person on membership (person_id);

      create table session (
        id uuid primary key,
        token_hash bytea not null unique,
        person_id uuid not null references person (id) on delete cascade,
        community_id uuid,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        user_agent text,
        address text,
        foreign key (community_id, person_id) references membership (community_id, person_id) on delete cascade
      );
      create index session_person on session (person_id);
      create index session_expiry on session (expires_at);

      create table one_time_link (
        id uuid primary key,
        kind text not null check (kind in ('invitation', 'password-reset')),
        token_hash bytea unique,
        community_id uuid default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        email text not null,
        role text,
        organisation text,
        invited_by uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        sent_at timestamptz,
        used_at timestamptz,
        revoked_at timestamptz,
        check ((kind = 'invitation') = (community_id is not null and role is not null)),
        foreign key (community_id, invited_by) references membership (community_id, person_id)
      );
      create unique index one_time_link_pending on one_time_link (community_id, email) where kind = 'invitation' and used_at is null and revoked_at is null;
      create index one_time_link_email on one_time_link (email);

      create table login_throttle (
        key text primary key,
        attempts integer not null,
        last_at timestamptz not null,
        blocked_until timestamptz
      );

      create table audit_entry (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        id bigint generated always as identity,
        at timestamptz not null default now(),
        person_id uuid,
        role text,
        act text not null,
        subject_type text not null,
        subject_id text not null,
        before jsonb,
        after jsonb,
        primary key (community_id, id)
      );
      create index audit_entry_subject on audit_entry (community_id, subject_type, subject_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_entry, login_throttle, one_time_link, session, membership, person, community');
  }
}
