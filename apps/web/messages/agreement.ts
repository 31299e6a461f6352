import { formatDay } from '@maillage/domain/kernel';
import { dictionary } from './dictionary';

/** The amounts of the national agreement. */
export const agreementText = dictionary({
  title: 'Barème',
  lead: 'Les montants de l\'accord conventionnel par taille, en euros par an, avec leur source. Votre contrat signé fait toujours foi.',
  contract: 'Contrat',
  versions: 'Versions de l\'accord',
  years: (from: string, to: string | null) => (to ? `De ${from} à ${to}` : `Depuis ${from}`),
  inForce: (from: string, to: string | null) => (to ? `En vigueur du ${formatDay(from)} au ${formatDay(to)}.` : `En vigueur depuis le ${formatDay(from)}.`),
  coming: (from: string) => `En vigueur à partir du ${formatDay(from)}.`,
  yours: 'C\'est la version de votre contrat.',
  structure: (label: string, name: string) => `${label} : ${name}.`,
  legend: 'Ce que disent les états',
  statuses: { published: 'publié', derived: 'déduit', unconfirmed: 'à confirmer', draft: 'projet', gap: 'inconnu' },
  meanings: {
    published: 'un document publié ou un contrat signé donne ce montant',
    derived: 'il découle de montants publiés, par le calcul',
    unconfirmed: 'personne ne l\'a publié : à lire sur votre contrat, jamais compté sans lui',
    draft: 'proposé en négociation seulement : jamais compté sans votre contrat',
    gap: 'aucun chiffre trouvé : votre contrat le dit',
  },
  operating: 'Fonctionnement',
  others: 'À part',
  othersHint: 'Aides versées une fois et plafonds de contrôle : ils n\'entrent pas dans une année de contrat.',
  line: 'Ligne',
  size: (size: number) => `Taille ${size}`,
  yourSize: (size: number) => `Taille ${size} (la vôtre)`,
  bracket: (min: string, max: string | null) => (max === null ? `à partir de ${min} hab.` : min === '0' ? `moins de ${max} hab.` : `${min} à ${max} hab.`),
  otherSizes: 'Autres tailles',
  unknown: '–',
  source: (number: number) => `Source ${number}`,
  sources: 'Sources',
  notes: 'Notes',
  print: 'Imprimer',
});
