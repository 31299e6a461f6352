import { requireRight, type Actor } from '@maillage/domain/identity';
import { checkReason, moveReview } from '@maillage/domain/review';
import { audit, loadCommunity, requireRevision } from '@maillage/features/community';
import { Clock, Ids, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { insertEvent, saveReview } from './review.store';
import { ReviewQueries, type ReviewRoom } from './review.queries';

/** Why, and the revision on screen. */
export interface ReopeningInput {
  revision: number;
  reason: string;
}

/** Opens a closed review again. What was frozen stays in its history, and the next year keeps the terms it was opened with. */
@Injectable()
export class ReopenReview {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly queries: ReviewQueries,
  ) {}

  async execute(actor: Actor, year: number, { revision, reason: given }: ReopeningInput): Promise<ReviewRoom> {
    requireRight(actor, 'review.write');
    const reason = checkReason(given);
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const { review, facts } = await this.queries.ground(tx, actor, year);
      // A second click of the same person, the first one done.
      if (review.status === 'reopened' && review.updatedBy === actor.personId && revision === review.revision - 1) return this.queries.roomView(tx, actor, year);
      const status = moveReview(review.status, 'reopen');
      await requireRevision(tx, review, revision, { status: review.status }, facts.timeZone);
      const by = { personId: actor.personId, at: this.clock.now() };
      await insertEvent(tx, { id: this.ids.next(), year, act: 'reopened', reason }, by);
      await saveReview(tx, { year, status, closingId: null, hash: null }, by);
      await audit(tx, actor, { act: 'review.reopened', subjectType: 'review', subjectId: String(year), label: `Année ${year}`, after: { reason } });
      return this.queries.roomView(tx, actor, year);
    });
  }
}
