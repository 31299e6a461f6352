import { createHash } from 'node:crypto';
import { canonicalJson } from '@maillage/domain/kernel';
import type { ReviewSheet } from '@maillage/domain/review';

/** What closing a review freezes: everything the room showed, who closed it and when. */
export interface FrozenReview {
  sheet: ReviewSheet;
  closedBy: { personId: string; name: string };
  /** Instant, ISO 8601. */
  closedAt: string;
}

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** The fingerprint of what was frozen, printed at the foot of its pages. */
export const hashFrozen = (frozen: FrozenReview): string => sha256(frozen);

/** The fingerprint of what an open room shows: closing freezes what was seen, or is refused. */
export const hashSheet = (sheet: ReviewSheet): string => sha256(sheet);
