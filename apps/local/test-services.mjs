// node apps/local/test-services.mjs: the PostgreSQL and the Redis of the tests, up until stopped; their addresses are
// written in .runtime/test-services.json, which the Jest harness reads when TEST_DATABASE_URL is absent.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { holderOf, takeLock } from './pid-file.mjs';
import { runtimePath } from './places.mjs';
import { say, warn } from './saying.mjs';
import { testDatabase, testRedis } from './services.mjs';
import { Trouble, sentenceOf } from './trouble.mjs';

const addressFile = () => runtimePath('test-services.json');
const lockFile = () => runtimePath('test-services.pid');

/** The services another command keeps up for this project: `{ databaseUrl, redisUrl }`, or null. */
export function runningTestServices() {
  if (!holderOf(lockFile()) || !existsSync(addressFile())) return null;
  return JSON.parse(readFileSync(addressFile(), 'utf8'));
}

/** Starts the test services, or uses those already up. Returns `{ databaseUrl, redisUrl, redisOrigin, stop() }`. */
export async function testServices({ tell = () => undefined } = {}) {
  const running = runningTestServices();
  if (running) return { ...running, stop: async () => undefined };
  const lock = takeLock(lockFile());
  if (!lock.taken) throw new Trouble('Une autre commande démarre déjà les services de test de ce projet. Attendez qu’elle finisse puis recommencez.');
  const started = [];
  const stop = async () => {
    rmSync(addressFile(), { force: true });
    for (const service of started.reverse()) await service.stop();
    lock.release();
  };
  try {
    const [database, redis] = await Promise.allSettled([testDatabase(), testRedis({ tell })]);
    for (const result of [database, redis]) if (result.status === 'fulfilled' && result.value) started.push(result.value);
    for (const result of [database, redis]) if (result.status === 'rejected') throw result.reason;
    const addresses = { databaseUrl: database.value.url, redisUrl: redis.value?.url ?? null, redisOrigin: redis.value?.origin ?? null };
    writeFileSync(addressFile(), JSON.stringify(addresses), { mode: 0o600 });
    return { ...addresses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function main() {
  if (runningTestServices()) {
    say('Les services de test sont déjà en marche.');
    return;
  }
  const services = await testServices({ tell: (text) => say(`  Redis : ${text}`) });
  say(`PostgreSQL : ${services.databaseUrl}`);
  say(`Redis : ${services.redisUrl ?? 'aucun'}`);
  say('Prêt. Ctrl-C pour arrêter.');
  const alive = setInterval(() => undefined, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      clearInterval(alive);
      void services.stop();
    });
  }
}

if (process.argv[1] && import.meta.url.endsWith('/test-services.mjs') && process.argv[1].endsWith('test-services.mjs')) {
  main().catch((error) => {
    warn(sentenceOf(error));
    process.exitCode = 1;
  });
}
