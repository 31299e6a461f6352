import { fencePlan, type Query } from './fence';
import type { TableRule } from './roles';

/**
 * Everything that makes the wall between communities weaker than it should be; empty when it holds. The every-table spec
 * expects an empty list: a new table is fenced by having `community_id`, or named in the rules beside its migration.
 */
export async function wallFaults(query: Query, rules: readonly TableRule[]): Promise<string[]> {
  const { statements, unknown } = await fencePlan(query, rules);
  const exceptions = rules.map(({ table }) => table);
  return [
    ...unknown.map((table) => `${table}: no community_id, and not among the named exceptions`),
    ...statements.map((statement) => `not done: ${statement}`),
    ...(await missingTables(query, rules)),
    ...(await weakKeys(query, exceptions)),
    ...(await weakReferences(query)),
    ...(await weakDefaults(query, exceptions)),
    ...(await holes(query)),
  ];
}

async function missingTables(query: Query, rules: readonly TableRule[]): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select name from unnest($1::text[]) as name where to_regclass('public.' || quote_ident(name)) is null`,
    [rules.map(({ table }) => table)],
  );
  return rows.map(({ name }) => `${name}: an exception is named for a table that does not exist`);
}

/** Primary keys and indexes of tenant tables lead with community_id: planner's speed, and the way to shards. */
async function weakKeys(query: Query, exceptions: string[]): Promise<string[]> {
  const rows = await query<{ table: string; index: string }>(
    `select c.relname as table, i.relname as index
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       join pg_attribute t on t.attrelid = c.oid and t.attname = 'community_id'
     where c.relnamespace = 'public'::regnamespace and x.indkey[0] <> t.attnum and not c.relname = any($1)`,
    [exceptions],
  );
  const keyless = await query<{ table: string }>(
    `select c.relname as table from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not exists (select 1 from pg_index x where x.indrelid = c.oid and x.indisprimary)`,
  );
  return [
    ...rows.map(({ table, index }) => `${table}: index ${index} does not lead with community_id`),
    ...keyless.map(({ table }) => `${table}: no primary key`),
  ];
}

/** A reference between two tenant tables carries community_id: a row never points into another community. */
async function weakReferences(query: Query): Promise<string[]> {
  const rows = await query<{ table: string; constraint: string }>(`
    select c.relname as table, f.conname as constraint
    from pg_constraint f join pg_class c on c.oid = f.conrelid
      join pg_attribute t on t.attrelid = f.conrelid and t.attname = 'community_id'
      join pg_attribute u on u.attrelid = f.confrelid and u.attname = 'community_id'
    where f.contype = 'f' and c.relnamespace = 'public'::regnamespace and not (t.attnum = any (f.conkey) and u.attnum = any (f.confkey))`);
  return rows.map(({ table, constraint }) => `${table}: foreign key ${constraint} does not carry community_id`);
}

async function weakDefaults(query: Query, exceptions: string[]): Promise<string[]> {
  const rows = await query<{ table: string }>(
    `select c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'community_id' and not c.relname = any($1)
       and (not a.attnotnull or a.atttypid <> 'uuid'::regtype or coalesce(pg_get_expr(d.adbin, d.adrelid), '') not like '%app.community_id%')`,
    [exceptions],
  );
  return rows.map(({ table }) => `${table}: community_id must be uuid not null, with the community at work as default`);
}

/** Views and functions that would act as their owner, past the wall. */
async function holes(query: Query): Promise<string[]> {
  const views = await query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false))`);
  const functions = await query<{ name: string }>(`
    select proname as name from pg_proc p
    where pronamespace = 'public'::regnamespace and prosecdef
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  return [
    ...views.map(({ name }) => `${name}: a view must be security_invoker, a materialized view is forbidden`),
    ...functions.map(({ name }) => `${name}: a security definer function walks through the wall`),
  ];
}
