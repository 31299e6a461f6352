import type { AuditAct } from './audit-acts';

type FamilyOf<Act extends string> = Act extends `${infer Family}.${string}` ? Family : never;

/** What an act is about: what stands before its dot. */
export type AuditFamily = FamilyOf<AuditAct>;

/** What acts are about, in French, in the order of the product: the journal is searched by these. A family missing here does not compile. */
export const auditFamilies: Readonly<Record<AuditFamily, string>> = {
  'access': 'Accès',
  'community': 'Communauté',
  'territory': 'Territoire',
  'contract': 'Contrat ACI',
  'mission': 'Missions',
  'terms': 'Termes du contrat',
  'crisis': 'Crises reconnues',
  'project': 'Projet de santé',
  'axis': 'Axes',
  'action': 'Actions',
  'indicator': 'Indicateurs',
  'target': 'Objectifs',
  'measure': 'Valeurs',
  'absence': 'Absences de valeur',
  'collection': 'Collecte',
  'collection-link': 'Liens de collecte',
  'contribution': 'Réponses reçues par un lien',
  'evidence': 'Preuves',
  'import': 'Imports de valeurs',
  'validation': 'Validation',
  'period': 'Périodes verrouillées',
  'exception': 'Exceptions aux verrous',
  'history': 'Historique',
  'contract-link': 'Indicateurs du contrat',
  'scenario': 'Scénarios',
  'payment': 'Versements',
  'review': 'Dialogue de gestion',
  'calendar': 'Calendrier',
  'report': 'Rapports',
  'recipient': 'Destinataires',
};

/** What an act is about. */
export const familyOfAct = (act: AuditAct): AuditFamily => act.slice(0, act.indexOf('.')) as AuditFamily;

const mission = {
  'access-to-care': 'Accès aux soins',
  'care-pathways': 'Parcours',
  'prevention': 'Prévention',
  'health-crisis': 'Crises sanitaires',
  'care-quality': 'Qualité et pertinence',
  'professional-support': 'Accompagnement des professionnels',
};

/** Codes that the journal holds, in French, by field: what was written stays as it was, people read words. */
export const auditWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { draft: 'à valider', validated: 'validée' },
  kind: { 'ratio': 'taux', 'count': 'nombre', 'sum': 'quantité', 'average': 'moyenne', 'yes-no': 'oui ou non', 'deliverable': 'livrable' },
  frequency: {
    'month': 'chaque mois', 'quarter': 'chaque trimestre', 'half-year': 'chaque semestre', 'civil-year': 'chaque année civile',
    'contract-year': 'chaque année du contrat', 'event': 'à chaque événement',
  },
  aggregation: { sum: 'les périodes s’additionnent', last: 'la dernière valeur compte', mean: 'la moyenne des périodes' },
  sourceKind: { cpam: 'requête CPAM', rezone: 'Rezone CPTS', declared: 'déclaré par la communauté', register: 'registre', other: 'autre source' },
  origin: { typed: 'saisie', link: 'lien de collecte', import: 'import', computed: 'calcul' },
  validatedBy: { coordinator: 'la coordination', board: 'le bureau' },
  direction: { up: 'doit augmenter', down: 'doit diminuer' },
  missions: mission,
};
