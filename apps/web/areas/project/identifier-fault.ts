import { patientIdentifierIn } from '@maillage/domain/kernel';
import { projectText } from '../../messages/project';

/** What to say of a text that seems to carry a patient's identifier; null when it does not. The server refuses it too. */
export function identifierFault(text: string | null): string | null {
  const seen = patientIdentifierIn(text);
  return seen ? projectText.action.notes[seen] : null;
}
