import { addDays, type Day, DomainError, ensure, optionalText, refusePatientIdentifier, textLimits } from '@maillage/domain/kernel';

/** Where a review can stand. */
export const reviewStatuses = ['open', 'closed', 'reopened'] as const;
/** Where the *dialogue de gestion* of a contract year is. */
export type ReviewStatus = (typeof reviewStatuses)[number];

/** The states of a review in French. */
export const reviewStatusLabels: Readonly<Record<ReviewStatus, string>> = { open: 'ouvert', closed: 'clos', reopened: 'rouvert' };

/** What happens to the dialogue of a contract year. */
export const reviewActs = ['close', 'reopen'] as const;
/** What can happen to a review as a whole. */
export type ReviewAct = (typeof reviewActs)[number];

/** The life of a review. Absent: refused. Once closed, it only leaves that state with a reason. */
export const reviewTransitions: Readonly<Record<ReviewStatus, Partial<Record<ReviewAct, ReviewStatus>>>> = {
  open: { close: 'closed' },
  closed: { reopen: 'reopened' },
  reopened: { close: 'closed' },
};

/** The state an act leads to, or `review-transition`. */
export function moveReview(status: ReviewStatus, act: ReviewAct): ReviewStatus {
  const next = reviewTransitions[status][act];
  if (next === undefined) throw new DomainError('review-transition', { status: reviewStatusLabels[status], act });
  return next;
}

/** Refuses any change of a closed review with `review-closed`. */
export function requireOpen(status: ReviewStatus): void {
  ensure(status !== 'closed', 'review-closed');
}

/**
 * Days before the end of the contract year from which its review may be closed. No text sets it: the dialogue is held « around
 * the anniversary », after four or five meetings, so conclusions can be agreed before the last day, not in the middle of the year.
 */
export const closingLeadDays = 60;

/** First day the review of a year that ends on this day may be closed. */
export const closingOpensOn = (yearEnd: Day): Day => addDays(yearEnd, -closingLeadDays);

/** Refuses with `review-too-early` a review closed before its time. */
export function checkClosingDay(yearEnd: Day, today: Day): void {
  const from = closingOpensOn(yearEnd);
  ensure(today >= from, 'review-too-early', { from });
}

/** The least a reason says. */
export const shortestReason = 5;

/** Why a closed review is opened again; refused under five characters, or with a patient's identifier. */
export function checkReason(value: string | null | undefined): string {
  const reason = optionalText(value, 'Raison', textLimits.sentence);
  refusePatientIdentifier(reason, 'Raison');
  if (reason === null || reason.length < shortestReason) throw new DomainError('review-reason-missing', { least: shortestReason });
  return reason;
}
