import { ClosedYears } from '@maillage/features/contract';
import { YearClosing } from '@maillage/features/money';
import type { Provider } from '@nestjs/common';
import { ChangePreparation } from './change-preparation';
import { ChangeReviewLine } from './change-line';
import { CloseReview } from './close-review';
import { ReviewClosedYears, ReviewYearClosing } from './closings';
import { ReviewEditing } from './editing';
import { ProposeTarget } from './propose-target';
import { ReopenReview } from './reopen-review';
import { ManagementReviewRow, ReviewEventRow, ReviewLineRow, ReviewPreparationRow, ReviewProposalRow } from './review.row';
import { ReviewQueries } from './review.queries';
import { VerifyReviews } from './verify-reviews';

export { ChangePreparation, type PreparationInput } from './change-preparation';
export { ChangeReviewLine, type LineInput } from './change-line';
export { CloseReview, type ClosingInput } from './close-review';
export { ProposeTarget, type ProposalInput } from './propose-target';
export { ReopenReview, type ReopeningInput } from './reopen-review';
export { ManagementReviewRow, ReviewEventRow, ReviewLineRow, ReviewPreparationRow, ReviewProposalRow, type NextYearOutcome } from './review.row';
export { closedYearsWithProof, type ReviewEvent } from './review.store';
export { ReviewQueries, type ReviewRoom, type ReviewYear } from './review.queries';
export { reviewTables } from './tables';
export { VerifyReviews, type ReviewVerification } from './verify-reviews';

/** Row classes of this area. */
export const rows = [ManagementReviewRow, ReviewEventRow, ReviewLineRow, ReviewProposalRow, ReviewPreparationRow];

/** What this area offers; it tells the contract and the euros which years are closed. */
export const providers: Provider[] = [
  { provide: YearClosing, useClass: ReviewYearClosing },
  { provide: ClosedYears, useClass: ReviewClosedYears },
  ReviewQueries,
  ReviewEditing,
  ChangeReviewLine,
  ChangePreparation,
  ProposeTarget,
  CloseReview,
  ReopenReview,
  VerifyReviews,
];
