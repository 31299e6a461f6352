import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { MigrationInterface } from 'typeorm';
import { migrate } from '../database/migrate';
import type { TableRule } from '../database/roles';

/** What the databases of a suite are made of. */
export interface Schema {
  migrations: readonly (new () => MigrationInterface)[];
  rules: readonly TableRule[];
}

const login = { user: 'maillage_test_login', password: 'maillage-test' };
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** The address the application would use for that database. */
export function appUrl(serverUrl: string, name: string): string {
  const url = new URL(databaseUrl(serverUrl, name));
  url.username = login.user;
  url.password = login.password;
  return url.toString();
}

async function onServer<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function exists(client: Client, name: string): Promise<boolean> {
  return (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;
}

/** The code that builds the wall: a template made by another version of it is not reused. */
function machinery(): string {
  const folder = path.join(__dirname, '../database');
  return ['migrate.ts', 'login-roles.ts', 'fence.ts', 'roles.ts'].map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

/** Migrations run once, into a database that is then copied; its name says what it holds. */
async function template(client: Client, serverUrl: string, schema: Schema): Promise<string> {
  const source = [...schema.migrations.map(String), JSON.stringify(schema.rules), machinery()].join('\n');
  const name = `mt_${createHash('sha256').update(source).digest('hex').slice(0, 12)}`;
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    if (await exists(client, name)) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists "${draft}" with (force)`);
    await client.query(`create database "${draft}" template template0`);
    await migrate({ ownerUrl: databaseUrl(serverUrl, draft), appUrl: appUrl(serverUrl, draft), ...schema });
    await client.query(`alter database "${draft}" rename to "${name}"`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

/** Copies left by test processes that are no more. */
async function dropLeftovers(client: Client): Promise<void> {
  const copies = await client.query<{ name: string }>(`select datname as name from pg_database where datname like 'mt\\_%\\_' || $1 || '\\_%'`, [host]);
  for (const { name } of copies.rows) {
    const pid = Number(/_p(\d+)(_|$)/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    await client.query(`drop database if exists "${name}"`).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A copy of the template: this process's own, or one more of its own when fresh. */
export async function cloneDatabase(serverUrl: string, schema: Schema, fresh: boolean): Promise<string> {
  return onServer(serverUrl, async (client) => {
    const source = await template(client, serverUrl, schema);
    const name = `${source}_${host}_p${process.pid}${fresh ? `_${randomBytes(3).toString('hex')}` : ''}`;
    if (await exists(client, name)) return name;
    await dropLeftovers(client);
    // Two copies of one template at once is refused by the server: they take turns.
    await client.query('select pg_advisory_lock(hashtext($1))', [source]);
    await client.query(`create database "${name}" template "${source}"`);
    await client.query('select pg_advisory_unlock(hashtext($1))', [source]);
    return name;
  });
}

/** An empty database, for what tests migrations themselves. */
export async function emptyDatabase(serverUrl: string): Promise<string> {
  const name = `mt_empty_${host}_p${process.pid}_${randomBytes(3).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`create database "${name}" template template0`));
  return name;
}

/** Drops a database of a spec, whoever is still connected to it. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, (client) => client.query(`drop database if exists "${name}" with (force)`));
}
