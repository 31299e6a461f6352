import type { IndicatorKind } from '@maillage/domain/indicators';
import type { PeriodKind } from '@maillage/domain/kernel';

/** One invented indicator of the specs: « données de démonstration », nothing here was ever measured. */
export interface DemoIndicator {
  code: string;
  name: string;
  kind: IndicatorKind;
  unit: string | null;
  /** Eight periods, oldest first: a value, [numerator, denominator], or null where nothing was given. */
  values: (number | [number, number] | null)[];
  target: number | null;
  missions: string[];
  action: number | null;
  direction?: 'up' | 'down';
  frequency?: PeriodKind;
  aggregation?: 'sum' | 'last';
  decimals?: number;
  countsPatients?: boolean;
  draft?: boolean;
  comment?: string;
  proofs?: string[];
  baseline?: number;
}

const rates = (whole: number, shares: (number | null)[]): ([number, number] | null)[] => shares.map((share) => (share === null ? null : [Math.round((whole * share) / 100), whole]));

/** Twenty invented indicators over eight quarters. */
export const demoIndicators: readonly DemoIndicator[] = [
  { code: 'AS-01', name: 'Part des patients en ALD sans médecin traitant', kind: 'ratio', unit: '%', values: rates(4180, [11.8, 11.4, 11.1, 10.6, 10.2, 9.6, 9.1, 8.4]), decimals: 1, direction: 'down', target: 8, baseline: 12.6, missions: ['access-to-care'], action: 3, countsPatients: true, proofs: ['Requête CPAM du 6 octobre 2026'] },
  { code: 'AS-02', name: 'Demandes de soins non programmés honorées sous 48 h', kind: 'ratio', unit: '%', values: rates(860, [54, 55, 57, 59, 61, 60, 62, 63]), target: 70, baseline: 50, missions: ['access-to-care'], action: 3, countsPatients: true, proofs: ['Extraction du registre SNP, T3 2026', 'Tableau de bord de la régulation'], comment: 'Deux médecins absents en août ; un créneau quotidien ouvert à Briare depuis le 1er septembre.' },
  { code: 'AS-03', name: 'Créneaux de soins non programmés offerts', kind: 'count', unit: 'créneaux', values: [310, 325, 340, 352, 360, 371, 345, 388], target: 380, missions: ['access-to-care'], action: 3, aggregation: 'last', proofs: ['Agenda partagé, export du 30 septembre'] },
  { code: 'AS-04', name: 'Actes de téléconsultation assistée', kind: 'count', unit: 'actes', values: [18, 22, 27, 31, 29, 38, 44, 52], target: 60, missions: ['access-to-care'], action: 4, aggregation: 'last', countsPatients: true, proofs: ['Relevé de la plateforme'] },
  { code: 'AS-05', name: 'Actes de télé-expertise demandés', kind: 'count', unit: 'actes', values: [null, null, 6, 9, 12, 8, 7, 4], target: 15, missions: ['access-to-care', 'care-pathways'], action: 4, aggregation: 'last', countsPatients: true },
  { code: 'AS-06', name: 'Patients retrouvant un médecin traitant par la cellule', kind: 'count', unit: 'patients', values: [12, 15, 21, 26, 24, 31, 35, 33], target: 30, missions: ['access-to-care'], action: 2, aggregation: 'last', countsPatients: true, proofs: ['Suivi de la cellule « médecin traitant »'] },
  { code: 'PA-01', name: 'Sorties d’hôpital signalées à l’équipe de ville sous 24 h', kind: 'ratio', unit: '%', values: rates(240, [31, 34, 38, 41, null, 47, 49, 52]), target: 60, baseline: 28, missions: ['care-pathways'], action: 1, countsPatients: true, proofs: ['Relevé du centre hospitalier de Gien'], comment: 'Le T4 2025 manque : changement de logiciel à l’hôpital.' },
  { code: 'PA-02', name: 'Professionnels inscrits à l’annuaire partagé', kind: 'count', unit: 'professionnels', values: [64, 71, 78, 90, 97, 104, 112, 121], target: 120, missions: ['care-pathways', 'professional-support'], action: 7, aggregation: 'last', proofs: ['Liste nominative arrêtée au 30 septembre'] },
  { code: 'PA-03', name: 'Professionnels équipés d’une messagerie sécurisée', kind: 'ratio', unit: '%', values: rates(148, [58, 61, 66, 70, 72, 75, 79, 83]), target: 85, missions: ['care-pathways'], action: 7, draft: true },
  { code: 'PA-04', name: 'Délai moyen d’un avis de cardiologie', kind: 'count', unit: 'jours', values: [41, 39, 40, 36, 33, 34, 31, 29], direction: 'down', target: 21, baseline: 42, missions: ['care-pathways', 'access-to-care'], action: 2, aggregation: 'last', proofs: ['Enquête trimestrielle du secrétariat'] },
  { code: 'PA-05', name: 'Protocole de sortie d’hospitalisation signé par les deux parties', kind: 'yes-no', unit: null, values: [0, 0, 0, 0, 0, 1, 1, 1], target: 1, missions: ['care-pathways'], action: 1, proofs: ['Protocole signé le 18 mai 2026'] },
  { code: 'PR-01', name: 'Vaccination antigrippale des 65 ans et plus', kind: 'ratio', unit: '%', frequency: 'contract-year', values: rates(17400, [51.2, 52.8, 54.1, 55.9]), decimals: 1, target: 58, missions: ['prevention'], action: 5, countsPatients: true, proofs: ['Requête CPAM, campagne 2025-2026'] },
  { code: 'PR-02', name: 'Bilans partagés de médication réalisés', kind: 'count', unit: 'bilans', values: [9, 12, 14, 18, 16, 11, 9, 8], target: 20, missions: ['prevention'], action: 5, aggregation: 'last', countsPatients: true, proofs: ['Déclarations des officines'], comment: 'Trois pharmaciens formés sur huit ; deux sessions reportées à novembre.' },
  { code: 'PR-03', name: 'Consultations avancées d’addictologie', kind: 'count', unit: 'consultations', values: [22, 24, 30, 28, 33, 36, 35, null], target: 40, missions: ['prevention'], action: 5, aggregation: 'last', countsPatients: true },
  { code: 'PR-04', name: 'Dépistage organisé du cancer colorectal', kind: 'ratio', unit: '%', values: rates(9800, [29.4, 29.9, 30.3, 31, 31.4, 32.1, 32.6, 33.2]), decimals: 1, target: 35, missions: ['prevention'], action: 5, countsPatients: true, draft: true, proofs: ['Centre régional de coordination des dépistages'] },
  { code: 'CR-01', name: 'Plan de réponse aux crises mis à jour dans l’année', kind: 'yes-no', unit: null, frequency: 'contract-year', values: [0, 1, 1, 0], target: 1, missions: ['health-crisis'], action: null },
  { code: 'CR-02', name: 'Professionnels joignables sur la liste d’alerte', kind: 'ratio', unit: '%', values: rates(96, [70, 72, 71, 74, 78, 80, 82, 84]), target: 80, missions: ['health-crisis'], action: null, proofs: ['Essai d’appel du 12 septembre 2026'] },
  { code: 'QU-01', name: 'Séances d’analyse de pratiques tenues', kind: 'count', unit: 'séances', values: [1, 1, 2, 1, 2, 2, 2, 3], target: 2, missions: ['care-quality'], action: 6, aggregation: 'last', proofs: ['Feuilles d’émargement'] },
  { code: 'QU-02', name: 'Patients suivis dans un protocole de coopération', kind: 'count', unit: 'patients', values: [null, null, null, 14, 19, 22, 27, 31], target: 45, missions: ['care-quality', 'access-to-care'], action: 6, aggregation: 'last', countsPatients: true, proofs: ['File active des protocoles'] },
  { code: 'AC-01', name: 'Stagiaires et internes accueillis sur le territoire', kind: 'count', unit: 'stagiaires', values: [7, 7, 9, 9, 8, 10, 10, 11], target: 10, missions: ['professional-support'], action: 7, aggregation: 'last', proofs: ['Conventions de stage'] },
];
