import { DomainError, french } from '@maillage/domain/kernel';

/** Refuses a file with the reason that people read. */
export function refuseFile(rule: string): never {
  throw new DomainError('import-file-refused', { rule: french(rule) });
}
