/** A worker of the product in a process of its own, whose leases and sweeps take seconds instead of minutes, for specs that kill it. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Clock, Ids, JobQueue, Log, Relay, Schedules, SystemDb, type AnyJobHandler } from '@maillage/platform';
import { TestWorker } from '@maillage/platform/testing/test-worker';
import { handlers } from '../handlers';
import { hangSchedules, scheduleSources, type ScheduleSource } from '../schedule';
import { WorkerModule } from '../worker.module';

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error'], abortOnError: false });
  const worker = new TestWorker({
    db: app.get(SystemDb),
    queue: app.get(JobQueue),
    relay: app.get(Relay),
    log: app.get(Log),
    clock: app.get(Clock),
    ids: app.get(Ids),
    handlers: handlers.map((handler): AnyJobHandler => app.get(handler, { strict: false })),
  });
  const sources = scheduleSources.map((source): ScheduleSource => app.get(source, { strict: false }));
  await hangSchedules(sources, app.get(Schedules), app.get(Log));
  worker.start();
  process.send?.({ ready: true });
  process.on('disconnect', () => process.exit(0));
}

void main();
