import { isDomainError, type DomainErrorCode } from '@maillage/domain/kernel';

/** The code of the refusal a rule ends with; undefined when it accepts, and any other error is thrown again. */
export function refusal(work: () => unknown): DomainErrorCode | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}
