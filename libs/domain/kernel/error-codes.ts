/**
 * Every refusal the domain can pronounce, in one closed list grouped by area.
 * A code added here does not compile until it has a French sentence (error-texts.ts) and an HTTP status (apps/api).
 */
export const domainErrorCodes = [
  // kernel: anything, any area
  'not-found',
  'forbidden',
  'invalid-input',
  'edited-meanwhile',
  'already-done',
  'text-missing',
  'text-too-long',
  'too-many',
  'invalid-number',
  'invalid-day',
  'invalid-period',
  'invalid-time-zone',
  'patient-identifier',
  'amount-invalid',

  // identity
  'signed-out',
  'sign-in-refused',
  'too-many-attempts',
  'sign-in-busy',
  'no-community-chosen',
  'link-invalid',
  'link-expired',
  'password-refused',
  'current-password-wrong',
  'last-coordinator',
  'already-member',
  'reader-without-organisation',

  // community
  'mask-below-invalid',
  'commune-unknown',
  'commune-twice',
  'commune-overlap',
  'epci-unknown',
  'logo-refused',
  'population-invalid',

  // contract
  'agreement-unknown',
  'contract-missing',
  'contract-duration-invalid',
  'contract-year-outside',
  'mission-unknown',
  'mission-core',
  'mission-not-chosen',
  'mission-not-started',
  'mission-in-use',
  'mission-before-signature',
  'mission-deployed-before-start',
  'mission-date-in-future',
  'mission-after-contract',
  'mission-in-terms',
  'terms-refused',
  'terms-missing',
  'terms-exist',
  'contract-year-closed',
  'contract-year-past',
  'amendment-not-latest',
  'contract-file-refused',
  'import-outdated',

  // project
  'project-draft-exists',
  'project-not-draft',
  'project-past',
  'project-structure-locked',
  'project-tracking-needs-in-force',
  'project-empty',
  'project-axis-empty',
  'axis-has-actions',
  'axis-duplicate-title',
  'action-has-measures',
  'action-has-indicators',
  'action-mission-missing',
  'action-status-needs-sentence',
  'action-period-reversed',
  'step-done-in-future',
  'tree-position-invalid',

  // indicators
  'indicator-code-invalid',
  'indicator-code-taken',
  'indicator-definition-incomplete',
  'indicator-served-nowhere',
  'indicator-archived',
  'indicator-kind-locked',
  'target-invalid',
  'measure-period-mismatch',
  'measure-period-not-over',
  'measure-above-hundred',
  'measure-parts-missing',
  'measure-value-missing',
  'measure-negative',
  'measure-decimals',
  'measure-denominator-zero',
  'measure-numerator-above',
  'measure-not-yes-no',
  'measure-locked',
  'measure-not-draft',
  'measure-not-validated',
  'measure-reason-missing',
  'evidence-locked',
  'evidence-refused',

  // money: links
  'link-kind-differs',

  // money: scenarios
  'scenario-empty',
  'scenario-indicator-unknown',
  'scenario-value-invalid',
  'scenario-name-taken',
  'scenario-without-terms',

  // payments
  'payment-line-unknown',
  'payment-parts-exceed',
  'payment-cancelled',

  // review
  'review-transition',
  'review-closed',
  'review-too-early',
  'review-incomplete',
  'review-amount-outside',
  'review-conclusion-contradicts',
  'review-reason-missing',
  'review-proposal-invalid',
  'review-person-unknown',

  // reports
  'report-transition',
  'report-approval-right',
  'report-exists',
  'report-period-not-over',
  'report-no-recipient',
  'report-no-indicator',
  'report-correction-needs-sent',
  'report-document-damaged',
  'recipient-email-invalid',
  'recipient-taken',
  'delivery-not-retryable',
  'delivery-not-confirmable',
] as const;

/** A reason the domain may refuse something. */
export type DomainErrorCode = (typeof domainErrorCodes)[number];
