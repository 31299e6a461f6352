import { french, type DomainErrorCode } from '@maillage/domain/kernel';

/** One wrong field of an input. */
export interface FieldProblem {
  /** Where in the input: `email`, `steps.2.title`. */
  path: string;
  /** The rule broken: `isEmail`, `maxLength`… */
  rule: string;
  /** What is wrong, in French. */
  message: string;
}

/** RFC 9457 problem details, as every error of the API is answered. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: FieldProblem[];
  meta?: Record<string, unknown>;
}

/** Refusals that belong to the door itself, with their status and sentence. */
const httpProblems = {
  'invalid-request': [400, 'La demande n\'est pas valide. Votre saisie est conservée à l\'écran ; corrigez les champs signalés.'],
  'unreadable-body': [400, 'La demande est illisible : son contenu n\'est pas du JSON valide.'],
  'request-forged': [403, 'La demande ne vient pas de la page de Maillage : elle a été refusée. Rechargez la page, puis recommencez.'],
  'page-outdated': [409, 'Vous avez changé de communauté ou de compte dans un autre onglet. Rien n\'a été enregistré ici : cet onglet montre maintenant ce que vous avez choisi là-bas.'],
  'route-unknown': [404, 'Cette adresse n\'existe pas.'],
  'method-refused': [405, 'Cette opération n\'existe pas à cette adresse.'],
  'body-too-large': [413, 'L\'envoi est trop volumineux. Rien n\'a été enregistré ; réduisez-le, puis recommencez.'],
  'media-type-refused': [415, 'Ce type de contenu n\'est pas accepté.'],
  'unexpected': [500, 'Une erreur inattendue s\'est produite. Rien n\'a été enregistré ; recommencez, et prévenez votre hébergeur si cela se reproduit.'],
  'unavailable': [503, 'Le service est momentanément indisponible. Votre saisie est conservée à l\'écran ; recommencez dans un instant.'],
} as const satisfies Record<string, readonly [number, string]>;

/** A refusal of the door. */
export type HttpProblemCode = keyof typeof httpProblems;

/** All of them. */
export const httpProblemCodes = Object.keys(httpProblems) as HttpProblemCode[];

/** Thrown by the door, never by the rules. */
export class HttpProblem extends Error {
  constructor(
    readonly code: HttpProblemCode,
    readonly errors?: FieldProblem[],
  ) {
    super(code);
  }
}

/** Status and French sentence of a refusal of the door. */
export function httpProblem(code: HttpProblemCode): { status: number; detail: string } {
  const [status, sentence] = httpProblems[code];
  return { status, detail: french(sentence) };
}

/** Status of every refusal of the domain. */
export const statusOf: Record<DomainErrorCode, number> = {
  'not-found': 404,
  'forbidden': 403,
  'invalid-input': 400,
  'edited-meanwhile': 409,
  'already-done': 409,
  'text-missing': 400,
  'text-too-long': 400,
  'too-many': 400,
  'invalid-number': 400,
  'invalid-day': 400,
  'invalid-period': 400,
  'invalid-time-zone': 400,
  'patient-identifier': 400,
  'amount-invalid': 400,

  // identity
  'signed-out': 401,
  'sign-in-refused': 401,
  'too-many-attempts': 429,
  'sign-in-busy': 503,
  'no-community-chosen': 409,
  'link-invalid': 410,
  'link-expired': 410,
  'password-refused': 400,
  'current-password-wrong': 400,
  'last-coordinator': 409,
  'already-member': 409,
  'reader-without-organisation': 400,

  // community
  'mask-below-invalid': 400,
  'commune-unknown': 400,
  'commune-twice': 409,
  'commune-overlap': 409,
  'epci-unknown': 400,
  'logo-refused': 400,
  'population-invalid': 400,

  // contract
  'agreement-unknown': 400,
  'contract-missing': 409,
  'contract-duration-invalid': 400,
  'contract-year-outside': 400,
  'mission-unknown': 404,
  'mission-core': 409,
  'mission-not-chosen': 409,
  'mission-not-started': 409,
  'mission-in-use': 409,
  'mission-before-signature': 400,
  'mission-deployed-before-start': 400,
  'mission-date-in-future': 400,
  'mission-after-contract': 400,
  'mission-in-terms': 409,
  'terms-refused': 400,
  'terms-missing': 409,
  'terms-exist': 409,
  'contract-year-closed': 409,
  'contract-year-past': 409,
  'amendment-not-latest': 409,
  'contract-file-refused': 400,
  'import-outdated': 409,

  // project
  'project-draft-exists': 409,
  'project-not-draft': 409,
  'project-past': 409,
  'project-structure-locked': 409,
  'project-tracking-needs-in-force': 409,
  'project-empty': 409,
  'project-axis-empty': 409,
  'axis-has-actions': 409,
  'axis-duplicate-title': 409,
  'action-has-measures': 409,
  'action-has-indicators': 409,
  'action-mission-missing': 400,
  'action-status-needs-sentence': 400,
  'action-period-reversed': 400,
  'step-done-in-future': 400,
  'tree-position-invalid': 409,

  // indicators
  'indicator-code-invalid': 400,
  'indicator-code-taken': 409,
  'indicator-definition-incomplete': 400,
  'indicator-served-nowhere': 400,
  'indicator-archived': 409,
  'indicator-feeds': 409,
  'indicator-input-archived': 409,
  'indicator-kind-locked': 409,
  'indicator-mean-refused': 400,
  'version-reason-missing': 400,
  'breakdown-invalid': 400,
  'part-unknown': 400,
  'parts-differ': 400,
  'target-invalid': 400,
  'measure-period-mismatch': 400,
  'measure-period-not-over': 409,
  'event-in-future': 409,
  'measure-above-hundred': 400,
  'measure-parts-missing': 400,
  'measure-value-missing': 400,
  'measure-negative': 400,
  'measure-decimals': 400,
  'measure-denominator-zero': 400,
  'measure-numerator-above': 400,
  'measure-not-yes-no': 400,
  'measure-locked': 409,
  'measure-not-draft': 409,
  'measure-not-validated': 409,
  'measure-transition': 409,
  'measure-step-right': 403,
  'measure-remark-missing': 400,
  'measure-comment-needed': 400,
  'measure-computed': 409,
  'computed-question-closed': 409,
  'formula-invalid': 400,
  'formula-unknown-code': 400,
  'formula-unsuitable': 400,
  'formula-units': 400,
  'formula-circular': 400,
  'period-locked': 409,
  'lock-period-not-over': 409,
  'lock-exists': 409,
  'lock-changed': 409,
  'lock-lifted': 409,
  'exception-without-lock': 409,
  'exception-end-invalid': 400,
  'exception-person': 400,
  'measure-reason-missing': 400,
  'absence-has-value': 409,
  'absence-event': 409,
  'link-event': 409,
  'absence-reason-missing': 400,
  'reminder-too-soon': 409,
  'reminder-nobody': 409,
  'collection-link-closed': 404,
  'contribution-settled': 409,
  'evidence-locked': 409,
  'evidence-refused': 400,
  'evidence-link-refused': 400,
  'evidence-record-refused': 409,
  'evidence-in-report': 409,
  'evidence-in-dialogue': 409,
  'evidence-just-tied': 409,
  'measure-proof-missing': 409,

  // imports of values
  'import-file-refused': 400,
  'import-patients': 400,
  'import-mapping-refused': 400,
  'import-transition': 409,
  'import-comment-missing': 400,
  'import-nothing-to-write': 409,

  // money: links
  'link-kind-differs': 409,

  // money: scenarios
  'scenario-empty': 400,
  'scenario-indicator-unknown': 400,
  'scenario-value-invalid': 400,
  'scenario-name-taken': 409,
  'scenario-without-terms': 409,

  // payments
  'payment-line-unknown': 409,
  'payment-parts-exceed': 400,
  'payment-cancelled': 409,

  // review
  'review-transition': 409,
  'review-closed': 409,
  'review-too-early': 409,
  'review-incomplete': 409,
  'review-amount-outside': 400,
  'review-conclusion-contradicts': 400,
  'review-reason-missing': 400,
  'review-proposal-invalid': 400,
  'review-person-unknown': 400,

  // reports
  'report-transition': 409,
  'report-approval-right': 403,
  'report-exists': 409,
  'report-period-not-over': 409,
  'report-no-recipient': 409,
  'report-no-indicator': 409,
  'report-correction-needs-sent': 409,
  'report-document-damaged': 409,
  'recipient-email-invalid': 400,
  'recipient-taken': 409,
  'delivery-not-retryable': 409,
  'delivery-not-confirmable': 409,
};
