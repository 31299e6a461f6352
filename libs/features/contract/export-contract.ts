import { contractYearOn, writeContractFile } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, ensure } from '@maillage/domain/kernel';
import { loadCommunity } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { contractRecord } from './contract-record';
import { contractFacts } from './contract.queries';
import { recognisedCrises, termsVersions } from './terms.store';

/** A file to be kept. */
export interface ContractFile {
  name: string;
  content: object;
}

/** Gives the whole contract as a `contract/1` file: importing it gives the same contract. */
@Injectable()
export class ExportContract {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** `year` stands at the head of the file: the one that runs when absent, else the latest that has terms. */
  async execute(actor: Actor, year?: number): Promise<ContractFile> {
    requireRight(actor, 'contract.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const facts = await contractFacts(tx, actor.communityId, this.clock);
        const { contract } = facts;
        if (!contract) throw new DomainError('contract-missing');
        const versions = await termsVersions(tx);
        const years = versions.map((version) => version.year);
        const running = Number(contractYearOn(contract, facts.today)?.key.slice(2));
        const head = year ?? (years.includes(running) ? running : years.at(-1)) ?? 1;
        ensure(years.includes(head), 'terms-missing', { year: head });
        const { name, label } = await loadCommunity(tx, actor.communityId);
        const record = contractRecord({ facts: { ...facts, contract }, versions, crises: await recognisedCrises(tx) }, head);
        return { name: `contrat-annee-${head}.json`, content: writeContractFile(record, { name, structureLabel: label }) };
      },
      { readOnly: true },
    );
  }
}
