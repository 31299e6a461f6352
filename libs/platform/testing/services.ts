import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Servers the tests run against. */
export interface TestServices {
  /** Superuser of a PostgreSQL server; tests make their own databases. */
  databaseUrl: string;
  /** Null when this machine has no Redis: the specs that need one say so and are skipped. */
  redisUrl: string | null;
}

const addresses = path.resolve(__dirname, '../../../.runtime/test-services.json');

/** TEST_DATABASE_URL and TEST_REDIS_URL, or the services started by `node apps/local/test-services.mjs`. */
export function testServices(): TestServices {
  const { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl } = process.env;
  if (databaseUrl) return { databaseUrl, redisUrl: redisUrl || null };
  if (existsSync(addresses)) return JSON.parse(readFileSync(addresses, 'utf8')) as TestServices;
  throw new Error('No PostgreSQL for the tests: start `node apps/local/test-services.mjs` or give TEST_DATABASE_URL.');
}
