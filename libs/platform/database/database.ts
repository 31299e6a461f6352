import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import pg, { type PoolClient } from 'pg';
import { DataSource, type EntityManager, type EntitySchema, type QueryRunner } from 'typeorm';
import type { Config } from '../config';
import type { Log } from '../log';
import { isWorthRetrying, sqlState } from './pg-errors';
import { roleNames, type DbRole } from './roles';
import { prepareQueries, slowQueryMs } from './prepared';
import { SlowQueries } from './slow-queries';

/** The transaction at work: everything a use case does to the database goes through it. */
export type Tx = EntityManager;

/** A row class of TypeORM. */
export type RowClass = (new () => object) | EntitySchema;

/** How a door opens its transaction. */
export interface Opening {
  role: DbRole;
  /** Settings local to the transaction; values are inlined, so only from a closed alphabet. */
  settings?: Record<string, string>;
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ';
  readOnly?: boolean;
}

const tries = 4;

/** The database does not answer, or not to this login; the message is for the operator, in French. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';

  constructor(cause: unknown) {
    super(`La base de données ne répond pas à l’adresse de DATABASE_APP_URL\u00a0: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** What is in force around the code that runs: a transaction opened inside another is a mistake. */
const around = new AsyncLocalStorage<{ open: boolean }>();

/** What a transaction still has to do at its end. */
interface Endings {
  before: (() => Promise<void>)[];
  after: (() => void)[];
}

const endings = new WeakMap<QueryRunner, Endings>();

/**
 * Has work done as the last thing of the transaction, once everything else succeeded: what takes a lock every writer of a
 * community wants, taken here, is held for the time of the commit only, and nothing is waited for behind it. A fault undoes all.
 */
export function beforeCommit(tx: Tx, work: () => Promise<void>): void {
  const list = tx.queryRunner && endings.get(tx.queryRunner);
  if (!list) throw new Error('beforeCommit is called inside a transaction of a door.');
  list.before.push(work);
}

/** Has a callback run once the transaction is committed; never when it is rolled back. It must not throw. */
export function afterCommit(tx: Tx, callback: () => void): void {
  const list = tx.queryRunner && endings.get(tx.queryRunner);
  if (!list) throw new Error('afterCommit is called inside a transaction of a door.');
  list.after.push(callback);
}

/** Whole numbers and decimals as numbers, days as `YYYY-MM-DD`: what the domain speaks. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC)) return Number;
    if (format !== 'binary' && oid === pg.types.builtins.DATE) return (day: string) => day;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** Holds the pool. Only the doors (`TenantDb`, `DirectoryDb`, `SystemDb`, `ReaderDb`) have it in hand. */
export class Database {
  private readonly source: DataSource;
  private readonly slow: SlowQueries;

  constructor(config: Pick<Config, 'DATABASE_APP_URL' | 'DATABASE_POOL'>, log: Log, rows: readonly RowClass[]) {
    this.slow = new SlowQueries(log);
    this.source = new DataSource({
      type: 'postgres',
      url: config.DATABASE_APP_URL,
      entities: [...rows],
      synchronize: false,
      installExtensions: false,
      applicationName: 'maillage',
      poolSize: config.DATABASE_POOL,
      connectTimeoutMS: 10_000,
      maxQueryExecutionTime: slowQueryMs,
      logger: this.slow,
      poolErrorHandler: (error: Error) => log.warn('connection to the database lost', { err: error }),
      extra: { types, keepAlive: true, idleTimeoutMillis: 60_000 },
    });
  }

  /** Connects, waiting a little for a server that starts at the same time; throws `DatabaseUnreachable`. */
  async open(patienceMs = 15_000): Promise<this> {
    const end = performance.now() + patienceMs;
    while (!this.source.isInitialized) {
      try {
        await this.source.initialize();
      } catch (error) {
        // A server that answers with a refusal (password, unknown database) will not change its mind; 57P03: it is starting.
        const refused = sqlState(error) !== undefined && sqlState(error) !== '57P03';
        if (refused || performance.now() > end) throw new DatabaseUnreachable(error);
        await wait(500);
      }
    }
    return this;
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** Runs work in one transaction, again when the database asks for it. */
  async transaction<T>(opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (around.getStore()?.open) {
      throw new Error('A transaction is already open here: pass its tx instead of calling a door again.');
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(opening, work);
      } catch (error) {
        if (attempt >= tries || !isWorthRetrying(error)) throw error;
        await wait(Math.random() * 40 * attempt);
      }
    }
  }

  private async once<T>(opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const scope = { open: true };
    const ending: Endings = { before: [], after: [] };
    let broken: Error | undefined;
    try {
      const client = (await runner.connect()) as PoolClient;
      await client.query(openingText(opening));
      // TypeORM did not open this transaction; it must know of it, or save() would open its own.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      endings.set(runner, ending);
      prepareQueries(runner, client, (milliseconds, text) => this.slow.logQuerySlow(Math.round(milliseconds), text));
      try {
        const result = await around.run(scope, async () => {
          const done = await work(runner.manager);
          for (const last of ending.before) await last();
          return done;
        });
        scope.open = false;
        const { command } = await client.query('COMMIT');
        if (command !== 'COMMIT') throw new Error('An error of the database was swallowed inside the transaction: nothing was kept.');
        for (const callback of ending.after) around.exit(callback);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
        throw error;
      }
    } finally {
      scope.open = false;
      endings.delete(runner);
      Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
      await release(runner, broken);
    }
  }
}

/** begin and settings in one message: one round trip. */
function openingText({ role, settings = {}, isolation, readOnly }: Opening): string {
  const begin = ['BEGIN', isolation && `ISOLATION LEVEL ${isolation}`, readOnly && 'READ ONLY'].filter(Boolean).join(' ');
  const wanted = Object.entries({ role: roleNames[role], ...settings });
  for (const [, value] of wanted) if (!/^[0-9a-z_,-]*$/i.test(value)) throw new Error('A setting of a transaction holds a forbidden character.');
  return `${begin}; SELECT ${wanted.map(([name, value]) => `set_config('${name}', '${value}', true)`).join(', ')}`;
}

/** Gives the connection back; a broken one is thrown away, not lent again. */
async function release(runner: QueryRunner, broken: Error | undefined): Promise<void> {
  const postgres = runner as QueryRunner & { releasePostgresConnection?: (error?: Error) => Promise<void> };
  if (broken && postgres.releasePostgresConnection) return postgres.releasePostgresConnection(broken);
  return runner.release();
}
