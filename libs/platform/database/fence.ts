import { createHash } from 'node:crypto';
import { dbRoles, everyPrivilege, roleNames, type DbRole, type Privilege, type TableRule } from './roles';

/** Runs one query and gives its rows. */
export type Query = <T>(text: string, values?: unknown[]) => Promise<T[]>;

/** A table as the database has it. */
interface Table {
  name: string;
  secured: boolean;
  forced: boolean;
  columns: string[];
  /** Definition digest by policy name. */
  policies: Map<string, string>;
  /** `maillage_app select`… */
  granted: Set<string>;
}

interface Policy {
  name: string;
  text: string;
}

const migrationsTable = 'migration';

const whose: Record<DbRole, (column: string) => string> = {
  app: (column) => `${column} = nullif(current_setting('app.community_id', true), '')::uuid`,
  reader: (column) => `${column} = any (string_to_array(nullif(current_setting('app.reader_of', true), ''), ',')::uuid[])`,
  directory: () => 'true',
  system: () => 'true',
};

/** The rule of a table: the one declared, or that of an ordinary tenant table; undefined for a table nobody knows. */
function ruleOf(table: Table, rules: readonly TableRule[]): TableRule | undefined {
  const declared = rules.find((rule) => rule.table === table.name);
  if (declared) return declared;
  if (!table.columns.includes('community_id')) return undefined;
  return { table: table.name, reason: 'tenant table', fence: 'community_id', grants: { app: everyPrivilege } };
}

function wantedPolicies(rule: TableRule): Policy[] {
  const { fence } = rule;
  if (!fence) return [];
  return dbRoles
    .filter((role) => role === 'app' || rule.grants[role])
    .map((role) => {
      const condition = whose[role](fence);
      const name = `maillage_${role}`;
      return { name, text: `create policy ${name} on "${rule.table}" to ${roleNames[role]} using (${condition}) with check (${condition})` };
    });
}

function wantedGrants(rule: TableRule): Set<string> {
  return new Set(dbRoles.flatMap((role) => (rule.grants[role] ?? []).map((privilege: Privilege) => `${roleNames[role]} ${privilege}`)));
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);

async function readTables(query: Query): Promise<Table[]> {
  const tables = await query<{ name: string; secured: boolean; forced: boolean; columns: string[] }>(`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);
  const policies = await query<{ table: string; name: string; digest: string | null }>(`
    select c.relname as table, p.polname as name, obj_description(p.oid, 'pg_policy') as digest
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace`);
  const grants = await query<{ table: string; role: string; privilege: string }>(
    `with of_columns as (
       select t.attrelid, x.grantee, x.privilege_type, string_agg(t.attname, ',' order by t.attname) as names
       from pg_attribute t cross join lateral aclexplode(t.attacl) x where t.attacl is not null
       group by t.attrelid, x.grantee, x.privilege_type)
     select c.relname as table, coalesce(r.rolname, 'public') as role, lower(a.privilege_type) as privilege
     from pg_class c
       cross join lateral (select x.grantee, x.privilege_type from aclexplode(c.relacl) x
         union all select o.grantee, o.privilege_type || '(' || o.names || ')' from of_columns o where o.attrelid = c.oid) a
       left join pg_roles r on r.oid = a.grantee
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (a.grantee = 0 or r.rolname = any($1))`,
    [Object.values(roleNames)],
  );
  return tables
    .filter(({ name }) => name !== migrationsTable)
    .map((table) => ({
      ...table,
      policies: new Map(policies.filter((policy) => policy.table === table.name).map((policy) => [policy.name, policy.digest ?? ''])),
      granted: new Set(grants.filter((grant) => grant.table === table.name).map((grant) => `${grant.role} ${grant.privilege}`)),
    }));
}

/** What must still be done so that every table stands behind the wall; empty when it does. `unknown` lists tables nobody declared. */
export async function fencePlan(query: Query, rules: readonly TableRule[]): Promise<{ statements: string[]; unknown: string[] }> {
  const statements: string[] = [];
  const unknown: string[] = [];
  for (const table of await readTables(query)) {
    const rule = ruleOf(table, rules);
    if (rule) statements.push(...fenceTable(table, rule));
    else unknown.push(table.name);
  }
  return { statements, unknown };
}

function fenceTable(table: Table, rule: TableRule): string[] {
  const name = `"${table.name}"`;
  const statements: string[] = [];
  const fenced = rule.fence !== undefined;
  if (table.secured !== fenced) statements.push(`alter table ${name} ${fenced ? 'enable' : 'disable'} row level security`);
  if (table.forced !== fenced) statements.push(`alter table ${name} ${fenced ? 'force' : 'no force'} row level security`);
  const policies = wantedPolicies(rule);
  for (const existing of table.policies.keys()) {
    if (!policies.some((policy) => policy.name === existing)) statements.push(`drop policy "${existing}" on ${name}`);
  }
  for (const policy of policies) {
    const known = table.policies.get(policy.name);
    if (known === digest(policy.text)) continue;
    if (known !== undefined) statements.push(`drop policy "${policy.name}" on ${name}`);
    statements.push(policy.text, `comment on policy "${policy.name}" on ${name} is '${digest(policy.text)}'`);
  }
  const grants = wantedGrants(rule);
  const split = (grant: string) => grant.split(' ') as [string, string];
  // first: a right taken from a table goes with those given on its columns
  for (const grant of table.granted) {
    const [role, privilege] = split(grant);
    if (!grants.has(grant)) statements.push(`revoke ${privilege} on ${name} from ${role}`);
  }
  for (const grant of grants) {
    const [role, privilege] = split(grant);
    if (!table.granted.has(grant)) statements.push(`grant ${privilege} on ${name} to ${role}`);
  }
  return statements;
}
