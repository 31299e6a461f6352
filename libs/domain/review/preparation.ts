import { type Day, ensure, freeText, parseDay, textLimits } from '@maillage/domain/kernel';

/** How far a preparation can be. */
export const preparationStatuses = ['to-prepare', 'in-progress', 'ready'] as const;
/** How far an action of the contract is prepared for the review. */
export type PreparationStatus = (typeof preparationStatuses)[number];

/** The states of a preparation in French. */
export const preparationLabels: Readonly<Record<PreparationStatus, string>> = { 'to-prepare': 'à préparer', 'in-progress': 'en cours', 'ready': 'prêt' };

/** Who prepares what of an action of the contract, until when. */
export interface Preparation {
  status: PreparationStatus;
  /** Someone of the community. */
  personId: string | null;
  dueOn: Day | null;
  /** What is to be done. */
  note: string | null;
}

/** An action nobody has prepared. */
export const emptyPreparation: Preparation = { status: 'to-prepare', personId: null, dueOn: null, note: null };

/** The preparation cleaned; that the person belongs to the community is for the caller to check. */
export function checkPreparation(input: Preparation): Preparation {
  ensure(preparationStatuses.includes(input.status), 'invalid-input', { field: 'status', label: 'Préparation' });
  return {
    status: input.status,
    personId: input.personId,
    dueOn: input.dueOn === null ? null : parseDay(input.dueOn),
    note: freeText(input.note, 'À faire', textLimits.sentence),
  };
}
