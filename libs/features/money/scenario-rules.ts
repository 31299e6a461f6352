import type { ContractTerms } from '@maillage/domain/contract';
import { DomainError, formatNumber } from '@maillage/domain/kernel';
import type { Scenario } from '@maillage/domain/money';
import { currentTerms } from '@maillage/features/contract';
import type { Tx } from '@maillage/platform';
import { nameKey, type StoredScenario } from './scenario.store';

/** The terms a scenario of that contract year is made on, or `scenario-without-terms`. */
export async function termsToSimulate(tx: Tx, year: number): Promise<ContractTerms> {
  const terms = await currentTerms(tx, year);
  if (!terms) throw new DomainError('scenario-without-terms', { year });
  return terms.content;
}

/** Refuses a name that another scenario of the year already has. */
export function requireFreeName(others: readonly StoredScenario[], name: string, id: string): void {
  const same = others.find((other) => other.id !== id && nameKey(other.name) === nameKey(name));
  if (same) throw new DomainError('scenario-name-taken', { name: same.name });
}

/** The scenario alone, without what the table adds. The keys of a value are put in one order: jsonb has its own. */
export const scenarioOf = ({ name, year, values }: Scenario): Scenario => ({ name, year, values: values.map(({ code, value }) => ({ code, value })) });

/** What the journal keeps. */
export const toldScenario = ({ name, year, values }: Scenario): object => ({
  name,
  period: `année ${year} du contrat`,
  value: values.map(({ code, value }) => `${code} : ${formatNumber(value)}`).join(', '),
});
