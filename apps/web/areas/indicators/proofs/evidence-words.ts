import { localTime } from '@maillage/domain/kernel';
import { formatBytes, formatDay } from '../../../lib/format';
import { evidenceText as text } from '../../../messages/evidence';
import type { Proof } from './evidence-api';

/** What kind of proof it is: « Lien », « Étape d’action réalisée »… */
export const proofKindText = ({ kind, recordKind }: Pick<Proof, 'kind' | 'recordKind'>): string => (recordKind ? text.recordKind[recordKind] : text.kind[kind]);

/** « ajoutée par Léa Roche le 21/11/2026 » */
export function addedText({ addedAt, addedBy }: Pick<Proof, 'addedAt' | 'addedBy'>, timeZone: string): string {
  const day = formatDay(localTime(new Date(addedAt), timeZone).day);
  return addedBy ? text.addedBy(addedBy, day) : text.addedOn(day);
}

/** « Fichier (120 ko) · ajoutée par … · sert 2 valeurs » */
export function proofSubtitle(proof: Proof, timeZone: string): string {
  const size = proof.size === null ? '' : ` (${formatBytes(proof.size)})`;
  return [`${proofKindText(proof)}${size}`, addedText(proof, timeZone), text.serves(proof.values)].join(' · ');
}
