import type { GrantableRole } from '@maillage/domain/identity';

/** An invented person of the demonstration. */
export interface DemoPerson {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  /** Role in the first community; null: none. */
  first: GrantableRole | null;
  /** Role in the second one. */
  second: GrantableRole | null;
  organisation?: string;
  /** Said beside the account when the product starts; null: not told. */
  shows: string | null;
}

/** The people of the two communities, and the reader of the ARS. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'morel', givenName: 'Claire', familyName: 'Morel', email: 'coordination@demo.maillage.fr', first: 'coordinator', second: null, shows: 'la coordination : tout saisir, préparer et envoyer le rapport' },
  { key: 'fabre', givenName: 'Hélène', familyName: 'Fabre', email: 'presidence@demo.maillage.fr', first: 'president', second: 'board', shows: 'la présidence, membre de deux communautés : lire et approuver' },
  { key: 'dubois', givenName: 'Marc', familyName: 'Dubois', email: 'tresorerie@demo.maillage.fr', first: 'treasurer', second: null, shows: null },
  { key: 'petit', givenName: 'Julien', familyName: 'Petit', email: 'pilote@demo.maillage.fr', first: 'lead', second: null, shows: 'un pilote d’actions : saisir ses valeurs depuis son téléphone' },
  { key: 'lambert', givenName: 'Sophie', familyName: 'Lambert', email: 'pharmacie@demo.maillage.fr', first: 'lead', second: null, shows: null },
  { key: 'roux', givenName: 'Nadia', familyName: 'Roux', email: 'parcours@demo.maillage.fr', first: 'lead', second: null, shows: null },
  { key: 'girard', givenName: 'Paul', familyName: 'Girard', email: 'coordination-riberac@demo.maillage.fr', first: null, second: 'coordinator', shows: 'la coordination d’une autre communauté, qui ne voit rien de la première' },
  { key: 'reader', givenName: 'Anne', familyName: 'Vidal', email: 'ars@demo.maillage.fr', first: 'reader', second: 'reader', organisation: 'ARS de démonstration', shows: 'la lecture de l’ARS : seulement les rapports reçus' },
];
