import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface } from 'typeorm';
import { fencePlan, type Query } from './fence';
import { createRoles, loginOf, MigrateError, quoteName } from './login-roles';
import { dbRoles, roleNames, type TableRule } from './roles';

/** What to migrate, and as whom. */
export interface MigrateInput {
  /** Owner of the database, with the right to create roles. */
  ownerUrl: string;
  /** The address the API and the worker will use: its user is created with that password, and given the roles. */
  appUrl: string;
  migrations: readonly (new () => MigrationInterface)[];
  rules: readonly TableRule[];
}

/** What was done; both lists are empty when everything was in place. */
export interface MigrateResult {
  /** Names of the migrations run. */
  applied: string[];
  /** Statements that built or mended the wall, roles and rights. */
  changes: string[];
}

const lockKey = 0x4d41494c;

/** Brings the database to the present state: roles, tables, then the wall. Run twice, or by two at once, it does nothing more. */
export async function migrate(input: MigrateInput): Promise<MigrateResult> {
  const client = await connect(input.ownerUrl);
  const query: Query = async (text, values) => (await client.query(text, values)).rows;
  try {
    await query('select pg_advisory_lock($1)', [lockKey]);
    const roles = await createRoles(query, input.appUrl);
    await runMigrations(client, 'bullmq');
    const { applied, changes } = await build(input);
    return { applied, changes: [...roles, ...changes] };
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'maillage migrate', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new MigrateError(`La base de données ne répond pas à l’adresse de DATABASE_URL\u00a0: ${(error as Error).message}`, { cause: error });
  }
}

/** The migrations, then the wall, in one transaction: the database is as before, or whole. */
async function build(input: MigrateInput): Promise<MigrateResult> {
  const source = new DataSource({
    type: 'postgres',
    url: input.ownerUrl,
    migrations: [...input.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    installExtensions: false,
    poolSize: 2,
  });
  await source.initialize();
  const runner = source.createQueryRunner();
  const query: Query = (text, values) => runner.query(text, values);
  try {
    const executor = new MigrationExecutor(source, runner);
    await runner.startTransaction();
    if ((await executor.getPendingMigrations()).length > 0) await openToOwner(query);
    const applied = (await executor.executePendingMigrations()).map(({ name }) => name);
    const changes = await buildWall(query, input);
    await runner.commitTransaction();
    return { applied, changes };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** An owner who is not a superuser stands before the wall too: a migration that moves data must see it. Forced again at the end. */
async function openToOwner(query: Query): Promise<void> {
  const forced = await query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  for (const { name } of forced) await query(`alter table ${name} no force row level security`);
}

/** The wall, once for all tables. */
async function buildWall(query: Query, input: MigrateInput): Promise<string[]> {
  const { statements, unknown } = await fencePlan(query, input.rules);
  if (unknown.length > 0) {
    throw new MigrateError(
      `Ces tables n’ont pas de colonne community_id et ne sont pas déclarées parmi les exceptions\u00a0: ${unknown.join(', ')}. ` +
        'Rien n’a été changé.',
    );
  }
  // Deferred checks of moved data happen now: a table with some left cannot be altered.
  await query('set constraints all immediate');
  const rights = [...statements, ...(await schemaRights(query, loginOf(input.appUrl).user))];
  for (const statement of rights) await query(statement);
  return rights;
}

/** Entry to the schemas. BullMQ's schema holds bells only; the login works there itself, and creates there the sequence of its queue. */
async function schemaRights(query: Query, user: string): Promise<string[]> {
  const login = quoteName(user);
  const roles = dbRoles.map((role) => roleNames[role]);
  const closed = await query<{ role: string }>(`select role from unnest($1::text[]) as role where not has_schema_privilege(role, 'public', 'usage')`, [roles]);
  const [bullmq] = await query<{ open: boolean }>(
    `select has_schema_privilege($1, 'bullmq', 'usage') and has_schema_privilege($1, 'bullmq', 'create') and not exists (
       select 1 from pg_class c where c.relnamespace = 'bullmq'::regnamespace and (
         c.relkind in ('r', 'p') and not has_table_privilege($1, c.oid, 'select, insert, update, delete')
         or c.relkind = 'S' and not has_sequence_privilege($1, c.oid, 'usage'))) as open`,
    [user],
  );
  return [
    ...closed.map(({ role }) => `grant usage on schema public to ${role}`),
    ...(bullmq?.open
      ? []
      : [
          `grant usage, create on schema bullmq to ${login}`,
          `grant select, insert, update, delete, truncate on all tables in schema bullmq to ${login}`,
          `grant usage, select, update on all sequences in schema bullmq to ${login}`,
        ]),
  ];
}
