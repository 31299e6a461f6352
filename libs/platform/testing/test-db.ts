import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
import { loadConfig, type Config } from '../config';
import { Database, type RowClass } from '../database/database';
import { DirectoryDb, ReaderDb, SystemDb, TenantDb } from '../database/doors';
import { Files } from '../files/files';
import { Ids } from '../ids';
import type { AnyJobHandler, JobRun } from '../jobs/job';
import type { Bell } from '../jobs/job-queue';
import { Jobs } from '../jobs/jobs';
import { Relay } from '../jobs/relay';
import { ordinaryTiming, RunExecutor, type DescribeError } from '../jobs/run-executor';
import { Log } from '../log';
import { platformMigrations, platformTableRules } from '../migrations';
import { testServices } from './services';
import { appUrl, cloneDatabase, databaseUrl, dropDatabase, type Schema } from './template';

/** How a test database is made. */
export interface TestDbOptions extends Partial<Schema> {
  rows?: readonly RowClass[];
  /** A database of its own, dropped at the end: for what must not see the rows of other specs. */
  fresh?: boolean;
  /** Environment added to the configuration (REDIS_URL, SMTP_URL…). */
  environment?: Record<string, string>;
}

/** A bell nobody hears: runs wait in the outbox until the test carries them out with `runJobs`. */
const muteBell: Bell = { ring: async () => undefined };

/** The machinery on a real database; each test makes its own community. */
export class TestDb {
  readonly ids = new Ids();
  readonly log: Log;
  readonly tenant: TenantDb;
  readonly directory: DirectoryDb;
  readonly system: SystemDb;
  readonly reader: ReaderDb;
  readonly relay: Relay;
  readonly jobs: Jobs;
  readonly files: Files;

  constructor(
    readonly name: string,
    readonly ownerUrl: string,
    readonly config: Config,
    readonly database: Database,
    private readonly owner: Pool,
    private readonly release: () => Promise<void>,
  ) {
    this.log = new Log({ level: 'silent' });
    this.tenant = new TenantDb(database);
    this.directory = new DirectoryDb(database);
    this.system = new SystemDb(database);
    this.reader = new ReaderDb(database);
    this.relay = new Relay(this.system, muteBell, this.log);
    this.jobs = new Jobs(this.ids, this.relay);
    this.files = new Files(config, this.ids);
  }

  /** Past the wall, as the superuser: to look at what a test left behind, of every community. */
  async peek<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.owner.query<T>(text, values)).rows;
  }

  /** Carries out the runs that are due, as a worker would, until none is left; they come back as they ended. */
  async runJobs(handlers: readonly AnyJobHandler[], options: { communityId?: string; describe?: DescribeError } = {}): Promise<JobRun[]> {
    const executor = new RunExecutor(
      this.system,
      new Map(handlers.map((handler) => [handler.job, handler])),
      this.log,
      ordinaryTiming,
      options.describe,
    );
    const done: string[] = [];
    for (;;) {
      const due = await this.peek<{ id: string }>(
        `select id from outbox where state = 'waiting' and run_at <= now() and ($1::uuid is null or community_id = $1)
         and job = any ($2) order by run_at, id`,
        [options.communityId ?? null, handlers.map(({ job }) => job)],
      );
      if (due.length === 0) break;
      for (const { id } of due) {
        await executor.carryOut(id);
        done.push(id);
      }
    }
    return this.peek<JobRun>(
      `select id, community_id as "communityId", job, subject, state, attempts, progress, progress_label as label, error, run_at as "runAt",
         created_at as "createdAt", finished_at as "finishedAt" from outbox where id = any($1) order by array_position($1, id)`,
      [done],
    );
  }

  async close(): Promise<void> {
    await this.relay.settled();
    await this.database.close();
    await this.owner.end();
    await this.release();
  }
}

/** A migrated database: copied from a template made once, one copy per Jest worker. Close it in `afterAll`. */
export async function testDb(options: TestDbOptions = {}): Promise<TestDb> {
  const { databaseUrl: serverUrl } = testServices();
  const schema = { migrations: options.migrations ?? platformMigrations, rules: options.rules ?? platformTableRules };
  const name = await cloneDatabase(serverUrl, schema, options.fresh ?? false);
  const folder = await mkdtemp(path.join(tmpdir(), 'maillage-files-'));
  const config = testConfig({ DATABASE_APP_URL: appUrl(serverUrl, name), FILES_DIR: folder, ...options.environment });
  const database = await new Database(config, new Log({ level: 'silent' }), options.rows ?? []).open();
  const owner = new Pool({ connectionString: databaseUrl(serverUrl, name), max: 2 });
  return new TestDb(name, databaseUrl(serverUrl, name), config, database, owner, async () => {
    await rm(folder, { recursive: true, force: true });
    if (options.fresh) await dropDatabase(serverUrl, name);
  });
}

/** A configuration that holds in tests, with what the test changes. */
export function testConfig(environment: Record<string, string>): Config {
  return loadConfig({
    PUBLIC_URL: 'http://maillage.test',
    MAIL_FROM: 'Maillage <ne-pas-repondre@maillage.test>',
    LOG_LEVEL: 'silent',
    QUEUE: 'postgres',
    DATABASE_POOL: '6',
    FILES_DIR: path.join(tmpdir(), 'maillage-files'),
    ...environment,
  });
}
