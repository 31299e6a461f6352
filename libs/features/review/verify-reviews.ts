import { TenantDb } from '@maillage/platform';
import { french } from '@maillage/domain/kernel';
import { Injectable } from '@nestjs/common';
import { allClosings, loadReviews } from './review.store';
import { hashFrozen } from './seal';

/** What was checked of the closed reviews of a community, and what is wrong; no content. */
export interface ReviewVerification {
  closings: number;
  faults: { year: number; subject: string; sentence: string }[];
}

/** Recomputes the hash of everything that closing a review ever froze. */
@Injectable()
export class VerifyReviews {
  constructor(private readonly db: TenantDb) {}

  /** For the host, by the command line: after a restore, or on a doubt. */
  async execute(communityId: string): Promise<ReviewVerification> {
    const { closings, reviews } = await this.db.run(communityId, async (tx) => ({ closings: await allClosings(tx), reviews: await loadReviews(tx) }), {
      isolation: 'REPEATABLE READ',
      readOnly: true,
    });
    const fault = (year: number, sentence: string) => ({ year, subject: `Dialogue de gestion, année ${year}`, sentence: french(sentence) });
    return {
      closings: closings.length,
      faults: [
        ...closings.filter(({ snapshot, hash }) => hashFrozen(snapshot) !== hash).map(({ year }) => fault(year, 'Ce que la clôture a figé a été modifié.')),
        ...reviews.flatMap(({ year, status, closingId, hash }) => {
          if (status !== 'closed') return [];
          return closings.some((closing) => closing.id === closingId && closing.year === year && closing.hash === hash) ? [] : [fault(year, 'L\'état du dialogue ne tient plus à sa clôture.')];
        }),
      ],
    };
  }
}
