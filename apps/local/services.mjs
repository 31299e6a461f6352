// The database and the queue's server, for `npm start` and for the tests.
import { join } from 'node:path';
import process from 'node:process';
import { abandonedHomes, databaseHome, removeFolder } from './places.mjs';
import { hasDatabase, newDatabase, renameDatabase, startPostgres, stopLeftover } from './postgres.mjs';
import { redisOnThisMachine } from './redis-binary.mjs';
import { fetchedRedis } from './redis-fetch.mjs';
import { startRedis } from './redis.mjs';
import { secret } from './secrets.mjs';

const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200, shared_buffers: '128MB', jit: 'off' };

/** The PostgreSQL of the tests: TEST_DATABASE_URL, or an embedded one that writes nothing to disk in earnest. */
export async function testDatabase(environment = process.env) {
  if (environment.TEST_DATABASE_URL) return { url: environment.TEST_DATABASE_URL, stop: async () => undefined };
  await removeAbandoned();
  const server = await startPostgres({ home: databaseHome(), name: 'pg-test', password: secret('test-database'), settings: quick });
  return { url: server.url(), stop: server.stop };
}

/** The Redis of the tests: TEST_REDIS_URL or REDIS_URL, this machine's, the distribution's; null when there is none. */
export async function testRedis({ environment = process.env, tell = () => undefined } = {}) {
  const given = environment.TEST_REDIS_URL || environment.REDIS_URL;
  if (given) return { url: given, origin: 'adresse donnée', stop: async () => undefined };
  const found = redisOnThisMachine(environment) ?? (await fetchedRedis({ environment, tell }));
  if (!found) return null;
  const server = await startRedis(found, { name: 'redis-test', password: secret('test-redis'), durable: false });
  return { url: server.url, origin: `${found.program}, version ${found.version}`, stop: server.stop };
}

/**
 * The database of `npm start`: DATABASE_URL, or the embedded one, with its two logins. The embedded one is first made
 * under another name; `settle()` gives it its own once its tables and its demo are whole, so that a first start cut in
 * the middle leaves nothing half done. Addresses are right after `settle()` only.
 */
export async function productDatabase(environment = process.env) {
  if (environment.DATABASE_URL) return givenDatabase(environment);
  await removeAbandoned();
  const server = await startPostgres({ home: databaseHome(), name: 'pg', password: secret('database-owner') });
  const final = 'maillage';
  const draft = 'maillage_draft';
  const isNew = !(await hasDatabase(server.url(), final));
  if (isNew) await newDatabase(server.url(), draft);
  const addresses = (name) => ({ ownerUrl: server.url(name), appUrl: server.url(name, 'maillage_login', secret('database-login')) });
  return {
    isNew,
    ...addresses(isNew ? draft : final),
    settle: async () => {
      if (isNew) await renameDatabase(server.url(), draft, final);
      return addresses(final);
    },
    exited: server.exited,
    stop: server.stop,
  };
}

/** Databases of a clone that was at this very place and is no more. */
async function removeAbandoned() {
  for (const home of abandonedHomes()) {
    for (const name of ['pg', 'pg-test']) await stopLeftover(join(home, name));
    removeFolder(home);
  }
}

function givenDatabase(environment) {
  const app = new URL(environment.DATABASE_URL);
  app.username = `${app.pathname.slice(1) || 'maillage'}_login`; // logins belong to the whole server: two databases, two logins
  app.password = secret('database-login');
  const addresses = { ownerUrl: environment.DATABASE_URL, appUrl: environment.DATABASE_APP_URL || app.href };
  return {
    isNew: true, // whether it is empty is not ours to know
    ...addresses,
    settle: async () => addresses,
    exited: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

/**
 * The queue of `npm start`, in this order: REDIS_URL, a Redis of this machine, else PostgreSQL.
 * QUEUE=postgres asks for PostgreSQL straight away.
 */
export async function productQueue(environment = process.env) {
  const nothing = { stop: async () => undefined, exited: new Promise(() => undefined) };
  if (environment.QUEUE === 'postgres') return { kind: 'postgres', why: 'demandée par QUEUE=postgres', ...nothing };
  if (environment.REDIS_URL) return { kind: 'redis', url: environment.REDIS_URL, why: 'adresse donnée par REDIS_URL', ...nothing };
  const found = redisOnThisMachine(environment);
  if (!found) return { kind: 'postgres', why: 'aucun Redis sur cette machine', ...nothing };
  const server = await startRedis(found, { name: 'redis', password: secret('redis') });
  return { kind: 'redis', url: server.url, why: `${found.program}, version ${found.version}`, stop: server.stop, exited: server.exited };
}
