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

/** The tracking of the seven actions. */
export const demoTracking: readonly DemoTracking[] = [
  { number: 1, status: 'at-risk', sentence: 'Le service de chirurgie n’envoie pas encore ses lettres : rendez-vous pris avec la direction le mois prochain.', lead: 'roux', budgetCents: 1_200_000, stepsDone: 3, delay: [0, 0, 0, 9], text: null },
  { number: 2, status: 'on-track', sentence: null, lead: 'fabre', budgetCents: 800_000, stepsDone: 2, delay: [0, 0, 14], text: 'Trois spécialités ont convenu de motifs d’adressage : cardiologie, dermatologie, rhumatologie.' },
  { number: 3, status: 'on-track', sentence: null, lead: 'petit', budgetCents: 4_500_000, stepsDone: 3, delay: [0, 0, 0, 13], text: 'Le secrétariat commun répond du lundi au samedi midi.' },
  { number: 4, status: 'on-track', sentence: null, lead: 'petit', budgetCents: 2_400_000, stepsDone: 3, delay: [0, 0, 0], text: null },
  { number: 5, status: 'on-track', sentence: null, lead: 'lambert', budgetCents: 1_750_000, stepsDone: 2, delay: [0, 0, 15], text: null },
  { number: 6, status: 'late', sentence: 'Un seul protocole ouvert sur les deux prévus : la formation des délégués a été repoussée deux fois faute de remplaçants.', lead: 'roux', budgetCents: 1_500_000, stepsDone: 1, delay: [0, 6, 15], text: null },
  { number: 7, status: 'on-track', sentence: null, lead: 'morel', budgetCents: 950_000, stepsDone: 2, delay: [0, 0, 16], text: 'L’annuaire du territoire est en ligne ; deux soirées de rencontre ont réuni une soixantaine de professionnels.' },
];
