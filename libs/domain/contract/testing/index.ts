import { agreements } from '../agreement';
import { readContractFile } from '../contract-file-read';
import type { ContractIndicator, ContractTerms } from '../terms';
import example from './contract-example.json';

/** A real contract in its fifth year, anonymised: a `contract/1` object, a new one each time. */
export const contractExample = (): Record<string, unknown> => JSON.parse(JSON.stringify(example)) as Record<string, unknown>;

/** What the contract of the example says of its fifth year. */
export function exampleTerms(): ContractTerms {
  const read = readContractFile(example, agreements, '2026-11-21');
  if (!read.record) throw new Error(`The example is refused: ${JSON.stringify(read.faults)}`);
  return read.terms;
}

/** The indicator of the example with this code. */
export function exampleIndicator(terms: ContractTerms, code: string): ContractIndicator {
  const found = terms.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators)).find((indicator) => indicator.code === code);
  if (!found) throw new Error(`No indicator ${code} in the example.`);
  return found;
}
