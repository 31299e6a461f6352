/** Who speaks to the database: the login takes one of these for the time of a transaction. */
export type DbRole = 'app' | 'directory' | 'system' | 'reader';

/** The PostgreSQL role behind each door. */
export const roleNames: Record<DbRole, string> = {
  app: 'maillage_app',
  directory: 'maillage_directory',
  system: 'maillage_system',
  reader: 'maillage_reader',
};

/** Every role. */
export const dbRoles = Object.keys(roleNames) as DbRole[];

/** What a role may do to a table; `select(a,b)` is reading these columns only, in the order of the alphabet. */
export type Privilege = 'select' | 'insert' | 'update' | 'delete' | `select(${string})`;

/** Every right on a table. */
export const everyPrivilege: readonly Privilege[] = ['select', 'insert', 'update', 'delete'];

/**
 * A table of schema public that is not an ordinary tenant table, declared beside the migration that makes it.
 * An ordinary tenant table has `community_id` and needs no rule: it is fenced, and maillage_app may do everything inside the fence.
 */
export interface TableRule {
  table: string;
  /** Why it is an exception: read by whoever reviews the wall. */
  reason: string;
  /**
   * Column that says whose row it is. Given: row-level security, maillage_app sees the rows of the community at work,
   * maillage_reader those of the communities it reads, maillage_directory and maillage_system all rows.
   * Absent: no row-level security, only the grants.
   */
  fence?: string;
  /** Nothing is granted that is not named here. */
  grants: Partial<Record<DbRole, readonly Privilege[]>>;
}
