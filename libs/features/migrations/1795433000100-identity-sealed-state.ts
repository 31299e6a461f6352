import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainLines } from '../identity/audit-link';
import { sealingOf } from '../identity/sealed.store';

/** A table whose rows the journal answers for: what names a row, and the columns that are no part of what is answered for. */
type Sealed = readonly [table: string, key: string, left: string];

const sealed: readonly Sealed[] = [
  ['aci_contract', 'id', ''],
  ['mission_participation', 'mission_code', ''],
  ['contract_terms', 'contract_year,amendment', ''],
  ['recognised_crisis', 'id', ''],
  ['indicator', 'id', ''],
  ['indicator_change', 'id', ''],
  ['indicator_target', 'indicator_id,period_key', ''],
  ['evidence', 'id', ''],
  ['period_lock', 'id', ''],
  ['lock_exception', 'id', ''],
  ['validation_settings', '', ''],
  ['measure_absence', 'indicator_id,period_key', ''],
  ['collection_settings', '', ''],
  ['collection_link', 'id', 'uses,last_used_at,window_started_at,window_uses,sending,sent_at'],
  ['collection_link_indicator', 'link_id,indicator_id', ''],
  ['link_contribution', 'id', ''],
  ['contract_indicator_link', 'code', ''],
  ['payment_received', 'id', ''],
  ['payment_part', 'payment_id,line_key', ''],
  ['report_schedule', '', ''],
  ['recipient', 'id', ''],
];

/** Those who write for the product; the owner of the database is a hand, whatever its name. */
const doors = `'maillage_app', 'maillage_directory', 'maillage_system'`;

const list = (names: string): string => `string_to_array('${names}', ',')`;

/** SQL that makes every write of the product to a table leave what became of its rows, for the journal to answer for. */
export function sealsChanges([table, key, left]: Sealed): string {
  const trigger = (event: string, rows: string): string => `
    create trigger ${table}_sealed_${event} after ${event} on ${table}
      referencing ${rows} for each statement execute function mark_sealed('${key}', '${left}');`;
  return trigger('insert', 'new table as changed') + trigger('update', 'old table as was new table as changed') + trigger('delete', 'old table as changed');
}

/**
 * What the journal answers for beside values. A write of the product to one of these tables leaves a mark with what the row became; the
 * line of the journal of the same transaction takes the marks and keeps them under its hash. Who writes by hand leaves no mark, and is
 * found: the row is no longer what was kept. What a database in use already holds is kept as it is found.
 */
export class IdentitySealedState1795433000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const community = `community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid`;
    await runner.query(`
      create table seal_mark (
        ${community},
        xact bigint not null,
        id bigint generated always as identity,
        table_name text not null,
        row_key jsonb not null,
        was jsonb,
        state jsonb,
        primary key (community_id, xact, id)
      )`);
    await runner.query(`
      create table sealed_state (
        ${community} references community (id) on delete cascade,
        line bigint not null check (line >= 1),
        position integer not null check (position >= 1),
        table_name text not null,
        row_key jsonb not null,
        was jsonb,
        state jsonb,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        primary key (community_id, line, position)
      )`);
    await runner.query('create index sealed_state_latest on sealed_state (community_id, table_name, row_key, line desc, position desc)');
    await runner.query('alter table audit_entry add column sealed jsonb');
    // Instants are written in one time zone, whatever the session.
    await runner.query(`
      create function sealed_key(item jsonb, names text) returns jsonb language sql immutable as $$
        select coalesce(jsonb_object_agg(name, item -> name), '{}') from unnest(string_to_array(names, ',')) as name $$`);
    await runner.query(`
      create function mark_sealed() returns trigger language plpgsql set timezone = 'UTC' as $$
      begin
        if current_user not in (${doors}) then return null; end if;
        if tg_op = 'UPDATE' then
          insert into seal_mark (community_id, xact, table_name, row_key, was, state)
          select c.community_id, pg_current_xact_id()::text::bigint, tg_table_name, c.key, w.state, c.state
            from (select community_id, sealed_key(to_jsonb(n), tg_argv[0]) as key, to_jsonb(n) - 'community_id' - string_to_array(tg_argv[1], ',') as state from changed n) c
            join (select community_id, sealed_key(to_jsonb(o), tg_argv[0]) as key, to_jsonb(o) - 'community_id' - string_to_array(tg_argv[1], ',') as state from was o) w
              on w.community_id = c.community_id and w.key = c.key and w.state <> c.state;
        else
          insert into seal_mark (community_id, xact, table_name, row_key, was, state)
          select c.community_id, pg_current_xact_id()::text::bigint, tg_table_name, c.key, case when tg_op = 'DELETE' then c.state end, case when tg_op = 'INSERT' then c.state end
            from (select community_id, sealed_key(to_jsonb(n), tg_argv[0]) as key, to_jsonb(n) - 'community_id' - string_to_array(tg_argv[1], ',') as state from changed n) c;
        end if;
        if found then perform set_config('app.sealed', '1', true); end if;
        return null;
      end $$`);
    for (const table of sealed) await runner.query(sealsChanges(table));
    await this.keepWhatIsThere(runner);
  }

  /** One line in each journal answers for what its community already holds, as it is found. */
  private async keepWhatIsThere(runner: QueryRunner): Promise<void> {
    await runner.query(`set local timezone to 'UTC'`);
    const found = sealed.map(([table, key, left]) =>
      `select community_id, '${table}' as table_name, sealed_key(to_jsonb(t), '${key}') as row_key, to_jsonb(t) - 'community_id' - ${list(left)} as state from ${table} t`);
    await runner.query(`
      insert into sealed_state (community_id, line, position, table_name, row_key, state, hash)
      select community_id, line, position, table_name, row_key, state,
             encode(sha256(convert_to(jsonb_build_object('line', line, 'position', position, 'table', table_name, 'key', row_key, 'was', null, 'state', state)::text, 'UTF8')), 'hex')
        from (select f.community_id, coalesce(h.sequence, 0) + 1 as line, row_number() over (partition by f.community_id order by f.table_name, f.row_key) as position,
                     f.table_name, f.row_key, f.state
                from (${found.join(' union all ')}) f left join audit_head h on h.community_id = f.community_id) n`);
    const communities: { id: string; sequence: string | null; hash: string | null; at: Date }[] = await runner.query(
      `select c.id, h.sequence, h.hash, date_trunc('milliseconds', now()) as at from community c left join audit_head h on h.community_id = c.id
        where exists (select from sealed_state s where s.community_id = c.id) order by c.id`,
    );
    for (const { id, sequence, hash, at } of communities) {
      const hashes: { hash: string }[] = await runner.query('select hash from sealed_state where community_id = $1 order by position', [id]);
      const said = { communityId: id, at: at.toISOString(), personId: null, role: null, act: 'history.tied', subjectType: 'community', subjectId: id };
      const [line] = chainLines(hash === null ? null : { sequence: Number(sequence), hash }, [
        { ...said, subjectLabel: null, before: null, after: null, vouched: null, sealed: sealingOf(hashes.map((one) => one.hash)) },
      ]);
      if (!line) continue;
      await runner.query(
        `insert into audit_entry (community_id, id, at, act, subject_type, subject_id, sealed, previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, line.sequence, line.at, line.act, line.subjectType, line.subjectId, JSON.stringify(line.sealed), line.previousHash, line.hash],
      );
      await runner.query(
        'insert into audit_head (community_id, sequence, hash) values ($1, $2, $3) on conflict (community_id) do update set sequence = excluded.sequence, hash = excluded.hash',
        [id, line.sequence, line.hash],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of sealed) for (const event of ['insert', 'update', 'delete']) await runner.query(`drop trigger ${table}_sealed_${event} on ${table}`);
    await runner.query('drop function mark_sealed()');
    await runner.query('drop function sealed_key(jsonb, text)');
    // Lines stay as they were hashed; without what they answered for, the check of a journal tells of it.
    await runner.query('alter table audit_entry drop column sealed');
    await runner.query('drop table sealed_state, seal_mark');
  }
}
