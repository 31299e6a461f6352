import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { Clock, SystemClock } from './clock';
import { Config, loadConfig } from './config';
import { Database, type RowClass } from './database/database';
import { Notices } from './database/notices';
import { DirectoryDb, ReaderDb, SystemDb, TenantDb } from './database/doors';
import { Files } from './files/files';
import { Ids } from './ids';
import { JobQueue } from './jobs/job-queue';
import { Jobs } from './jobs/jobs';
import { JobProgressFeed } from './jobs/progress-feed';
import { QueueCheckHandler } from './jobs/queue-check';
import { Relay } from './jobs/relay';
import { Schedules } from './jobs/schedules';
import { Sweeper } from './jobs/sweeper';
import { Log } from './log';
import { Mail } from './mail/mail';

const machinery = (clock: Provider): Provider[] => [
  { provide: Config, useFactory: () => loadConfig() },
  clock,
  { provide: Log, useFactory: (config: Config) => new Log({ level: config.LOG_LEVEL }), inject: [Config] },
  { provide: JobQueue, useFactory: (config: Config, log: Log) => new JobQueue(config, log), inject: [Config, Log] },
  {
    provide: Relay,
    useFactory: (db: SystemDb, queue: JobQueue, log: Log) => new Relay(db, queue, log),
    inject: [SystemDb, JobQueue, Log],
  },
  Ids,
  TenantDb,
  DirectoryDb,
  SystemDb,
  ReaderDb,
  Jobs,
  Schedules,
  Sweeper,
  Notices,
  JobProgressFeed,
  QueueCheckHandler,
  Files,
  Mail,
];

/** Closes in order: what rings, what listens, then the database. */
class Closing implements OnApplicationShutdown {
  constructor(
    @Inject(Relay) private readonly relay: Relay,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Database) private readonly database: Database,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.relay.settled();
    await Promise.all([this.queue.close(), this.notices.close()]);
    await this.database.close();
  }
}

/** The machinery, for everyone: `PlatformModule.forRows(rows)` is imported once, by the module that gathers the features. */
@Global()
@Module({})
export class PlatformModule {
  /** `clock` replaces the machine's: for what plays a history. */
  static forRows(rows: readonly RowClass[], clock?: Clock): DynamicModule {
    const providers = machinery(clock ? { provide: Clock, useValue: clock } : { provide: Clock, useClass: SystemClock });
    const database: Provider = {
      provide: Database,
      useFactory: (config: Config, log: Log) => new Database(config, log, rows).open(),
      inject: [Config, Log],
    };
    // The database itself is not exported: outside, there are only doors.
    return { module: PlatformModule, providers: [...providers, database, Closing], exports: providers };
  }
}
