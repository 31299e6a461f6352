import { territorySizePart } from '@maillage/features/community';
import { type ContractFacts, crisesPart, factsFrom, groundPart, type StoredCrisis, type StoredTerms, termsPart } from '@maillage/features/contract';
import { type StoredValidation, validationPart } from '@maillage/features/indicators';
import { type Clock, together, type Tx } from '@maillage/platform';

/** What the euros of any contract year start from. */
export interface MoneyGround extends ContractFacts {
  /** The terms of every contract year that has some, under their latest amendment. */
  signed: StoredTerms[];
  crises: StoredCrisis[];
  validation: StoredValidation;
  /** Communes of the territory, and people who live there. */
  territory: { communes: number; population: number };
}

const read = together({ contract: groundPart, signed: termsPart, crises: crisesPart, validation: validationPart, territory: territorySizePart });

/** Contract, terms, crises, validation and territory of the community at work, in one statement. */
export async function moneyGround(tx: Tx, communityId: string, clock: Clock): Promise<MoneyGround> {
  const { contract, ...rest } = await read(tx, { contract: [communityId], signed: [], crises: [], validation: [], territory: [] });
  return { ...factsFrom(contract, clock), ...rest };
}
