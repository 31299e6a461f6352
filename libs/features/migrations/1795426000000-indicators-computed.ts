import type { MigrationInterface, QueryRunner } from 'typeorm';

const community = `community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid`;

/** Formulas of indicators, what each gives for each period, and what is to be computed again. */
export class IndicatorsComputed1795426000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table indicator add column formula jsonb');
    // Asked at each value that is written: does it feed anything?
    await runner.query('create index indicator_computed on indicator (community_id) where formula is not null');
    await runner.query(`
      create table computed_value (
        ${community},
        indicator_id uuid not null,
        period_key text not null,
        period_start date not null,
        period_end date not null,
        outcome text not null check (outcome in ('written', 'same', 'asked', 'kept', 'none')),
        gap text check (gap in ('missing-input', 'division-by-zero', 'out-of-range')),
        numerator double precision,
        denominator double precision,
        value double precision,
        provisional boolean not null,
        inputs jsonb not null,
        formula text not null,
        kept_numerator double precision,
        kept_denominator double precision,
        kept_value double precision,
        kept_reason text,
        computed_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by uuid,
        revision integer not null default 1,
        primary key (community_id, indicator_id, period_key),
        foreign key (community_id, indicator_id) references indicator (community_id, id),
        foreign key (community_id, updated_by) references membership (community_id, person_id),
        check (outcome <> 'asked' or value is not null)
      )`);
    await runner.query(`create index computed_value_asked on computed_value (community_id, period_end) where outcome = 'asked'`);
    // Rows are only appended: two people who write inputs of one indicator never wait for each other.
    await runner.query(`
      create table computed_due (
        ${community},
        id uuid not null,
        indicator_id uuid not null,
        at timestamptz not null,
        primary key (community_id, id),
        foreign key (community_id, indicator_id) references indicator (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table computed_due');
    await runner.query('drop table computed_value');
    await runner.query('alter table indicator drop column formula');
  }
}
