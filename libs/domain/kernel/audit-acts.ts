import { auditWords } from './audit-words';
import { isDay } from './day';
import { formatDayShort, formatNumber } from './format';

/**
 * Everything a person can do that the journal keeps, in French, by area. A use case that writes an act missing here does not compile.
 */
export const auditActs = {
  // identity
  'access.invited': 'Invitation envoyée',
  'access.invited-again': 'Invitation envoyée à nouveau',
  'access.invitation-revoked': 'Invitation annulée',
  'access.joined': 'Invitation acceptée',
  'access.role-changed': 'Rôle modifié',
  'access.removed': 'Accès retiré',

  // community
  'community.created': 'Communauté créée',
  'community.settings-changed': 'Réglages de la communauté modifiés',
  'community.logo-changed': 'Logo remplacé',
  'community.logo-removed': 'Logo retiré',
  'territory.communes-added': 'Communes ajoutées au territoire',
  'territory.communes-removed': 'Communes retirées du territoire',

  // contract
  'contract.recorded': 'Contrat ACI enregistré',
  'contract.changed': 'Contrat ACI modifié',
  'mission.chosen': 'Mission optionnelle choisie',
  'mission.left': 'Mission optionnelle retirée',
  'mission.dates-changed': 'Dates de la mission modifiées',
  'terms.recorded': 'Termes du contrat saisis',
  'terms.changed': 'Termes du contrat modifiés',
  'terms.amended': 'Avenant au contrat enregistré',
  'terms.opened': 'Année du contrat ouverte',
  'contract.imported': 'Contrat importé d’un fichier',
  'crisis.recorded': 'Crise reconnue par l’ARS enregistrée',
  'crisis.changed': 'Crise reconnue par l’ARS modifiée',
  'crisis.removed': 'Crise reconnue par l’ARS retirée',

  // project
  'project.started': 'Projet de santé commencé',
  'project.draft-opened': 'Brouillon du projet de santé ouvert',
  'project.changed': 'Titre ou note de version du projet de santé modifiés',
  'project.draft-deleted': 'Brouillon du projet de santé supprimé',
  'project.put-in-force': 'Projet de santé mis en vigueur',
  'axis.created': 'Axe ajouté',
  'axis.changed': 'Axe modifié',
  'axis.moved': 'Axe déplacé',
  'axis.deleted': 'Axe supprimé',
  'action.created': 'Action ajoutée',
  'action.changed': 'Fiche action modifiée',
  'action.moved': 'Action déplacée',
  'action.deleted': 'Action supprimée',
  'action.tracking-changed': 'Suivi de l’action modifié',
  'action.status-changed': 'État de l’action modifié',
  'action.steps-changed': 'Étapes de l’action modifiées',

  // indicators
  'indicator.created': 'Indicateur créé',
  'indicator.changed': 'Définition de l’indicateur modifiée',
  'indicator.archived': 'Indicateur archivé',
  'indicator.restored': 'Indicateur rétabli',
  'target.changed': 'Objectifs modifiés',
  'measure.recorded': 'Valeur saisie',
  'measure.changed': 'Valeur modifiée',
  'measure.deleted': 'Valeur supprimée',
  'measure.submitted': 'Valeur envoyée à la validation',
  'measure.checked': 'Valeur relue par la coordination',
  'measure.validated': 'Valeur validée',
  'measure.returned': 'Valeur renvoyée à corriger',
  'validation.settings-changed': 'Réglages de validation modifiés',
  'period.locked': 'Période verrouillée',
  'period.unlocked': 'Période déverrouillée',
  'exception.granted': 'Exception au verrou accordée',
  'exception.closed': 'Exception au verrou retirée',
  'measure.reopened': 'Valeur rouverte',
  'measure.computed': 'Valeurs calculées par leur formule',
  'measure.computed-kept': 'Valeur gardée malgré sa formule',
  'measure.imported': 'Valeurs importées d’un fichier',
  'import.cancelled': 'Import de valeurs annulé',
  'absence.stated': 'Absence de valeur déclarée',
  'absence.withdrawn': 'Absence de valeur retirée',
  'collection.reminded': 'Rappels demandés',
  'collection.settings-changed': 'Réglages de la collecte modifiés',
  'collection-link.created': 'Lien de collecte créé',
  'collection-link.renewed': 'Lien de collecte renouvelé',
  'collection-link.sent': 'Lien de collecte envoyé par e-mail',
  'collection-link.revoked': 'Lien de collecte révoqué',
  'contribution.received': 'Réponse reçue par un lien de collecte',
  'contribution.accepted': 'Réponse d’un lien de collecte acceptée',
  'contribution.refused': 'Réponse d’un lien de collecte refusée',
  'evidence.added': 'Preuve ajoutée',
  'evidence.removed': 'Preuve retirée',
  'evidence.withdrawn': 'Preuve retirée de la communauté',
  'evidence.erased': 'Fichier d’une preuve retirée effacé du disque',

  // money: links
  'contract-link.changed': 'Indicateur du contrat lié à un indicateur suivi',
  'contract-link.removed': 'Indicateur du contrat délié',

  // money: scenarios
  'scenario.saved': 'Scénario enregistré',
  'scenario.changed': 'Scénario modifié',
  'scenario.removed': 'Scénario supprimé',

  // payments
  'payment.recorded': 'Versement reçu enregistré',
  'payment.changed': 'Versement reçu modifié',
  'payment.cancelled': 'Versement reçu annulé',

  // review
  'review.line-changed': 'Dialogue de gestion\u00A0: indicateur examiné',
  'review.preparation-changed': 'Dialogue de gestion\u00A0: préparation modifiée',
  'review.target-proposed': 'Dialogue de gestion\u00A0: objectif proposé',
  'review.closed': 'Dialogue de gestion clos',
  'review.reopened': 'Dialogue de gestion rouvert',

  // calendar
  'calendar.feed-opened': 'Adresse privée du calendrier ouverte',
  'calendar.feed-renewed': 'Adresse privée du calendrier renouvelée',
  'calendar.feed-closed': 'Adresse privée du calendrier fermée',

  // history
  'history.tied': 'Historique rattaché au journal',

  // reports
  'report.prepared': 'Rapport préparé',
  'report.prepared-again': 'Rapport préparé à nouveau',
  'report.approved': 'Rapport approuvé',
  'report.approval-withdrawn': 'Approbation du rapport retirée',
  'report.cancelled': 'Rapport annulé',
  'report.sent': 'Envoi du rapport demandé',
  'report.retried': 'Envoi du rapport relancé',
  'report.corrected': 'Version corrigée du rapport préparée',
  'report.published': 'Rapport ouvert à un lecteur',
  'report.received': 'Réception du rapport confirmée',
  'report.schedule-changed': 'Préparation automatique des rapports modifiée',
  'recipient.added': 'Destinataire ajouté',
  'recipient.changed': 'Destinataire modifié',
  'recipient.removed': 'Destinataire retiré',
} as const;

/** An act the journal can hold. */
export type AuditAct = keyof typeof auditActs;

/** What the fields of a journal line are called on screen; a field missing here is not shown. */
export const auditFields: Readonly<Record<string, string>> = {
  name: 'Nom',
  label: 'Appellation',
  timeZone: 'Fuseau horaire',
  maskBelow: 'Seuil de masquage',
  communes: 'Communes',
  population: 'Population',
  signedOn: 'Date de signature',
  durationYears: 'Durée (années)',
  agreement: 'Version de l’accord',
  size: 'Taille inscrite au contrat',
  prorataUnit: 'Prorata compté en',
  accountingYearStart: 'Début de l’exercice comptable',
  membershipYearStart: 'Début de l’année d’adhésion',
  startedOn: 'Démarrage',
  deployedOn: 'Déploiement',
  effectiveOn: 'Date d’effet',
  contractYear: 'Année du contrat',
  recognisedOn: 'Reconnue le',
  endedOn: 'Terminée le',
  reference: 'Référence',
  differences: 'Ce qui change',
  title: 'Titre',
  note: 'Note de version',
  why: 'Pourquoi',
  objective: 'Objectif',
  audience: 'Public concerné',
  missions: 'Missions servies',
  axis: 'Axe',
  position: 'Place',
  lead: 'Pilote',
  partners: 'Partenaires',
  budget: 'Budget',
  startsOn: 'Début',
  endsOn: 'Fin',
  text: 'Texte libre',
  step: 'Étape',
  steps: 'Étapes',
  doneOn: 'Faite le',
  status: 'État',
  sentence: 'Explication',
  code: 'Code',
  definition: 'Définition',
  numeratorLabel: 'Numérateur compté',
  denominatorLabel: 'Dénominateur compté',
  unit: 'Unité',
  decimals: 'Décimales affichées',
  direction: 'Sens attendu',
  frequency: 'Périodicité',
  aggregation: 'Valeur de l’année',
  countsPatients: 'Compte des patients',
  source: 'Source',
  evidenceExpected: 'Preuve attendue',
  baseline: 'Valeur initiale',
  trackedFrom: 'Suivi depuis',
  value: 'Valeur',
  numerator: 'Numérateur',
  denominator: 'Dénominateur',
  comment: 'Commentaire',
  reason: 'Raison',
  dueDays: 'Délai de saisie (jours)',
  remind: 'Rappels automatiques',
  beforeDays: 'Rappel avant l’échéance (jours)',
  weeklyLimit: 'Rappels de chaque semaine, au plus',
  period: 'Période',
  recipient: 'Confié à',
  indicators: 'Indicateurs',
  periods: 'Périodes',
  expiresOn: 'Fonctionne jusqu’au',
  origin: 'Origine',
  underException: 'Sous exception',
  valuesLocked: 'Valeurs verrouillées',
  valuesLeft: 'Valeurs non validées',
  until: 'Jusqu’au',
  validatedBy: 'Validation par',
  validationSteps: 'Étapes de validation',
  submitOnSave: 'Envoyée à la validation dès l’enregistrement',
  version: 'Version',
  number: 'Numéro',
  email: 'Adresse électronique',
  role: 'Rôle',
  organisation: 'Organisme',
  fileName: 'Fichier',
  created: 'Valeurs ajoutées',
  changed: 'Valeurs modifiées',
  recipients: 'Destinataires',
  kind: 'Nature',
  enabled: 'Activée',
  day: 'Jour du mois',
  receivedOn: 'Reçu le',
  amount: 'Montant',
  remark: 'Remarque',
  lines: 'Lignes payées',
  fundRemark: 'Remarque de la caisse',
  arsRemark: 'Remarque de l’ARS',
  conclusion: 'Conclusion',
  agreed: 'Montant retenu',
  proposal: 'Proposition',
  person: 'Personne',
  dueOn: 'Échéance',
  task: 'À faire',
  hash: 'Empreinte',
  from: 'Depuis',
  to: 'Vers',
};

/** One field that a journal line shows as changed, both values written in French; null for none. */
export interface AuditChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type AuditState = Readonly<Record<string, unknown>> | null | undefined;

function shown(field: string, value: unknown): string | null {
  if (isDay(value)) return formatDayShort(value);
  if (typeof value === 'string') return value === '' ? null : (auditWords[field]?.[value] ?? value);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (Array.isArray(value)) return value.map((item) => shown(field, item) ?? String(item)).join(', ') || null;
  return figure(value);
}

/** « 68 au 30/06/2024 »: a figure with its day. */
function figure(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { value: amount, on } = value as { value?: unknown; on?: unknown };
  return typeof amount === 'number' && isDay(on) ? `${formatNumber(amount)} au ${formatDayShort(on)}` : null;
}

/** The named fields that differ between two states, in French, in the order of `auditFields`. */
export function auditChanges(before: AuditState, after: AuditState): AuditChange[] {
  return Object.entries(auditFields).flatMap(([field, label]) => {
    const change = { before: shown(field, before?.[field]), after: shown(field, after?.[field]) };
    return change.before === change.after ? [] : [{ field: label, ...change }];
  });
}
