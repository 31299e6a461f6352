import { createHash } from 'node:crypto';
import { type Actor, hasRight, requireRight } from '@maillage/domain/identity';
import { communityTitle } from '@maillage/domain/community';
import { DomainError, found } from '@maillage/domain/kernel';
import { audit, settingsOfCommunity } from '@maillage/features/community';
import { hashToken, newToken, Throttle } from '@maillage/features/identity';
import { Clock, Config, DirectoryDb, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { deleteFeed, loadFeed, ownerOfFeed, saveFeed, type StoredFeed } from './calendar-feed.store';
import { CalendarQueries } from './calendar.queries';
import { calendarIcs } from './calendar-ics';

/** A person's own address, without its secret. */
export interface FeedView {
  /** null: none is open. */
  createdAt: Date | null;
  /** 0 when none is open. */
  revision: number;
}

/** A new address: told once, never again. */
export interface NewFeed extends FeedView {
  address: string;
}

/** What the address gives. */
export interface FeedFile {
  body: string;
  /** Digest of the body. */
  etag: string;
}

const viewOf = (feed: StoredFeed | null): FeedView => ({ createdAt: feed?.createdAt ?? null, revision: feed?.revision ?? 0 });

/**
 * The calendar at a private address that calendar programs read without a session. It is a person's, not the community's: it shows
 * what that person's role may read on the day it is read, and stops when the person leaves or closes it, nobody else being cut off.
 */
@Injectable()
export class CalendarFeed {
  constructor(
    private readonly db: TenantDb,
    private readonly directory: DirectoryDb,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly throttle: Throttle,
    private readonly queries: CalendarQueries,
  ) {}

  /** Whether the person has an address open, and since when. */
  async view(actor: Actor): Promise<FeedView> {
    requireRight(actor, 'steering.read');
    return viewOf(await this.db.run(actor.communityId, (tx) => loadFeed(tx, actor.personId), { readOnly: true }));
  }

  /** Opens an address, in place of the one before if any; `revision` is the one on screen, so that two clicks give one address. */
  async open(actor: Actor, revision: number): Promise<NewFeed> {
    requireRight(actor, 'steering.read');
    const token = newToken();
    const feed = await this.db.run(actor.communityId, async (tx) => {
      const before = await loadFeed(tx, actor.personId, true);
      const isSaved = (before?.revision ?? 0) === revision && (await saveFeed(tx, actor.personId, hashToken(token), this.clock.now(), revision));
      if (!isSaved) throw new DomainError('edited-meanwhile', { revision: before?.revision ?? 0, current: viewOf(before) });
      await audit(tx, actor, { act: before ? 'calendar.feed-renewed' : 'calendar.feed-opened', subjectType: 'calendar-feed', subjectId: actor.personId });
      return loadFeed(tx, actor.personId);
    });
    return { ...viewOf(feed), address: `${this.config.PUBLIC_URL}/api/calendar/${token}.ics` };
  }

  /** Closes the person's address; nothing happens when none is open. */
  async close(actor: Actor): Promise<FeedView> {
    requireRight(actor, 'steering.read');
    return this.db.run(actor.communityId, async (tx) => {
      if (!(await loadFeed(tx, actor.personId, true))) return viewOf(null);
      await deleteFeed(tx, actor.personId);
      await audit(tx, actor, { act: 'calendar.feed-closed', subjectType: 'calendar-feed', subjectId: actor.personId });
      return viewOf(null);
    });
  }

  /** The file behind an address; `not-found` for any other, and for whoever may no longer read it. Misses are counted by network address. */
  async read(token: string, address: string): Promise<FeedFile> {
    const owner = await this.directory.run((tx) => ownerOfFeed(tx, hashToken(token)));
    if (!owner || !hasRight(owner, 'steering.read')) {
      // Hits are not counted: programs of many people share one address, and a closed calendar must not cut off the others.
      await this.throttle.count({ purpose: 'calendar', account: address, address });
      throw new DomainError('not-found');
    }
    const calendar = await this.queries.calendar(owner);
    const community = await this.db.run(owner.communityId, (tx) => settingsOfCommunity(tx, owner.communityId), { readOnly: true });
    const body = calendarIcs(calendar, { communityId: owner.communityId, title: communityTitle(found(community)), publicUrl: this.config.PUBLIC_URL });
    return { body, etag: createHash('sha256').update(body).digest('hex') };
  }
}
