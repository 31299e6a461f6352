import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of these fields alone made no version: what is measured was the same. */
const outside = `array['missions', 'actionId', 'responsiblePersonId', 'trackedFrom']`;

/** The whole card of an indicator, its definition in numbered versions, and the parts of a value. */
export class IndicatorsCard1795420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator drop constraint indicator_kind_check, drop constraint indicator_frequency_check, drop constraint indicator_aggregation_check,
        drop constraint indicator_check,
        add constraint indicator_kind_check check (kind in ('ratio', 'count', 'yes-no', 'sum', 'average', 'deliverable')),
        add constraint indicator_frequency_check check (frequency in ('month', 'quarter', 'half-year', 'civil-year', 'contract-year')),
        add constraint indicator_aggregation_check check (aggregation in ('sum', 'last', 'mean')),
        add constraint indicator_check check ((kind in ('ratio', 'average')) = (numerator_label is not null and denominator_label is not null)),
        add column rationale text,
        add column limits text,
        add column source_kind text check (source_kind in ('cpam', 'rezone', 'declared', 'register', 'other')),
        add column alert_warn double precision,
        add column alert_alarm double precision,
        add column breakdowns jsonb not null default '[]' check (jsonb_typeof(breakdowns) = 'array'),
        add column baseline_source text,
        add column version integer not null default 1 check (version >= 1),
        add check ((alert_warn is null) = (alert_alarm is null))`);
    await runner.query('alter table indicator_target add column rationale text');
    await runner.query(`
      alter table indicator_change add column version integer check (version >= 2), add column effective_from date, add column reason text`);
    await runner.query(`
      update indicator_change c set version = n.version
        from (select community_id, id, 1 + row_number() over (partition by community_id, indicator_id order by at, id) as version
                from indicator_change where not fields <@ ${outside}) n
       where n.community_id = c.community_id and n.id = c.id`);
    await runner.query(`
      update indicator_change c set effective_from = (c.at at time zone y.time_zone)::date from community y where y.id = c.community_id`);
    await runner.query(`
      alter table indicator_change alter column effective_from set not null, add unique (community_id, indicator_id, version)`);
    await runner.query(`
      update indicator i set version = n.version
        from (select community_id, indicator_id, max(version) as version from indicator_change where version is not null group by 1, 2) n
       where n.community_id = i.community_id and n.indicator_id = i.id`);
    // Null for what was given before: the date of the value tells its version. States kept by the history stay true.
    await runner.query('alter table measure add column definition_version integer check (definition_version >= 1)');
    await runner.query(`
      create table measure_part (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        measure_id uuid not null,
        breakdown text not null check (breakdown in ('profession', 'structure', 'commune', 'age-band', 'list')),
        part text not null,
        position smallint not null,
        numerator double precision check (numerator >= 0),
        denominator double precision check (denominator >= 0),
        value double precision check (value >= 0),
        primary key (community_id, measure_id, breakdown, part),
        foreign key (community_id, measure_id) references measure (community_id, id) on delete cascade,
        check ((numerator is null) = (denominator is null)),
        check (numerator is not null or value is not null)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table measure_part');
    await runner.query('alter table measure drop column definition_version');
    await runner.query('alter table indicator_change drop column version, drop column effective_from, drop column reason');
    await runner.query('alter table indicator_target drop column rationale');
    await runner.query(`
      alter table indicator drop column rationale, drop column limits, drop column source_kind, drop column alert_warn, drop column alert_alarm,
        drop column breakdowns, drop column baseline_source, drop column version,
        drop constraint indicator_kind_check, drop constraint indicator_frequency_check, drop constraint indicator_aggregation_check, drop constraint indicator_check,
        add constraint indicator_kind_check check (kind in ('ratio', 'count', 'yes-no')),
        add constraint indicator_frequency_check check (frequency in ('month', 'quarter', 'contract-year')),
        add constraint indicator_aggregation_check check (aggregation in ('sum', 'last')),
        add constraint indicator_check check ((kind = 'ratio') = (numerator_label is not null and denominator_label is not null))`);
  }
}
