import { Client } from 'pg';

/** What cannot be done, said to the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Tables whose rows are worth nothing once elsewhere: people sign in again. */
const leftOut = ['session', 'login_throttle'];

/** A connection of the owner, who must see every row: a superuser, or an account with BYPASSRLS. */
export async function connectOwner(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'maillage backup' });
  await client.connect();
  const { rows } = await client.query<{ whole: boolean }>('select rolsuper or rolbypassrls as whole from pg_roles where rolname = current_user');
  if (rows[0]?.whole) return client;
  await client.end();
  throw new BackupError(
    'Le compte de DATABASE_URL ne voit pas toutes les lignes\u00a0: il faut un superutilisateur, ou un compte avec BYPASSRLS. Rien n’a été fait.',
  );
}

/** The tables of the product, in the order of their names. */
export async function productTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'
       and not relname = any($1) order by relname`,
    [leftOut],
  );
  return rows.map(({ name }) => name);
}

/** The steps the database went through, oldest first. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: known } = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`);
  if (!known[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>('select name from migration order by "timestamp", name');
  return rows.map(({ name }) => name);
}
