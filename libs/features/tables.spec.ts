import { wallFaults } from '@maillage/platform';
import type { TestDb } from '@maillage/platform/testing';
import { getMetadataArgsStorage } from 'typeorm';
import { rows, tableRules } from '.';
import { productDb } from './testing';

/** What a column declared as … is called by the database. */
const types: Readonly<Record<string, string>> = { int: 'integer', bool: 'boolean', timestamptz: 'timestamp with time zone', varchar: 'character varying' };

describe('every table of the product', () => {
  let db: TestDb;

  beforeAll(async () => {
    db = await productDb();
  });
  afterAll(() => db.close());

  it('stands behind the wall, or is a named exception', async () => {
    expect(await wallFaults(async (text, values) => db.peek(text, values) as never, tableRules)).toEqual([]);
  });

  it('has the columns its row class declares, and the other way round', async () => {
    const columns = await db.peek<{ table: string; column: string; type: string; nullable: boolean }>(
      `select c.table_name as table, c.column_name as column, c.data_type as type, c.is_nullable = 'YES' as nullable
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
    );
    const storage = getMetadataArgsStorage();
    const faults = rows.flatMap((row) => {
      const table = storage.tables.find(({ target }) => target === row)?.name ?? '';
      const real = columns.filter((column) => column.table === table);
      const declared = storage.columns.filter(({ target }) => target === row);
      const names = declared.map(({ options, propertyName }) => options.name ?? propertyName);
      return [
        ...(real.length === 0 ? [`${table}: no such table`] : []),
        ...real.filter(({ column }) => !names.includes(column)).map(({ column }) => `${table}.${column}: not declared by the row class`),
        ...declared.flatMap(({ options, propertyName }) => {
          const name = options.name ?? propertyName;
          const found = real.find(({ column }) => column === name);
          if (!found) return [`${table}.${name}: not in the database`];
          const type = String(options.type);
          const wanted = options.array ? 'ARRAY' : (types[type] ?? type);
          return [
            ...(found.type === wanted ? [] : [`${table}.${name}: ${found.type} in the database, ${wanted} in the row class`]),
            ...(found.nullable === (options.nullable === true) ? [] : [`${table}.${name}: nullable on one side only`]),
          ];
        }),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('has a row class, but for the machinery’s tables', async () => {
    const tables = await db.peek<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
    const known = new Set(getMetadataArgsStorage().tables.map(({ name }) => name));
    expect(tables.map(({ name }) => name).filter((name) => !known.has(name)).sort()).toEqual(['file', 'migration', 'outbox', 'schedule']);
  });
});
