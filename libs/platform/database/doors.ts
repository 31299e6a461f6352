import { Injectable } from '@nestjs/common';
import { isUuid } from '../ids';
import { Database, type Opening, type Tx } from './database';

/** How a tenant transaction is opened when the usual way does not do. */
export interface RunOptions {
  /** `REPEATABLE READ` reads one snapshot from beginning to end. */
  isolation?: Opening['isolation'];
  readOnly?: boolean;
}

/** The one door to what a community owns. */
@Injectable()
export class TenantDb {
  constructor(private readonly database: Database) {}

  /**
   * One transaction that sees and writes this community's rows only. Run again from the start, up to 3 times, when two
   * transactions cross: work must not do anything outside the database. Called inside another run it throws.
   */
  async run<T>(communityId: string, work: (tx: Tx) => Promise<T>, options: RunOptions = {}): Promise<T> {
    if (!isUuid(communityId)) throw new Error('TenantDb.run wants the id of a community.');
    return this.database.transaction({ role: 'app', settings: { 'app.community_id': communityId }, ...options }, work);
  }
}

/** The door to people: persons, memberships, sessions, links, throttle, register of communities. No community's content. */
@Injectable()
export class DirectoryDb {
  constructor(private readonly database: Database) {}

  /** One transaction as maillage_directory. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction({ role: 'directory' }, work);
  }
}

/** The machinery's door: outbox, schedules, list of communities. Never a community's content. */
@Injectable()
export class SystemDb {
  constructor(private readonly database: Database) {}

  /** One transaction as maillage_system. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction({ role: 'system' }, work);
  }
}

/** The door of a reader over several communities: published copies only, never written. */
@Injectable()
export class ReaderDb {
  constructor(private readonly database: Database) {}

  /** One read-only transaction as maillage_reader, over the communities it was opened to. */
  async run<T>(readerOf: readonly { communityId: string }[], work: (tx: Tx) => Promise<T>): Promise<T> {
    const ids = readerOf.map(({ communityId }) => communityId);
    if (!ids.every(isUuid)) throw new Error('ReaderDb.run wants ids of communities.');
    return this.database.transaction({ role: 'reader', settings: { 'app.reader_of': ids.join(',') }, readOnly: true }, work);
  }
}
