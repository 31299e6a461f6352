import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { requireOpen } from '@maillage/domain/review';
import { loadCommunity, requireRevision, type Revised } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { type ReviewGround, ReviewQueries, type ReviewRoom } from './review.queries';
import type { Writing } from './review.store';

/** What a change of an open review works with. */
export interface ReviewChange extends ReviewGround {
  tx: Tx;
  by: Writing;
}

/** The frame of every change of an open review: right, one writer at a time, the review still open, and the room afterwards. */
@Injectable()
export class ReviewEditing {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly queries: ReviewQueries,
  ) {}

  /** Runs a change and gives the room as it then is. */
  async change(actor: Actor, year: number, work: (change: ReviewChange) => Promise<void>): Promise<ReviewRoom> {
    requireRight(actor, 'review.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const ground = await this.queries.ground(tx, actor, year);
      requireOpen(ground.review.status);
      await work({ ...ground, tx, by: { personId: actor.personId, at: this.clock.now() } });
      return this.queries.roomView(tx, actor, year);
    });
  }
}

/** Refuses a change made on something else than what is there; `seen` is 0 where nothing was. */
export async function requireSeen(tx: Tx, stored: Revised | undefined, seen: number, current: object, timeZone: string): Promise<void> {
  if (stored) return requireRevision(tx, stored, seen, current, timeZone);
  if (seen !== 0) throw new DomainError('not-found');
}

/** « Année 5, Patients en ALD sans médecin traitant »: what the journal calls it. */
export const subjectOf = (year: number, title: string): string => `Année ${year} · ${title}`;
