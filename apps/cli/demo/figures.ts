import type { IndicatorInput } from '@maillage/domain/indicators';

/**
 * A value of the demonstration: one number, both parts of a rate, the reason why there is none, or nothing given (yet, or not by typing
 * it: an import, a link and a formula give some). All of them are invented.
 */
export type Figure = number | readonly [numerator: number, denominator: number] | { readonly none: string } | null;

/** An invented indicator: its definition, its targets and its values, oldest first, up to the last finished period. */
export interface DemoIndicator {
  definition: Pick<IndicatorInput, 'code' | 'name' | 'definition' | 'kind' | 'frequency' | 'missions'> &
    Partial<Omit<IndicatorInput, 'trackedFrom' | 'actionId' | 'responsiblePersonId'>>;
  /** Number of the action it belongs to. */
  action?: number;
  /** Key of the person who answers for it. */
  responsible?: string;
  /** Target of every period, or of each contract year when it says so. */
  target?: { each: 'period' | 'contract-year'; value: number };
  /** For months, 24 values; for quarters, 8; for contract years, as many as have ended. */
  values: readonly Figure[];
  /** Comment given with the last value. */
  comment?: string;
  /** The last value is still to be validated. */
  lastIsDraft?: boolean;
  /** The last value was sent back, with this remark. */
  lastReturned?: string;
  /** Days after the end of a period when its value came, where it came late: by age, 1 for the last period, 2 for the one before. */
  late?: Readonly<Record<number, number>>;
  /** How the values divide among the parts of the only breakdown, in their order: as `values`. */
  parts?: readonly (readonly number[])[];
  /** Name of the proof joined to each of the last four values. */
  proof?: string;
}

const rate = { kind: 'ratio', unit: '%', decimals: 0, bounded: true } as const;

/** The indicators of the first demonstration community. */
export const demoIndicators: readonly DemoIndicator[] = [
  {
    definition: {
      ...rate, code: 'ACC-01', name: 'Demandes de soins non programmés honorées sous 48 heures', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Part des demandes adressées au secrétariat commun qui ont reçu un rendez-vous dans les 48 heures.',
      numeratorLabel: 'Demandes honorées sous 48 heures', denominatorLabel: 'Demandes reçues', countsPatients: true, source: 'Registre du secrétariat commun',
      evidenceExpected: 'Extraction du registre', baseline: { value: 46, on: '2024-06-30' },
    },
    action: 3, responsible: 'petit', target: { each: 'period', value: 70 }, proof: 'Extraction du registre des soins non programmés',
    values: [[151, 312], [169, 331], [187, 345], [196, 338], [214, 366], [236, 381], [251, 402], [262, 415]],
    comment: 'Deux créneaux de plus par semaine à Gien depuis juillet.',
  },
  {
    definition: {
      code: 'ACC-02', name: 'Professionnels engagés dans l’organisation des soins non programmés', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Professionnels ayant proposé au moins un créneau dans le trimestre.', aggregation: 'last', unit: 'professionnels',
      source: 'Planning partagé', evidenceExpected: 'Liste des participants', baseline: { value: 9, on: '2024-06-30' },
      breakdowns: [{ kind: 'profession', label: 'Par profession', parts: ['Médecins', 'Infirmiers', 'Pharmaciens', 'Masseurs-kinésithérapeutes', 'Sages-femmes'] }],
    },
    action: 3, responsible: 'petit', target: { each: 'period', value: 30 }, values: [12, 14, 17, 21, 24, 26, 29, 31], proof: 'Liste des participants',
    parts: [[7, 3, 2, 0, 0], [8, 3, 2, 1, 0], [9, 4, 3, 1, 0], [10, 6, 3, 1, 1], [11, 7, 4, 1, 1], [12, 7, 4, 2, 1], [13, 8, 5, 2, 1], [13, 9, 6, 2, 1]],
    late: { 8: 24, 6: 21 },
  },
  {
    definition: {
      code: 'ACC-03', name: 'Créneaux de soins non programmés proposés', kind: 'count', frequency: 'month', missions: ['access-to-care'],
      definition: 'Créneaux ouverts dans le mois au planning partagé, qu’ils aient été pris ou non.', unit: 'créneaux', source: 'Planning partagé',
      evidenceExpected: 'Extraction du planning',
    },
    action: 3, responsible: 'petit',
    values: [88, 92, 79, 96, 104, 101, 110, 118, 97, 71, 112, 121, 126, 119, 104, 131, 128, 137, 141, 146, 118, 86, 139, 148],
  },
  {
    definition: {
      code: 'ACC-04', name: 'Téléconsultations réalisées', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Actes de téléconsultation des lieux équipés du territoire.', unit: 'actes', countsPatients: true, source: 'Déclaration des lieux équipés',
      evidenceExpected: 'État trimestriel par lieu',
    },
    action: 4, responsible: 'petit', target: { each: 'contract-year', value: 420 }, values: [38, 54, 71, 83, 92, 104, 97, 112], proof: 'État trimestriel par lieu',
    late: { 8: 33, 7: 19, 5: 22 },
  },
  {
    definition: {
      code: 'ACC-05', name: 'Télé-expertises demandées', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Demandes d’avis adressées par les professionnels du territoire.', unit: 'demandes', countsPatients: true, source: 'Plateforme régionale',
    },
    action: 4, responsible: 'petit', target: { each: 'contract-year', value: 180 }, values: [4, 12, 23, 31, 42, 38, 35, 29], lastIsDraft: true, late: { 8: 27, 6: 18 },
    comment: 'Baisse liée au départ du dermatologue requis ; un remplaçant est attendu en janvier.',
  },
  {
    definition: {
      code: 'ACC-06', name: 'Patients en affection de longue durée sans médecin traitant', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Patients du territoire reconnus en affection de longue durée qui n’ont pas déclaré de médecin traitant.', aggregation: 'last', direction: 'down',
      unit: 'patients', countsPatients: true, source: 'Requête locale de la CPAM', evidenceExpected: 'Résultat de la requête', baseline: { value: 431, on: '2024-06-30' },
    },
    responsible: 'morel', target: { each: 'period', value: 300 }, values: [418, 402, 389, 371, 352, 338, 321, 309], proof: 'Résultat de la requête CPAM',
  },
  {
    definition: {
      code: 'ACC-07', name: 'Délai médian d’un avis de spécialiste', kind: 'count', frequency: 'quarter', missions: ['access-to-care', 'care-pathways'],
      definition: 'Délai médian entre la demande et le rendez-vous, sur les adressages convenus.', aggregation: 'last', direction: 'down', unit: 'jours',
      source: 'Enquête trimestrielle', baseline: { value: 68, on: '2024-06-30' },
    },
    action: 2, responsible: 'morel', target: { each: 'period', value: 50 }, late: { 7: 26, 1: 22 },
    values: [66, 64, 65, 61, 58, { none: 'Enquête reportée : la personne qui appelle les cabinets était en arrêt ce trimestre.' }, 56, 55],
  },
  {
    definition: {
      ...rate, code: 'PAR-01', name: 'Sorties d’hospitalisation avec lettre de liaison le jour même', frequency: 'quarter', missions: ['care-pathways'],
      definition: 'Part des sorties des deux services engagés pour lesquelles le médecin traitant a reçu la lettre de liaison le jour de la sortie.',
      numeratorLabel: 'Sorties avec lettre reçue le jour même', denominatorLabel: 'Sorties des services engagés', countsPatients: true,
      source: 'Centre hospitalier', evidenceExpected: 'Relevé du service', baseline: { value: 31, on: '2024-12-31' },
    },
    action: 1, responsible: 'roux', target: { each: 'period', value: 80 }, values: [[62, 198], [71, 204], [83, 211], [97, 207], [112, 219], [118, 214], [121, 216], null], late: { 8: 30, 7: 24, 5: 20, 3: 19 },
  },
  {
    definition: {
      code: 'PAR-02', name: 'Réunions ville-hôpital tenues', kind: 'count', frequency: 'quarter', missions: ['care-pathways'],
      definition: 'Réunions pluriprofessionnelles avec compte rendu et feuille d’émargement.', source: 'Comptes rendus', evidenceExpected: 'Feuille d’émargement',
    },
    action: 1, responsible: 'roux', target: { each: 'contract-year', value: 4 }, values: [1, 1, 2, 0, 1, 2, 1, 1], proof: 'Feuille d’émargement', late: { 8: 19 },
  },
  {
    definition: {
      code: 'PAR-03', name: 'Professionnels équipés d’une messagerie sécurisée', kind: 'count', frequency: 'quarter', missions: ['care-pathways', 'professional-support'],
      definition: 'Professionnels du territoire ayant une adresse de messagerie sécurisée active.', aggregation: 'last', unit: 'professionnels', source: 'Annuaire du territoire',
      baseline: { value: 84, on: '2024-06-30' },
    },
    action: 7, responsible: 'morel', target: { each: 'period', value: 180 }, values: [96, 109, 121, 134, 149, 161, 172, 184],
  },
  {
    definition: {
      code: 'PRE-01', name: 'Bilans partagés de médication réalisés', kind: 'count', frequency: 'quarter', missions: ['prevention'],
      definition: 'Bilans réalisés par les pharmaciens formés du territoire.', unit: 'bilans', countsPatients: true, source: 'Déclaration des officines', evidenceExpected: 'Tableau des officines',
    },
    action: 5, responsible: 'lambert', target: { each: 'contract-year', value: 120 }, values: [9, 14, 22, 19, 27, 31, 34, 24], proof: 'Tableau des officines', late: { 8: 28, 7: 20, 1: 19 },
  },
  {
    definition: {
      code: 'PRE-02', name: 'Consultations infirmières d’addictologie', kind: 'count', frequency: 'quarter', missions: ['prevention'],
      definition: 'Consultations tenues dans les maisons de santé et le centre médico-psychologique.', unit: 'consultations', countsPatients: true, source: 'Registre',
    },
    action: 5, responsible: 'lambert', target: { each: 'contract-year', value: 260 }, values: [31, 44, 52, 48, 61, 66, 70, 73], late: { 8: 35, 7: 21, 6: 17, 4: 18 },
    lastReturned: 'Les consultations de septembre au centre médico-psychologique y sont-elles ? Vérifiez, puis renvoyez.',
  },
  {
    definition: {
      code: 'PRE-03', name: 'Carnets de vaccination en ligne ouverts', kind: 'count', frequency: 'quarter', missions: ['prevention'],
      definition: 'Carnets ouverts à l’occasion des actions de la communauté.', unit: 'carnets', countsPatients: true, source: 'Bilan des actions',
    },
    action: 5, responsible: 'lambert', target: { each: 'contract-year', value: 400 }, values: [22, 35, 41, 58, 96, 74, 69, null], late: { 7: 23, 4: 18 },
  },
  {
    definition: {
      ...rate, decimals: 1, code: 'PRE-04', name: 'Dépistage organisé du cancer du sein', frequency: 'contract-year', missions: ['prevention'],
      definition: 'Part des femmes de 50 à 74 ans du territoire à jour du dépistage.', numeratorLabel: 'Femmes à jour', denominatorLabel: 'Femmes de 50 à 74 ans',
      countsPatients: true, source: 'Statistiques de la CPAM', evidenceExpected: 'Statistiques de la CPAM', baseline: { value: 58.2, on: '2024-04-15' },
    },
    responsible: 'morel', target: { each: 'period', value: 62 }, values: [[5621, 9478], [5803, 9512]],
  },
  {
    definition: {
      code: 'CRI-01', name: 'Plan de réponse aux crises sanitaires mis à jour', kind: 'yes-no', frequency: 'contract-year', missions: ['health-crisis'],
      definition: 'Le plan a été relu et mis à jour dans l’année du contrat.', source: 'Déclaration', evidenceExpected: 'Plan daté',
    },
    responsible: 'morel', target: { each: 'period', value: 1 }, values: [0, 1],
  },
  {
    definition: {
      code: 'QUA-01', name: 'Professionnels ayant rejoint un protocole de coopération', kind: 'count', frequency: 'quarter', missions: ['care-quality'],
      definition: 'Délégants et délégués inscrits.', aggregation: 'last', unit: 'professionnels', source: 'Attestations d’adhésion', evidenceExpected: 'Attestations',
    },
    action: 6, responsible: 'roux', target: { each: 'period', value: 12 }, values: [0, 0, 2, 4, 5, 5, 6, 6],
  },
  {
    definition: {
      code: 'QUA-02', name: 'Actes réalisés par délégation', kind: 'count', frequency: 'quarter', missions: ['care-quality'],
      definition: 'Actes réalisés par les délégués dans le cadre d’un protocole.', unit: 'actes', countsPatients: true, source: 'Registre des délégués',
    },
    action: 6, responsible: 'roux', target: { each: 'contract-year', value: 160 }, values: [0, 0, 3, 11, 19, 22, 26, 21], lastIsDraft: true, late: { 6: 22 },
  },
  {
    definition: {
      code: 'ACP-01', name: 'Stagiaires et internes accueillis', kind: 'count', frequency: 'quarter', missions: ['professional-support'],
      definition: 'Étudiants accueillis dans un cabinet ou une structure du territoire.', unit: 'stagiaires', source: 'Conventions de stage',
    },
    action: 7, responsible: 'morel', target: { each: 'contract-year', value: 24 }, values: [4, 5, 6, 3, 6, 7, 7, 5],
  },
  {
    definition: {
      code: 'ACC-08', name: 'Consultations sans rendez-vous à la maison de santé', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Consultations tenues sans rendez-vous à la maison de santé des Deux Rives.', unit: 'consultations', countsPatients: true,
      source: 'Déclaration de la maison de santé', evidenceExpected: 'Relevé de l’agenda',
    },
    action: 3, responsible: 'petit', values: [96, 112, null, 141],
  },
  {
    definition: {
      code: 'ACC-09', name: 'Appels reçus par le secrétariat commun', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Appels présentés au numéro du secrétariat commun, du lundi au samedi midi.', unit: 'appels', source: 'Relevé du standard téléphonique',
      evidenceExpected: 'Relevé du standard',
    },
    action: 3, responsible: 'petit', values: [null, null, null, null],
  },
  {
    definition: {
      code: 'ACC-10', name: 'Appels décrochés par le secrétariat commun', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Appels auxquels une personne du secrétariat a répondu.', unit: 'appels', source: 'Relevé du standard téléphonique', evidenceExpected: 'Relevé du standard',
    },
    action: 3, responsible: 'petit', values: [null, null, null, null],
  },
  {
    definition: {
      ...rate, decimals: 1, code: 'ACC-11', name: 'Part des appels décrochés', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Appels décrochés par le secrétariat commun, sur les appels reçus.', numeratorLabel: 'Appels décrochés', denominatorLabel: 'Appels reçus',
      rationale: 'Un secrétariat qui ne répond pas renvoie aux urgences : c’est le premier maillon du soin non programmé.',
      limits: 'Une personne qui rappelle compte deux fois.', source: 'Calculé d’après ACC-09 et ACC-10', formula: { text: '100 * ACC-10 / ACC-09' },
    },
    action: 3, responsible: 'petit', target: { each: 'period', value: 85 }, values: [null, null, null, null],
  },
  {
    definition: {
      code: 'PRE-05', name: 'Tests d’angine réalisés par la pharmacie pilote', kind: 'count', frequency: 'quarter', missions: ['prevention'],
      definition: 'Tests rapides d’orientation diagnostique réalisés au comptoir de la Pharmacie du Marché, qui essaie le parcours pour le territoire.',
      unit: 'tests', countsPatients: true, source: 'Déclaration de la pharmacie', evidenceExpected: 'Relevé de la pharmacie',
    },
    action: 5, responsible: 'lambert', values: [31, 46, null, null],
  },
  {
    definition: {
      code: 'PRE-06', name: 'Séances collectives d’éducation thérapeutique', kind: 'count', frequency: 'quarter', missions: ['prevention'],
      definition: 'Séances tenues sur le territoire, avec feuille d’émargement.', unit: 'séances', source: 'Bilan des actions', evidenceExpected: 'Feuille d’émargement',
    },
    action: 5, responsible: 'lambert', late: { 4: 20 },
    values: [3, 4, 4, { none: 'Aucune séance : l’animatrice est en congé maternité, reprise en janvier.' }],
  },
];

/** The indicators of the second community: a few, to see that the two are apart. */
export const secondIndicators: readonly DemoIndicator[] = [
  {
    definition: {
      code: 'ACC-01', name: 'Patients de plus de 70 ans sans médecin traitant', kind: 'count', frequency: 'quarter', missions: ['access-to-care'],
      definition: 'Patients du territoire de plus de 70 ans sans médecin traitant déclaré.', aggregation: 'last', direction: 'down', unit: 'patients', countsPatients: true,
      source: 'Requête locale de la CPAM',
    },
    target: { each: 'period', value: 150 }, values: [206, 201, 195, 192, 188, 181, 177, 170],
  },
  {
    definition: {
      code: 'PRE-01', name: 'Ateliers de prévention tenus', kind: 'count', frequency: 'quarter', missions: ['prevention'],
      definition: 'Ateliers ouverts à la population, avec feuille d’émargement.', unit: 'ateliers', source: 'Bilan des actions',
    },
    target: { each: 'contract-year', value: 8 }, values: [1, 2, 1, 0, 2, 3, 2, 2],
  },
];
