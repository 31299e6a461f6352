import { DomainError } from './errors';

/** Limits shared by forms, doors and rules. */
export const textLimits = { name: 160, title: 240, sentence: 400, paragraph: 4000, long: 20000 } as const;

/** A short text that must be there: trimmed, inner spaces collapsed. `label` is what the form calls it. */
export function requireText(value: string | null | undefined, label: string, max: number = textLimits.name): string {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  if (text === '') throw new DomainError('text-missing', { label });
  return refuseTooLong(text, label, max);
}

/** A text that may be absent: trimmed, null when empty, lines kept. */
export function optionalText(value: string | null | undefined, label: string, max: number = textLimits.paragraph): string | null {
  const text = (value ?? '').replace(/\r\n?/g, '\n').trim();
  return text === '' ? null : refuseTooLong(text, label, max);
}

function refuseTooLong(text: string, label: string, max: number): string {
  if (text.length > max) throw new DomainError('text-too-long', { label, max, length: text.length });
  return text;
}

// A French social security number: 13 characters (sex, year, month, department, commune, order), spaces allowed, key optional.
const nir = /(?<![\p{L}\d])[1-478][ .\u00A0\u202F-]?\d{2}[ .\u00A0\u202F-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .\u00A0\u202F-]?(?:\d{2}|2[AB])[ .\u00A0\u202F-]?\d{3}[ .\u00A0\u202F-]?\d{3}(?:[ .\u00A0\u202F-]?\d{2})?(?![\p{L}\d])/iu;
// « née le 12/03/1954 »: a birth date written as such.
const birth = /\bn[ée]+e?s?\s*(?:\([a-z]\))?\s+le\s+\d{1,2}(?:er)?[\s./-]+(?:\d{1,2}|\p{L}{3,9})[\s./-]+\d{2,4}\b/iu;

/** What looks like a patient's identifier in a text, or undefined. */
export function patientIdentifierIn(text: string | null | undefined): 'nir' | 'birth' | undefined {
  if (!text) return undefined;
  if (nir.test(text)) return 'nir';
  return birth.test(text) ? 'birth' : undefined;
}

/** Refuses a free text that seems to carry a patient's identifier: the product holds counts, never persons. */
export function refusePatientIdentifier(text: string | null | undefined, label: string): void {
  const seen = patientIdentifierIn(text);
  if (seen) throw new DomainError('patient-identifier', { label, seen });
}

/** Optional free text with both rules: length, and no patient's identifier. */
export function freeText(value: string | null | undefined, label: string, max: number = textLimits.paragraph): string | null {
  const text = optionalText(value, label, max);
  refusePatientIdentifier(text, label);
  return text;
}
