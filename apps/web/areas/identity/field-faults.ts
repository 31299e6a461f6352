import type { UseFormReturnType } from '@mantine/form';
import { ApiError } from '../../lib/api-error';
import { identityText } from '../../messages/identity';

const text = identityText.fields;
const address = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/;

/** The sentence for an empty field, or null. */
export const missing = (value: string): string | null => (value.trim() === '' ? text.missing : null);

/** The sentence for an address that is none, or null. */
export const emailFault = (value: string): string | null => missing(value) ?? (address.test(value.trim()) ? null : text.emailInvalid);

/** Puts the server's sentences beside their fields; true when it named at least one of this form. */
export function showFieldErrors<T>(form: UseFormReturnType<T>, error: unknown, names: Partial<Record<string, keyof T & string>> = {}): boolean {
  if (!(error instanceof ApiError)) return false;
  const values = form.getValues() as Record<string, unknown>;
  const told = Object.entries(error.fieldErrors).flatMap(([path, sentence]) => {
    const field = names[path] ?? path;
    return field in values ? [[field, sentence] as const] : [];
  });
  if (told.length > 0) form.setErrors(Object.fromEntries(told));
  return told.length > 0;
}
