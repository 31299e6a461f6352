import type { DomainErrorCode } from './error-codes';

/** Facts that go with a refusal; the French sentence and the form both read them. */
export type DomainErrorMeta = Readonly<Record<string, unknown>>;

/** The only error the rules throw: a code of the closed list, and the facts. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: DomainErrorCode,
    readonly meta: DomainErrorMeta = {},
  ) {
    super(code);
  }
}

/** True for a DomainError, of a given code when one is named; works across bundles. */
export function isDomainError(error: unknown, code?: DomainErrorCode): error is DomainError {
  return error instanceof DomainError && (code === undefined || error.code === code);
}

/** Throws unless the condition holds. */
export function ensure(condition: boolean, code: DomainErrorCode, meta: DomainErrorMeta = {}): asserts condition {
  if (!condition) throw new DomainError(code, meta);
}

/** The thing, or `not-found`: absent and "of another community" are the same answer. */
export function found<T>(thing: T | null | undefined, meta: DomainErrorMeta = {}): T {
  if (thing === null || thing === undefined) throw new DomainError('not-found', meta);
  return thing;
}
