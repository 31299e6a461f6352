import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

const community = `community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid`;

/**
 * Links by which someone without an account gives the values of some indicators, and what came through them. The secret of a link is
 * kept apart, hashed, beside nothing but whose link it is: that is all that is read before the community is known.
 */
export class IndicatorsCollectionLinks1795424000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table collection_link (
        ${community} references community (id),
        id uuid not null,
        recipient text not null,
        email text,
        periods text[],
        from_on date,
        expires_on date not null,
        show_previous boolean not null,
        created_at timestamptz not null,
        created_by uuid,
        sending boolean not null,
        sent_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid,
        uses integer not null default 0,
        last_used_at timestamptz,
        window_started_at timestamptz,
        window_uses integer not null default 0,
        revision integer not null default 1,
        updated_at timestamptz not null,
        updated_by uuid,
        primary key (community_id, id),
        check ((periods is null) = (from_on is not null)),
        check (not sending or email is not null)
      )`);
    await runner.query(`
      create table collection_link_key (
        ${community},
        link_id uuid not null,
        token_hash bytea not null unique check (length(token_hash) = 32),
        primary key (community_id, link_id),
        foreign key (community_id, link_id) references collection_link (community_id, id) on delete cascade
      )`);
    await runner.query(`
      create table collection_link_indicator (
        ${community},
        link_id uuid not null,
        indicator_id uuid not null,
        position smallint not null,
        primary key (community_id, link_id, indicator_id),
        foreign key (community_id, link_id) references collection_link (community_id, id) on delete cascade,
        foreign key (community_id, indicator_id) references indicator (community_id, id)
      )`);
    await runner.query('create index collection_link_indicator_indicator on collection_link_indicator (community_id, indicator_id)');
    await runner.query(`
      create table link_contribution (
        ${community},
        id uuid not null,
        link_id uuid not null,
        indicator_id uuid not null,
        period_key text not null,
        period_start date not null,
        period_end date not null,
        numerator double precision,
        denominator double precision,
        value double precision not null,
        comment text,
        status text not null check (status in ('received', 'accepted', 'refused', 'replaced')),
        received_at timestamptz not null,
        settled_at timestamptz,
        settled_by uuid,
        reason text,
        measure_id uuid,
        primary key (community_id, id),
        foreign key (community_id, link_id) references collection_link (community_id, id),
        foreign key (community_id, indicator_id) references indicator (community_id, id),
        check ((numerator is null) = (denominator is null)),
        check ((status = 'received') = (settled_at is null)),
        check ((status = 'refused') = (reason is not null)),
        check ((status = 'accepted') = (measure_id is not null))
      )`);
    await runner.query(`create unique index link_contribution_waiting on link_contribution (community_id, link_id, indicator_id, period_key) where status = 'received'`);
    await runner.query('create index link_contribution_indicator on link_contribution (community_id, indicator_id, period_key)');
    await runner.query(`create index link_contribution_status on link_contribution (community_id, status, received_at)`);
    await runner.query(`
      create table link_contribution_file (
        ${community},
        contribution_id uuid not null,
        file_id uuid not null,
        added_at timestamptz not null,
        primary key (community_id, contribution_id, file_id),
        foreign key (community_id, contribution_id) references link_contribution (community_id, id),
        foreign key (community_id, file_id) references file (community_id, id)
      )`);
    await runner.query('create index link_contribution_file_file on link_contribution_file (community_id, file_id)');
    await runner.query(marksChanges('link_contribution', 'community_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table link_contribution_file, link_contribution, collection_link_indicator, collection_link_key, collection_link');
  }
}
