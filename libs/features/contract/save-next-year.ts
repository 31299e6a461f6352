import { contractYear, type ContractTerms } from '@maillage/domain/contract';
import { DomainError } from '@maillage/domain/kernel';
import { audit, type Author } from '@maillage/features/community';
import type { Tx } from '@maillage/platform';
import { loadContract, type Writing } from './contract.store';
import { currentTerms, saveTerms } from './terms.store';

/**
 * Opens a contract year with the terms the review settled, in force from its first day. Refused when that year already has terms
 * (`terms-exist`), is outside the contract, or when there is no contract. `content` comes from terms already checked.
 */
export async function saveNextYear(tx: Tx, by: Author & Writing, year: number, content: ContractTerms, label: string): Promise<void> {
  const contract = await loadContract(tx);
  if (!contract) throw new DomainError('contract-missing');
  const period = contractYear(contract, year);
  if (await currentTerms(tx, year)) throw new DomainError('terms-exist', { year });
  await saveTerms(tx, { year, amendment: 0, label, effectiveOn: period.start, content }, by);
  await audit(tx, by, { act: 'terms.opened', subjectType: 'contract-terms', subjectId: String(year), label: `Année ${year} du contrat` });
}
