import 'reflect-metadata';
import { setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { ConfigError, DatabaseUnreachable, loadConfig, Log } from '@maillage/platform';
import { HealthDoor } from './health';
import { Worker } from './worker';
import { WorkerModule } from './worker.module';

/** How long jobs at work may take to finish once a stop is asked for. */
const stopLimitMs = 20_000;

/** On a machine it shares with the API, a long job lets pages through: about a third of the processor when both want it. */
const niceness = 5;

async function start(): Promise<void> {
  setPriority(niceness);
  // Read first, alone: faults of the configuration are told plainly.
  const { WORKER_PORT: port, HOST: host, QUEUE: queue, LOG_LEVEL: level } = loadConfig();
  const starting = new Log({ level }).forNest();
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: starting, abortOnError: false });
  const log = app.get(Log);
  const worker = app.get(Worker);
  worker.start();
  const door = port === undefined ? undefined : await HealthDoor.open(worker, host, port);
  log.info('worker started', { queue, healthPort: door?.port });
  process.send?.({ ready: true });

  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info('worker stopping', { why });
    // Whatever hangs, the process ends: a run left in the middle is taken up by another worker.
    setTimeout(() => process.exit(1), stopLimitMs + 5_000).unref();
    await door?.close();
    await worker.stop(stopLimitMs);
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('disconnect', () => void stop('the launcher is gone'));
  // A connection that falls may leave a promise nobody waits for; the jobs at work must not pay for it.
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', error));
}

start().catch((error: unknown) => {
  const plain = error instanceof ConfigError || error instanceof DatabaseUnreachable;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${plain ? message : `Le service des tâches n’a pas pu démarrer\u00a0: ${message}`}\n`);
  if (!plain && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  process.exit(1);
});
