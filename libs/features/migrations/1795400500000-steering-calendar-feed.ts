import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The private address of a person's calendar in a community; only a hash of its secret is kept. */
export class SteeringCalendarFeed1795400500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        person_id uuid not null,
        token_hash bytea not null unique,
        created_at timestamptz not null,
        revision integer not null default 1,
        primary key (community_id, person_id),
        foreign key (community_id, person_id) references membership (community_id, person_id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_feed');
  }
}
