import {
  agreementByCode,
  latestVersion,
  readContractFile,
  type ContractRecord,
  type SignedAmount,
  type TermsVersion,
  type TermsWarning,
} from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { type Cents, type Day, DomainError } from '@maillage/domain/kernel';
import { audit, loadCommunity } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ClosedYears } from './closed-years';
import { contractFacts } from './contract.queries';
import { saveContract, saveParticipation } from './contract.store';
import { type Before, type ImportDifference, type ImportPlan, planImport } from './import-plan';
import { followSignature } from './terms-ground';
import { differencesShown } from './terms-words';
import { contentHash, recognisedCrises, saveCrisis, saveTerms, termsVersions } from './terms.store';

/** A year of the file in figures: what is unknown or unconfirmed is left out of the sums. */
export interface ImportedYear {
  number: number;
  amendment: number;
  label: string;
  missions: number;
  indicators: number;
  operatingCents: Cents;
  fixedCents: Cents;
  variableCents: Cents;
  crisisCents: Cents;
}

/** What an import would do. */
export interface ImportPreview {
  /** What is recorded now, in one word: given back to confirm. */
  basis: string;
  nothingToDo: boolean;
  signedOn: Day;
  agreementLabel: string;
  years: ImportedYear[];
  differences: ImportDifference[];
  warnings: TermsWarning[];
  notes: string[];
}

/** What an import did. */
export interface ImportResult {
  /** False: everything was recorded already, nothing was written. */
  changed: boolean;
  year: number;
  differences: ImportDifference[];
}

/** Imports a contract from a `contract/1` file: previewed first, then written whole or not at all. */
@Injectable()
export class ImportContract {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly closing: ClosedYears,
  ) {}

  /** What the file would change; nothing is written. Every fault of the file at once (`contract-file-refused`). */
  async preview(actor: Actor, file: unknown): Promise<ImportPreview> {
    requireRight(actor, 'contract.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const { record, warnings, plan, basis, before } = await this.prepare(tx, actor, file);
        return {
          basis,
          nothingToDo: isEmpty(plan),
          signedOn: record.contract.signedOn,
          agreementLabel: agreementByCode(record.contract.agreement, before.facts.agreements)?.label ?? record.contract.agreement,
          years: yearsOf(record),
          differences: plan.differences,
          warnings,
          notes: plan.notes,
        };
      },
      { readOnly: true },
    );
  }

  /** Writes what was previewed; refused when what is recorded changed since (`import-outdated`). The same file again writes nothing. */
  async execute(actor: Actor, file: unknown, basis: string): Promise<ImportResult> {
    requireRight(actor, 'contract.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const { record, plan, basis: now } = await this.prepare(tx, actor, file);
      if (isEmpty(plan)) return { changed: false, year: record.year, differences: [] };
      if (basis !== now) throw new DomainError('import-outdated');
      const id = await this.write(tx, actor, plan);
      await audit(tx, actor, {
        act: 'contract.imported',
        subjectType: 'contract',
        subjectId: id,
        label: `Année ${record.year} du contrat`,
        after: { differences: differencesShown(plan.differences) },
      });
      return { changed: true, year: record.year, differences: plan.differences };
    });
  }

  private async prepare(tx: Tx, actor: Actor, file: unknown): Promise<Prepared> {
    const facts = await contractFacts(tx, actor.communityId, this.clock);
    const read = readContractFile(file, facts.agreements, facts.today);
    if (!read.record) throw new DomainError('contract-file-refused', { faults: read.faults });
    const before = { facts, versions: await termsVersions(tx), crises: await recognisedCrises(tx), closed: await this.closing.closedYears(tx) };
    return { record: read.record, warnings: read.warnings, before, plan: planImport(read.record, before), basis: basisOf(before) };
  }

  private async write(tx: Tx, actor: Actor, plan: ImportPlan): Promise<string> {
    const by = { personId: actor.personId, at: this.clock.now() };
    const { contract } = await contractFacts(tx, actor.communityId, this.clock);
    const id = contract?.id ?? this.ids.next();
    if (plan.contract) await saveContract(tx, id, plan.contract, by);
    if (plan.contract && contract) await followSignature(tx, contract, plan.contract);
    for (const participation of plan.missions) await saveParticipation(tx, participation, by);
    for (const version of plan.versions) await saveTerms(tx, version, by);
    for (const { id: known, ...crisis } of plan.crises) await saveCrisis(tx, { id: known ?? this.ids.next(), ...crisis }, by);
    return id;
  }
}

interface Prepared {
  record: ContractRecord;
  warnings: TermsWarning[];
  before: Before;
  plan: ImportPlan;
  basis: string;
}

const isEmpty = ({ contract, versions, missions, crises }: ImportPlan): boolean =>
  contract === null && versions.length === 0 && missions.length === 0 && crises.length === 0;

/** One word for all that an import may change, and that others may change meanwhile. */
function basisOf({ facts, versions, crises, closed }: Before): string {
  return contentHash({
    contract: facts.contract && [facts.contract.id, facts.contract.revision],
    missions: facts.participations.map(({ missionCode, revision }) => [missionCode, revision]).sort(),
    versions: versions.map(({ year, amendment, revision, hash }) => [year, amendment, revision, hash]),
    crises: crises.map(({ id, revision }) => [id, revision]),
    closed,
  });
}

const sum = (amounts: readonly (SignedAmount | null)[]): Cents =>
  amounts.reduce((total, amount) => total + (amount?.confirmed ? (amount.cents ?? 0) : 0), 0);

function yearsOf({ versions }: ContractRecord): ImportedYear[] {
  const numbers = [...new Set(versions.map(({ year }) => year))];
  return numbers.flatMap((number) => latestVersion(versions, number) ?? []).map(({ year, amendment, label, content }: TermsVersion) => ({
    number: year,
    amendment,
    label,
    missions: content.missions.length,
    indicators: content.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators)).length,
    operatingCents: sum([content.operating]),
    fixedCents: sum(content.missions.map(({ fixed }) => fixed)),
    variableCents: sum(content.missions.map(({ variable }) => variable)),
    crisisCents: sum(content.missions.map(({ variableIfCrisis }) => variableIfCrisis)),
  }));
}
