import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { Sessions } from '@maillage/features/identity';
import { onTestDb, productDb, World, type MadePerson, type WorldOptions } from '@maillage/features/testing';
import { FixedClock } from '@maillage/platform';
import type { TestDb } from '@maillage/platform/testing';
import { ApiModule } from '../api.module';
import { equip, makeAdapter } from '../create-app';
import { TestClient } from './test-client';

/** How a test application is made. */
export interface TestAppOptions extends WorldOptions {
  /** Folder of a built web; none when absent. */
  webFolder?: string;
  /** Controllers added to those of the product, to show what the door does with them. */
  controllers?: Type[];
}

/** The real application on a real database, called without a network. */
export class TestApp extends World {
  constructor(
    db: TestDb,
    clock: FixedClock,
    module: World['module'],
    readonly app: NestFastifyApplication,
  ) {
    super(db, clock, module);
  }

  /** A browser nobody has signed in. */
  anonymous(): TestClient {
    return new TestClient(this.app);
  }

  /** A browser where this person is signed in, in their community. */
  async as(person: MadePerson): Promise<TestClient> {
    const sessions = this.get(Sessions);
    const { token } = await this.db.directory.run((tx) =>
      sessions.start(tx, person.personId, { address: '127.0.0.1', userAgent: 'essai' }, person.communityId),
    );
    return new TestClient(this.app, { maillage: token });
  }

  override async close(): Promise<void> {
    await this.app.close();
    await this.db.close();
  }
}

/** The real application for a spec; close it in `afterAll`. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const db = await productDb(options);
  const clock = new FixedClock(options.now ?? '2026-11-21T09:00:00Z');
  try {
    const builder = Test.createTestingModule({ imports: [ApiModule], controllers: options.controllers ?? [] });
    const module = await onTestDb(builder, db, clock).compile();
    const app = module.createNestApplication<NestFastifyApplication>(makeAdapter({ trustProxy: db.config.TRUST_PROXY }), { logger: false, bodyParser: false });
    await equip(app, { webFolder: options.webFolder ?? '/nowhere' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApp(db, clock, module, app);
  } catch (error) {
    await db.close();
    throw error;
  }
}
