import { Test, type TestingModule } from '@nestjs/testing';
import { Clock, Config, FixedClock, Log, Relay } from '@maillage/platform';
import { Database } from '@maillage/platform/database/database';
import { testDb, type TestDb } from '@maillage/platform/testing';
import type { Type } from '@nestjs/common';
import { FeaturesModule, migrations, rows, tableRules } from '../index';
import { RefuseUnsealed9999999999999 } from './refuse-unsealed';

/** How a world is made. */
export interface WorldOptions {
  /** Where the clock stands; 21 November 2026, ten o'clock in Paris, when absent. */
  now?: string;
  /** A database of its own: for specs that look at rows of every community. */
  fresh?: boolean;
  /** Environment added to the configuration (SMTP_URL…). */
  environment?: Record<string, string>;
}

/** The real product on a real database, with a clock that stands still and a queue that waits to be run. */
export class World {
  constructor(
    readonly db: TestDb,
    readonly clock: FixedClock,
    readonly module: TestingModule,
  ) {}

  /** A use case, a query, a service: as the product builds it. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.module.get<T>(type, { strict: false });
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.db.close();
  }
}

/** The database of the product for a spec: one copy per Jest worker, every table migrated. */
export async function productDb(options: WorldOptions = {}): Promise<TestDb> {
  const { fresh, environment } = options;
  return testDb({ migrations: [...migrations, RefuseUnsealed9999999999999], rules: tableRules, rows, ...(fresh === undefined ? {} : { fresh }), ...(environment ? { environment } : {}) });
}

/** The whole product for a spec; close it in `afterAll`. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const db = await productDb(options);
  const clock = new FixedClock(options.now ?? '2026-11-21T09:00:00Z');
  const module = await onTestDb(Test.createTestingModule({ imports: [FeaturesModule] }), db, clock).compile();
  return new World(db, clock, module);
}

type Builder = ReturnType<typeof Test.createTestingModule>;

/** Puts a module of the product on a test database and a clock that stands still. */
export function onTestDb(builder: Builder, db: TestDb, clock: FixedClock): Builder {
  return builder
    .overrideProvider(Config)
    .useValue(db.config)
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(Log)
    .useValue(db.log)
    .overrideProvider(Relay)
    .useValue(db.relay)
    .overrideProvider(Database)
    .useValue(db.database);
}
