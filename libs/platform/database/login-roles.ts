import { Client } from 'pg';
import type { Query } from './fence';
import { sqlState } from './pg-errors';
import { roleNames } from './roles';

/** The database cannot be migrated; the message is for the operator, in French. */
export class MigrateError extends Error {
  override readonly name = 'MigrateError';
}

const rolesLockKey = 0x524f4c45;

/** Sessions of the login: no just-in-time compilation (it slows millisecond queries), and nothing that lasts for ever. */
const loginSettings = {
  jit: 'off',
  work_mem: '32MB',
  statement_timeout: '120s',
  idle_in_transaction_session_timeout: '300s',
};

interface Login {
  user: string;
  password: string;
}

/** User and password of an address. */
export function loginOf(appUrl: string): Login {
  const url = new URL(appUrl);
  return { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

/** Roles belong to the whole server: what is already right is not touched, two databases migrating at once take turns. */
export async function createRoles(query: Query, appUrl: string): Promise<string[]> {
  const login = loginOf(appUrl);
  const owner = (await query<{ name: string }>('select current_user as name'))[0]?.name;
  if (login.user === owner) {
    throw new MigrateError(
      `DATABASE_APP_URL et DATABASE_URL désignent le même compte («\u00a0${owner}\u00a0»). Le compte de l’application ne doit rien posséder\u00a0: ` +
        'donnez-lui un autre nom, il sera créé.',
    );
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptRoles(query, appUrl, login);
    } catch (error) {
      // Another database of the same server created or altered the same role meanwhile.
      const crossed = ['42710', '23505', 'XX000'].includes(sqlState(error) ?? '');
      if (!crossed || attempt >= 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}

async function attemptRoles(query: Query, appUrl: string, login: Login): Promise<string[]> {
  const statements = await rolePlan(query, login);
  if (statements.length > 0) {
    await refuseWithoutRight(query, statements);
    await query('begin');
    try {
      await query('select pg_advisory_xact_lock($1)', [rolesLockKey]);
      for (const statement of statements) await query(statement);
      await query('commit');
    } catch (error) {
      await query('rollback');
      throw error;
    }
  }
  const mended = await mendPassword(query, appUrl, login);
  return [...statements.map((statement) => statement.replace(/password '.*'/, 'password …')), ...mended];
}

async function rolePlan(query: Query, login: Login): Promise<string[]> {
  const wanted = Object.values(roleNames);
  const roles = await query<{ name: string; inherit: boolean; super: boolean; bypass: boolean; settings: string[] | null }>(
    `select r.rolname as name, r.rolinherit as inherit, r.rolsuper as super, r.rolbypassrls as bypass,
       (select s.setconfig from pg_db_role_setting s where s.setrole = r.oid and s.setdatabase = 0) as settings
     from pg_roles r where r.rolname = any($1)`,
    [[...wanted, login.user]],
  );
  const members = await query<{ role: string }>(
    `select r.rolname as role from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles l on l.oid = m.member where l.rolname = $1`,
    [login.user],
  );
  const quoted = quoteName(login.user);
  const known = roles.find(({ name }) => name === login.user);
  if (known?.super || known?.bypass) {
    throw new MigrateError(
      `Le compte de DATABASE_APP_URL («\u00a0${login.user}\u00a0») passe outre la séparation des communautés (superutilisateur ou BYPASSRLS). ` +
        'Donnez un autre nom dans DATABASE_APP_URL, le compte sera créé.',
    );
  }
  const statements = wanted.filter((role) => !roles.some(({ name }) => name === role)).map((role) => `create role ${role} nologin noinherit`);
  if (!known) statements.push(`create role ${quoted} login noinherit password ${quoteText(login.password)}`);
  else if (known.inherit) statements.push(`alter role ${quoted} noinherit`);
  for (const role of wanted) if (!members.some((member) => member.role === role)) statements.push(`grant ${role} to ${quoted}`);
  for (const [name, value] of Object.entries(loginSettings)) {
    if (!known?.settings?.includes(`${name}=${value}`)) statements.push(`alter role ${quoted} set ${name} = '${value}'`);
  }
  return statements;
}

async function refuseWithoutRight(query: Query, statements: readonly string[]): Promise<void> {
  const [me] = await query<{ name: string; able: boolean }>(
    'select rolname as name, rolcreaterole or rolsuper as able from pg_roles where rolname = current_user',
  );
  if (me?.able) return;
  throw new MigrateError(
    `Le compte de DATABASE_URL («\u00a0${me?.name}\u00a0») n’a pas le droit de créer des rôles. Avec un compte d’administration, donnez-lui ce droit\u00a0:\n` +
      `  alter role ${quoteName(me?.name ?? '')} createrole;\n` +
      `ou passez vous-même ces commandes, puis recommencez\u00a0:\n${statements.map((statement) => `  ${statement};`).join('\n')}`,
  );
}

/** The password asked for is given to a login that exists with another one. */
async function mendPassword(query: Query, appUrl: string, login: Login): Promise<string[]> {
  const probe = new Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  probe.on('error', () => undefined);
  try {
    await probe.connect();
    return [];
  } catch (error) {
    if (sqlState(error) !== '28P01') {
      throw new MigrateError(`La base de données ne répond pas à l’adresse de DATABASE_APP_URL\u00a0: ${(error as Error).message}`, { cause: error });
    }
    const statement = `alter role ${quoteName(login.user)} password ${quoteText(login.password)}`;
    await refuseWithoutRight(query, [statement]);
    await query(statement);
    return [`alter role ${quoteName(login.user)} password …`];
  } finally {
    await probe.end().catch(() => undefined);
  }
}

/** A name inside a statement. */
export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string) => (text.includes('\\') ? ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${text.replaceAll("'", "''")}'`);
