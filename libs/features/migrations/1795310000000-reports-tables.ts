import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

/** Tables of this area whose changes the dashboards show. */
const steered = ['report', 'recipient'];

const community = `community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid`;

/** Reports with their documents and their chain of seals, whom they are sent to, the ledger of sendings, and the copies readers open. */
export class ReportsTables1795310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report (
        ${community} references community (id),
        id uuid not null,
        kind text not null check (kind in ('quarter-indicators')),
        period_key text not null,
        period_start date not null,
        period_end date not null,
        number text not null,
        version integer not null check (version >= 1),
        status text not null check (status in ('preparing', 'awaiting-approval', 'approved', 'sending', 'sent', 'partly-sent', 'failed', 'cancelled')),
        status_since timestamptz not null,
        failure text,
        snapshot jsonb,
        snapshot_hash text check (snapshot_hash ~ '^[0-9a-f]{64}$'),
        frozen_at timestamptz,
        seal_sequence integer,
        prepared_at timestamptz not null,
        prepared_by uuid,
        approved_at timestamptz,
        approved_by uuid,
        sent_at timestamptz,
        sent_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        unique (community_id, kind, number, version),
        foreign key (community_id, prepared_by) references membership (community_id, person_id),
        foreign key (community_id, approved_by) references membership (community_id, person_id),
        foreign key (community_id, sent_by) references membership (community_id, person_id),
        foreign key (community_id, updated_by) references membership (community_id, person_id),
        check ((snapshot is null) = (snapshot_hash is null) and (snapshot is null) = (frozen_at is null)),
        check (approved_at is null or seal_sequence is not null),
        check (period_end >= period_start)
      )`);
    // One living report per period and version: cancelled ones leave their place.
    await runner.query(`create unique index report_once on report (community_id, kind, period_key, version) where status <> 'cancelled'`);

    await runner.query(`
      create table report_line (
        ${community},
        report_id uuid not null,
        indicator_id uuid not null,
        period_key text not null,
        measure_ids uuid[] not null,
        value_text text not null,
        primary key (community_id, report_id, indicator_id),
        foreign key (community_id, report_id) references report (community_id, id)
      )`);
    await runner.query('create index report_line_indicator on report_line (community_id, indicator_id)');

    await runner.query(`
      create table report_document (
        ${community},
        report_id uuid not null,
        format text not null check (format in ('pdf', 'xlsx', 'json')),
        file_id uuid not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        size integer not null check (size > 0),
        name text not null,
        primary key (community_id, report_id, format),
        foreign key (community_id, report_id) references report (community_id, id),
        foreign key (community_id, file_id) references file (community_id, id)
      )`);

    // Each seal holds the one before: nothing can be changed, taken away or slipped in without showing.
    await runner.query(`
      create table report_seal (
        ${community},
        sequence integer not null check (sequence >= 1),
        report_id uuid not null,
        number text not null,
        version integer not null,
        snapshot_hash text not null,
        documents jsonb not null,
        previous_hash text,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        sealed_at timestamptz not null,
        primary key (community_id, sequence),
        foreign key (community_id, report_id) references report (community_id, id),
        check ((sequence = 1) = (previous_hash is null))
      )`);

    await runner.query(`
      create table report_schedule (
        ${community} references community (id),
        enabled boolean not null,
        day smallint not null check (day between 1 and 28),
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id),
        foreign key (community_id, updated_by) references membership (community_id, person_id)
      )`);

    await runner.query(`
      create table recipient (
        ${community} references community (id),
        id uuid not null,
        kind text not null check (kind in ('ars', 'cpam', 'other')),
        name text not null check (length(name) between 1 and 160),
        organisation_key text not null,
        email text not null check (length(email) <= 254),
        added_at timestamptz not null,
        removed_at timestamptz,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, id),
        foreign key (community_id, updated_by) references membership (community_id, person_id)
      )`);
    await runner.query('create unique index recipient_email on recipient (community_id, lower(email)) where removed_at is null');

    await runner.query(`
      create table delivery (
        ${community},
        id uuid not null,
        report_id uuid not null,
        recipient_id uuid not null,
        kind text not null,
        name text not null,
        organisation_key text not null,
        email text not null,
        status text not null check (status in ('pending', 'retrying', 'delivered', 'refused', 'uncertain', 'gave-up')),
        message_id text not null,
        round integer not null default 1,
        claim_run uuid,
        claimed_at timestamptz,
        retry_run uuid,
        retry_at timestamptz,
        asked_by uuid,
        created_at timestamptz not null,
        delivered_at timestamptz,
        primary key (community_id, id),
        unique (community_id, report_id, recipient_id),
        foreign key (community_id, report_id) references report (community_id, id),
        foreign key (community_id, recipient_id) references recipient (community_id, id),
        foreign key (community_id, asked_by) references membership (community_id, person_id),
        check ((status = 'delivered') = (delivered_at is not null)),
        check ((claim_run is null) = (claimed_at is null)),
        check ((status = 'retrying') = (retry_run is not null))
      )`);

    await runner.query(`
      create table delivery_attempt (
        ${community},
        id uuid not null,
        delivery_id uuid not null,
        round integer not null,
        started_at timestamptz not null,
        at timestamptz not null,
        outcome text not null check (outcome in ('delivered', 'temporary', 'permanent', 'uncertain')),
        email text not null,
        message_id text not null,
        answer text,
        explanation text,
        by_person_id uuid,
        primary key (community_id, id),
        foreign key (community_id, delivery_id) references delivery (community_id, id),
        foreign key (community_id, by_person_id) references membership (community_id, person_id)
      )`);
    await runner.query('create index delivery_attempt_delivery on delivery_attempt (community_id, delivery_id, id)');

    await runner.query(`
      create table publication (
        ${community} references community (id),
        id uuid not null,
        report_id uuid not null,
        organisation text not null,
        organisation_key text not null,
        community_title text not null,
        number text not null,
        version integer not null,
        snapshot jsonb not null,
        snapshot_hash text not null,
        seal_hash text not null,
        documents jsonb not null,
        differences jsonb not null,
        published_at timestamptz not null,
        primary key (community_id, id),
        unique (community_id, report_id, organisation_key),
        foreign key (community_id, report_id) references report (community_id, id)
      )`);

    // What someone approved stays as it was approved, whatever the code above does.
    await runner.query(`
      create function keep_approved_report() returns trigger language plpgsql as $$
      begin
        if old.approved_at is not null and new.approved_at is not null
          and (new.snapshot, new.snapshot_hash, new.seal_sequence) is distinct from (old.snapshot, old.snapshot_hash, old.seal_sequence) then
          raise exception 'An approved report does not change.';
        end if;
        return new;
      end $$`);
    await runner.query('create trigger report_kept before update on report for each row execute function keep_approved_report()');
    await runner.query(`
      create function keep_approved_document() returns trigger language plpgsql as $$
      begin
        if exists (select from report where community_id = old.community_id and id = old.report_id and approved_at is not null) then
          raise exception 'The documents of an approved report do not change.';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`);
    await runner.query('create trigger report_document_kept before update or delete on report_document for each row execute function keep_approved_document()');

    for (const table of steered) await runner.query(marksChanges(table, 'community_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table publication, delivery_attempt, delivery, recipient, report_schedule, report_seal, report_document, report_line, report');
    await runner.query('drop function keep_approved_report, keep_approved_document');
  }
}
