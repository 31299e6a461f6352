import { emptyParticipation, type ContractRecord, type TermsVersion } from '@maillage/domain/contract';
import type { ContractFacts } from './contract.queries';
import type { StoredContract } from './contract.store';
import type { StoredCrisis, StoredTerms } from './terms.store';

/** What a community has recorded of its contract. */
export interface Recorded {
  facts: ContractFacts & { contract: StoredContract };
  versions: readonly StoredTerms[];
  crises: readonly StoredCrisis[];
}

const versionOf = ({ year, amendment, label, effectiveOn, content }: StoredTerms): TermsVersion => ({ year, amendment, label, effectiveOn, content });

/** The contract as a whole, with `year` at its head: what a file is written from, and what an import is compared with. */
export function contractRecord({ facts, versions, crises }: Recorded, year: number): ContractRecord {
  const { contract, agreement, participations } = facts;
  const { signedOn, durationYears, size, prorataUnit, accountingYearStart, membershipYearStart } = contract;
  const named = new Set(versions.findLast((version) => version.year === year)?.content.missions.map(({ code }) => code));
  const missions = agreement.missions.flatMap((mission) => {
    const { chosen, startedOn, deployedOn } = participations.find(({ missionCode }) => missionCode === mission.code) ?? emptyParticipation(mission);
    // A core mission without dates says nothing that the agreement does not say.
    const isTold = named.has(mission.code) || (chosen && (mission.kind === 'optional' || startedOn !== null));
    return isTold ? [{ missionCode: mission.code, startedOn, deployedOn }] : [];
  });
  return {
    contract: { signedOn, durationYears, agreement: contract.agreement, size },
    year,
    versions: versions.map(versionOf),
    missions,
    settings: { prorataUnit, accountingYearStart, membershipYearStart },
    crises: crises.map(({ kind, recognisedOn, reference, endedOn }) => ({ kind, recognisedOn, reference, endedOn })),
  };
}
