import type { ActionStatus } from '@maillage/domain/project';

/** Where an action of the demonstration stands. All of it is invented. */
export interface DemoTracking {
  number: number;
  status: ActionStatus;
  sentence: string | null;
  lead: string;
  budgetCents: number;
  /** Steps done, in their order; the next ones are not. */
  stepsDone: number;
  /** Months by which a not yet done step is put off (the others keep the date of the model). */
  delay: readonly number[];
  text: string | null;
}

/** The tracking of the seven actions of the first community. */
export const demoTracking: readonly DemoTracking[] = [
  { number: 1, status: 'at-risk', sentence: 'Le service de chirurgie n’envoie pas encore ses lettres : rendez-vous pris avec la direction le mois prochain.', lead: 'roux', budgetCents: 1_200_000, stepsDone: 3, delay: [0, 0, 0, 9], text: null },
  { number: 2, status: 'on-track', sentence: null, lead: 'fabre', budgetCents: 800_000, stepsDone: 2, delay: [0, 0, 14], text: 'Trois spécialités ont convenu de motifs d’adressage : cardiologie, dermatologie, rhumatologie.' },
  { number: 3, status: 'on-track', sentence: null, lead: 'petit', budgetCents: 4_500_000, stepsDone: 3, delay: [0, 0, 0, 13], text: 'Le secrétariat commun répond du lundi au samedi midi.' },
  { number: 4, status: 'on-track', sentence: null, lead: 'petit', budgetCents: 2_400_000, stepsDone: 3, delay: [0, 0, 0], text: null },
  { number: 5, status: 'on-track', sentence: null, lead: 'lambert', budgetCents: 1_750_000, stepsDone: 2, delay: [0, 0, 15], text: null },
  { number: 6, status: 'late', sentence: 'Un seul protocole ouvert sur les deux prévus : la formation des délégués a été repoussée deux fois faute de remplaçants.', lead: 'roux', budgetCents: 1_500_000, stepsDone: 1, delay: [0, 6, 15], text: null },
  { number: 7, status: 'on-track', sentence: null, lead: 'morel', budgetCents: 950_000, stepsDone: 2, delay: [0, 0, 16], text: 'L’annuaire du territoire est en ligne ; deux soirées de rencontre ont réuni une soixantaine de professionnels.' },
];

/** The tracking of the second community: smaller means, the same shape. */
export const secondTracking: readonly DemoTracking[] = [
  { number: 1, status: 'on-track', sentence: null, lead: 'girard', budgetCents: 600_000, stepsDone: 3, delay: [0, 0, 0, 17], text: null },
  { number: 2, status: 'on-track', sentence: null, lead: 'girard', budgetCents: 1_800_000, stepsDone: 3, delay: [0, 0, 0, 17], text: 'Huit cabinets réservent deux créneaux par demi-journée.' },
  { number: 3, status: 'done', sentence: null, lead: 'fabre', budgetCents: 400_000, stepsDone: 3, delay: [0, 0, 0], text: null },
  { number: 4, status: 'at-risk', sentence: 'L’hôpital n’a désigné qu’un des deux services prévus pour l’essai.', lead: 'fabre', budgetCents: 300_000, stepsDone: 2, delay: [0, 0, 14, 16], text: null },
  { number: 5, status: 'on-track', sentence: null, lead: 'girard', budgetCents: 700_000, stepsDone: 3, delay: [0, 0, 0, 18], text: null },
  { number: 6, status: 'on-track', sentence: null, lead: 'girard', budgetCents: 250_000, stepsDone: 2, delay: [0, 0, 17], text: null },
  { number: 7, status: 'on-track', sentence: null, lead: 'girard', budgetCents: 500_000, stepsDone: 3, delay: [0, 0, 0, 17], text: null },
  { number: 8, status: 'not-started', sentence: null, lead: 'girard', budgetCents: 350_000, stepsDone: 0, delay: [26, 28, 30], text: null },
  { number: 9, status: 'late', sentence: 'Le plan n’est écrit que pour deux des cinq types de crise, faute de temps de la personne référente.', lead: 'girard', budgetCents: 200_000, stepsDone: 1, delay: [0, 18, 22, 26], text: null },
];
