import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

const community = `community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid`;
const year = 'contract_year smallint not null check (contract_year between 1 and 10)';
const edited = `updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1`;
const editor = 'foreign key (community_id, updated_by) references membership (community_id, person_id)';

/** The *dialogue de gestion* of each contract year: what is said and settled of each indicator, what is proposed next, and its closings. */
export class ReviewTables1795405000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Each closing keeps what it froze; the state of the review points to the last one.
    await runner.query(`
      create table review_event (
        ${community} references community (id) on delete cascade,
        id uuid not null,
        ${year},
        act text not null check (act in ('closed', 'reopened')),
        at timestamptz not null,
        by_person_id uuid,
        reason text check (length(reason) between 5 and 400),
        snapshot jsonb,
        hash text check (hash ~ '^[0-9a-f]{64}$'),
        next_year text check (next_year in ('opened', 'already', 'last')),
        primary key (community_id, id),
        foreign key (community_id, by_person_id) references membership (community_id, person_id),
        check ((act = 'closed') = (snapshot is not null)),
        check ((act = 'closed') = (hash is not null)),
        check ((act = 'closed') = (next_year is not null)),
        check ((act = 'reopened') = (reason is not null))
      )`);
    await runner.query('create index review_event_year on review_event (community_id, contract_year, id)');

    await runner.query(`
      create table management_review (
        ${community} references community (id) on delete cascade,
        ${year},
        status text not null check (status in ('open', 'closed', 'reopened')),
        closing_id uuid,
        hash text check (hash ~ '^[0-9a-f]{64}$'),
        ${edited},
        primary key (community_id, contract_year),
        ${editor},
        foreign key (community_id, closing_id) references review_event (community_id, id),
        check ((status = 'closed') = (closing_id is not null)),
        check ((closing_id is null) = (hash is null))
      )`);

    await runner.query(`
      create table review_line (
        ${community} references community (id) on delete cascade,
        ${year},
        indicator_code text not null check (length(indicator_code) between 1 and 60),
        comment text,
        fund_remark text,
        ars_remark text,
        conclusion text check (conclusion in ('reached', 'partly', 'not-reached')),
        agreed_cents bigint check (agreed_cents >= 0),
        ${edited},
        primary key (community_id, contract_year, indicator_code),
        ${editor}
      )`);

    await runner.query(`
      create table review_proposal (
        ${community} references community (id) on delete cascade,
        ${year},
        indicator_code text not null check (length(indicator_code) between 1 and 60),
        content jsonb not null,
        ${edited},
        primary key (community_id, contract_year, indicator_code),
        ${editor}
      )`);

    await runner.query(`
      create table review_preparation (
        ${community} references community (id) on delete cascade,
        ${year},
        action_code text not null check (length(action_code) between 1 and 60),
        status text not null check (status in ('to-prepare', 'in-progress', 'ready')),
        person_id uuid,
        due_on date,
        note text check (length(note) between 1 and 400),
        ${edited},
        primary key (community_id, contract_year, action_code),
        ${editor},
        foreign key (community_id, person_id) references membership (community_id, person_id)
      )`);

    // A closed year pays what was agreed: the dashboards show it.
    await runner.query(marksChanges('management_review', 'community_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table review_preparation, review_proposal, review_line, management_review, review_event');
  }
}
