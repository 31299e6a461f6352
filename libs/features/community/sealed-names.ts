import type { SealedKey, SealedRow } from '@maillage/features/identity';
import type { SealedWords } from './vouched-history';

/** What a row is called, from what it holds (or held). */
type Naming = (row: SealedRow, words: SealedWords) => string;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const place: (what: string) => Naming = (what) => (row, words) => `${what} ${words.indicator(text(row['indicator_id']))} · ${words.period(text(row['period_key']))}`;
const titled: (what: string, column: string) => Naming = (what, column) => (row) => `${what} « ${text(row[column])} »`;
const plain: (what: string) => Naming = (what) => () => what;

const namings: Readonly<Record<string, Naming>> = {
  aci_contract: plain('Contrat'),
  mission_participation: titled('Mission', 'mission_code'),
  contract_terms: ({ contract_year: year, label }) => `Termes de l'année ${text(year)} du contrat${text(label) ? ` · ${text(label)}` : ''}`,
  recognised_crisis: ({ kind, recognised_on: on }) => `Crise reconnue « ${text(kind)} », ${text(on)}`,
  indicator: ({ id }, words) => `Fiche de l'indicateur ${words.indicator(text(id))}`,
  indicator_change: ({ indicator_id: id }, words) => `Version de la fiche ${words.indicator(text(id))}`,
  indicator_target: place('Objectif'),
  evidence: titled('Preuve', 'name'),
  period_lock: ({ period_key: key }, words) => `Verrou de ${words.period(text(key))}`,
  lock_exception: (row, words) => `Exception au verrou pour ${words.person(text(row['person_id']))} · ${words.indicator(text(row['indicator_id']))} · ${words.period(text(row['period_key']))}`,
  validation_settings: plain('Réglages de la validation'),
  measure_absence: place('Réponse « pas de valeur »'),
  collection_settings: plain('Réglages de la collecte'),
  collection_link: titled('Lien de collecte de', 'recipient'),
  collection_link_indicator: ({ indicator_id: id }, words) => `Indicateur d'un lien de collecte ${words.indicator(text(id))}`,
  link_contribution: place('Réponse reçue par un lien'),
  contract_indicator_link: titled('Indicateur lié au contrat', 'code'),
  payment_received: ({ received_on: on }) => `Versement reçu le ${text(on)}`,
  payment_part: titled('Part d\'un versement', 'line_key'),
  report_schedule: plain('Réglages des rapports'),
  recipient: titled('Destinataire', 'name'),
};

/** The tables whose rows have a name in French. */
export const namedTables: readonly string[] = Object.keys(namings).sort();

/** « Verrou de T3 2026 (table period_lock, 0190…) »: what a row is, and where it is found. */
export function nameOfSealed(table: string, key: SealedKey, row: SealedRow | null, words: SealedWords): string {
  const naming = namings[table];
  const where = Object.values(key).map(text).join(', ');
  const place = `table ${table}${where ? `, ${where}` : ''}`;
  return naming ? `${naming({ ...key, ...row }, words)} (${place})` : `Ligne de la ${place}`;
}
