/** A worker in a process of its own, for specs that kill it: `node -r ts-register.cjs worker-process.ts`. */
import 'reflect-metadata';
import { SystemClock } from '../clock';
import { loadConfig } from '../config';
import { Database } from '../database/database';
import { SystemDb } from '../database/doors';
import { Ids } from '../ids';
import { JobQueue } from '../jobs/job-queue';
import { Relay } from '../jobs/relay';
import { Log } from '../log';
import { specHandlers } from './spec-jobs';
import { TestWorker } from './test-worker';

async function main(): Promise<void> {
  const config = loadConfig();
  const log = new Log({ level: config.LOG_LEVEL });
  const database = await new Database(config, log, []).open();
  const db = new SystemDb(database);
  const queue = new JobQueue(config, log);
  const worker = new TestWorker({ db, queue, log, handlers: specHandlers(db), clock: new SystemClock(), ids: new Ids(), relay: new Relay(db, queue, log) });
  worker.start();
  process.once('SIGTERM', () => {
    void worker
      .close()
      .then(() => queue.close())
      .then(() => database.close())
      .then(() => process.exit(0));
  });
}

void main();
