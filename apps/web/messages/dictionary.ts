import { french } from '@maillage/domain/kernel';

function set(value: unknown): unknown {
  if (typeof value === 'string') return french(value);
  if (typeof value === 'function') return (...values: unknown[]) => set((value as (...all: unknown[]) => unknown)(...values));
  if (Array.isArray(value)) return value.map(set);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, set(inner)]));
  return value;
}

/**
 * The sentences of an area. They are written with plain spaces and straight apostrophes; French typography
 * (no-break spaces, ’) is set here once, in strings, lists and the results of functions.
 */
export function dictionary<T extends object>(sentences: T): T {
  return set(sentences) as T;
}
