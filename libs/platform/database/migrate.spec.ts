import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { platformMigrations, platformTableRules } from '../migrations';
import { appUrl, databaseUrl, dropDatabase, emptyDatabase, testServices } from '../testing';
import type { Query } from './fence';
import { migrate } from './migrate';
import { roleNames, type TableRule } from './roles';
import { wallFaults } from './wall-faults';

const tenantTable = `create table note (
  community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
  id uuid not null, text text not null, primary key (community_id, id))`;

/** A migration class that runs this SQL. */
function migration(stamp: number, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    name = `Spec${stamp}`;
    async up(runner: QueryRunner) {
      await runner.query(sql);
    }
    async down() {}
  };
}

describe('migrating a database', () => {
  const { databaseUrl: server } = testServices();
  let name: string;
  let owner: Client;
  const query: Query = async (text, values) => (await owner.query(text, values)).rows;
  const run = (more: { migrations?: (new () => MigrationInterface)[]; rules?: TableRule[] } = {}, urls: { ownerUrl?: string; appUrl?: string } = {}) =>
    migrate({
      ownerUrl: urls.ownerUrl ?? databaseUrl(server, name),
      appUrl: urls.appUrl ?? appUrl(server, name),
      migrations: [...platformMigrations, ...(more.migrations ?? [])],
      rules: [...platformTableRules, ...(more.rules ?? [])],
    });

  beforeEach(async () => {
    name = await emptyDatabase(server);
    owner = new Client({ connectionString: databaseUrl(server, name) });
    await owner.connect();
  });
  afterEach(async () => {
    await owner.end();
    await dropDatabase(server, name);
  });

  it('builds tables and wall, does nothing the second time, and two at once take turns', async () => {
    const [first, second] = await Promise.all([run(), run()]);
    expect([...first.applied, ...second.applied]).toEqual(platformMigrations.map(({ name }) => name));
    expect(await run()).toEqual({ applied: [], changes: [] });
    expect(await wallFaults(query, platformTableRules)).toEqual([]);
  });

  it('fences a new tenant table by itself', async () => {
    await run();
    const more = { migrations: [migration(1700000000001, tenantTable)] };
    const { applied, changes } = await run(more);
    expect(applied).toEqual(['Spec1700000000001']);
    expect(changes).toContain('alter table "note" force row level security');
    expect(await wallFaults(query, platformTableRules)).toEqual([]);
    expect(await run(more)).toEqual({ applied: [], changes: [] });
  });

  it('mends a wall somebody opened by hand', async () => {
    await run();
    await owner.query('alter table file no force row level security; drop policy maillage_app on file; grant select on file to public, maillage_reader');
    const faults = await wallFaults(query, platformTableRules);
    expect(faults).toHaveLength(5);
    await run();
    expect(await wallFaults(query, platformTableRules)).toEqual([]);
  });

  it('refuses whole a table nobody declared, and names it', async () => {
    const more = { migrations: [migration(1700000000002, 'create table stray (id uuid primary key)')] };
    await expect(run(more)).rejects.toThrow('stray');
    expect(await query(`select to_regclass('stray') as stray, to_regclass('outbox') as outbox`)).toEqual([{ stray: null, outbox: null }]);
    const rule: TableRule = { table: 'stray', reason: 'spec', grants: { app: ['select'] } };
    await run({ ...more, rules: [rule] });
    expect(await wallFaults(query, [...platformTableRules, rule])).toEqual([]);
    expect(await wallFaults(query, platformTableRules)).toEqual(['stray: no community_id, and not among the named exceptions']);
  });

  it('lets an owner who is not a superuser move data past the wall, and stands behind it again', async () => {
    const user = `spec_${randomUUID().slice(0, 8)}`;
    await owner.query(`create role ${user} login createrole password 'x'; grant all on database "${name}" to ${user}; grant all on schema public to ${user}`);
    const mine = new URL(databaseUrl(server, name));
    mine.username = user;
    mine.password = 'x';
    const login = new URL(appUrl(server, name));
    login.username = `${user}_app`;
    // The four roles exist on this server already, made by another: they are given by hand, as the message says.
    await owner.query(`create role ${user}_app login noinherit password '${login.password}'; grant ${user}_app to ${user} with admin option`);
    for (const role of Object.values(roleNames)) await owner.query(`grant ${role} to ${user}_app`);
    const urls = { ownerUrl: mine.toString(), appUrl: login.toString() };
    await run({ migrations: [migration(1700000000005, tenantTable)] }, urls);
    await owner.query(`insert into note values ($1, $1, 'old')`, [randomUUID()]);
    const moved = migration(1700000000006, `update note set text = 'new'`);
    await run({ migrations: [migration(1700000000005, tenantTable), moved] }, urls);
    expect(await query('select text from note')).toEqual([{ text: 'new' }]);
    expect(await wallFaults(query, platformTableRules)).toEqual([]);
    await owner.query(`drop owned by ${user}_app, ${user} cascade; drop role ${user}_app, ${user}`);
  });

  it('lets a reader see the communities it was opened to, on the tables that say so', async () => {
    const rule: TableRule = { table: 'note', reason: 'spec', fence: 'community_id', grants: { app: ['select', 'insert'], reader: ['select'] } };
    await run({ migrations: [migration(1700000000003, tenantTable)], rules: [rule] });
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [a, b, c]) await owner.query(`insert into note values ($1, $2, 'x')`, [id, randomUUID()]);
    await owner.query('begin');
    await owner.query(`select set_config('role', 'maillage_reader', true), set_config('app.reader_of', $1, true)`, [`${a},${c}`]);
    const seen = await query<{ community_id: string }>('select community_id from note');
    await owner.query('rollback');
    expect(seen.map((row) => row.community_id).sort()).toEqual([a, c].sort());
    await owner.query('begin');
    await owner.query(`select set_config('role', 'maillage_reader', true)`);
    expect(await query('select 1 from note')).toEqual([]);
    await owner.query('rollback');
  });

  it('finds keys, references, defaults and views that weaken the wall', async () => {
    await run({
      migrations: [
        migration(
          1700000000004,
          `${tenantTable};
           create table reply (community_id uuid, id uuid primary key, note_community uuid not null, note_id uuid not null,
             foreign key (note_community, note_id) references note (community_id, id));
           create view all_notes as select * from note;
           create function peep() returns bigint language sql security definer as 'select count(*) from note'`,
        ),
      ],
    });
    const faults = await wallFaults(query, platformTableRules);
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['all_notes', 'peep', 'reply', 'reply', 'reply']);
  });

  it('says in French what is missing when the owner may not create roles', async () => {
    const user = `spec_${randomUUID().slice(0, 8)}`;
    await owner.query(`create role ${user} login password 'x'; grant all on database "${name}" to ${user}; grant all on schema public to ${user}`);
    const mine = new URL(databaseUrl(server, name));
    mine.username = user;
    mine.password = 'x';
    const login = new URL(appUrl(server, name));
    login.username = `${user}_app`;
    const refused = run({}, { ownerUrl: mine.toString(), appUrl: login.toString() });
    await expect(refused).rejects.toThrow(/n’a pas le droit de créer des rôles[^]*alter role "spec_\w+" createrole;[^]*create role "spec_\w+_app" login/);
    await owner.query(`drop owned by ${user}; drop role ${user}`);
  });

  it('refuses a login that walks through the wall, and an address that does not answer', async () => {
    const asOwner = { appUrl: databaseUrl(server, name) };
    await expect(run({}, asOwner)).rejects.toThrow('désignent le même compte');
    await expect(run({}, { ownerUrl: 'postgres://x:y@127.0.0.1:1/z' })).rejects.toThrow('La base de données ne répond pas');
  });

  it('creates the login with the password asked for, and gives it a new one when it changes', async () => {
    const login = new URL(appUrl(server, name));
    login.username = `spec_${randomUUID().slice(0, 8)}`;
    for (const password of ['first', `it's "new" \\ here`]) {
      login.password = encodeURIComponent(password);
      await run({}, { appUrl: login.toString() });
      const client = new Client({ connectionString: login.toString() });
      await client.connect();
      await expect(client.query('select 1 from outbox')).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
    await owner.query(`drop owned by ${login.username}; drop role ${login.username}`);
  });
});
