import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Amounts received from the caisse, and the lines of the contract each one pays. */
export class MoneyPayments1795403000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table payment_received (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        id uuid not null,
        received_on date not null,
        cents bigint not null check (cents > 0),
        reference text,
        note text,
        recorded_at timestamptz not null,
        recorded_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        cancelled_at timestamptz,
        cancelled_by uuid,
        cancel_reason text,
        revision integer not null default 1,
        primary key (community_id, id),
        check ((cancelled_at is null) = (cancel_reason is null))
      )`);
    await runner.query(`
      create table payment_part (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        payment_id uuid not null,
        line_key text not null,
        cents bigint not null check (cents > 0),
        primary key (community_id, payment_id, line_key),
        foreign key (community_id, payment_id) references payment_received (community_id, id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table payment_part, payment_received');
  }
}
