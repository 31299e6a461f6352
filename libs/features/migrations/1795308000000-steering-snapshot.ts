import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows dashboards are made from, with the column that says whose row it is. */
export const steeredTables: readonly (readonly [table: string, communityColumn: string])[] = [
  ['community', 'id'],
  ['community_commune', 'community_id'],
  ['membership', 'community_id'],
  ['aci_contract', 'community_id'],
  ['mission_participation', 'community_id'],
  ['health_project', 'community_id'],
  ['axis', 'community_id'],
  ['action', 'community_id'],
  ['action_content', 'community_id'],
  ['action_step', 'community_id'],
  ['indicator', 'community_id'],
  ['indicator_target', 'community_id'],
  ['measure', 'community_id'],
];

/** SQL that makes every write to a table leave a mark: the dashboards of its communities are to be made again. */
export function marksChanges(table: string, column: string): string {
  const trigger = (event: string, rows: string): string => `
    create trigger ${table}_steering_${event} after ${event} on ${table}
      referencing ${rows} table as changed for each statement execute function mark_steering('${column}');`;
  return trigger('insert', 'new') + trigger('update', 'new') + trigger('delete', 'old');
}

/**
 * What dashboards show, made once and read many times. A write leaves a mark (one row, appended: writers never wait for each
 * other); making the pages again takes the marks it sees away in the same snapshot, so a change made meanwhile keeps its mark.
 */
export class SteeringSnapshot1795308000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table steering_mark (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        id uuid not null default gen_random_uuid(),
        primary key (community_id, id)
      )`);
    await runner.query(`
      create table steering_page (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        page text not null,
        day date not null,
        version uuid not null,
        body text not null,
        primary key (community_id, page)
      )`);
    await runner.query(`
      create function mark_steering() returns trigger language plpgsql as $$
      begin
        execute format('insert into steering_mark (community_id) select distinct %I from changed', tg_argv[0]);
        return null;
      end $$`);
    for (const [table, column] of steeredTables) await runner.query(marksChanges(table, column));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of steeredTables) {
      for (const event of ['insert', 'update', 'delete']) await runner.query(`drop trigger ${table}_steering_${event} on ${table}`);
    }
    await runner.query('drop function mark_steering(); drop table steering_page; drop table steering_mark');
  }
}
