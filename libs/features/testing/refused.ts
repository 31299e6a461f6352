import { isDomainError, type DomainErrorCode } from '@maillage/domain/kernel';

/** The code of the refusal this work ends with; `accepted` when it is not refused, and any other error is thrown again. */
export async function refusal(work: Promise<unknown>): Promise<DomainErrorCode | 'accepted'> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}
