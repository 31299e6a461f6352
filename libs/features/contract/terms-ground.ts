import {
  checkTerms,
  contractYear,
  emptyParticipation,
  missionOf,
  tidyTerms,
  type AciContract,
  type AgreementVersion,
  type ContractTerms,
  type TermsWarning,
} from '@maillage/domain/contract';
import type { Actor } from '@maillage/domain/identity';
import { DomainError, maxDay, minDay, type Period } from '@maillage/domain/kernel';
import { audit, loadCommunity } from '@maillage/features/community';
import type { Clock, Tx } from '@maillage/platform';
import type { ClosedYears } from './closed-years';
import { contractFacts, type ContractFacts } from './contract.queries';
import { saveParticipation, type StoredContract, type StoredParticipation } from './contract.store';
import { moveTerms, termsVersions, type StoredTerms } from './terms.store';

/** What a change of the terms begins with: the community held against other writers, its contract, its agreement. */
export interface TermsGround extends ContractFacts {
  contract: StoredContract;
}

/** The ground of a write; refused without a contract. */
export async function termsGround(tx: Tx, communityId: string, clock: Clock): Promise<TermsGround> {
  await loadCommunity(tx, communityId, true);
  const facts = await contractFacts(tx, communityId, clock);
  if (!facts.contract) throw new DomainError('contract-missing');
  return { ...facts, contract: facts.contract };
}

/** Bounds of a contract year that may still change; refused outside the contract and once its review is closed. */
export async function openYear(tx: Tx, ground: TermsGround, year: number, closing: ClosedYears): Promise<Period> {
  const period = contractYear(ground.contract, year);
  if ((await closing.closedYears(tx)).includes(year)) throw new DomainError('contract-year-closed', { year });
  return period;
}

/** A path of the rules as the API writes those of a body: `missions[0].code` is `terms.missions.0.code`. */
const bodyPath = (path: string): string => `terms.${path.replaceAll(/\[(\d+)\]/g, '.$1')}`;

/** The terms in their one writing, with what to see; refused with every fault at once, each where it stands in `terms`. */
export function requireTerms(
  terms: ContractTerms,
  { agreement, contract }: Pick<TermsGround, 'contract' | 'agreement'>,
): { content: ContractTerms; warnings: TermsWarning[] } {
  const content = tidyTerms(terms);
  const { faults, warnings } = checkTerms(content, agreement, contract);
  if (faults.length > 0) throw new DomainError('terms-refused', { faults: faults.map((fault) => ({ ...fault, path: bodyPath(fault.path) })) });
  return { content, warnings };
}

/** Terms already recorded, under another signature, duration or agreement: refused when a year or a mission would not exist any more. */
export function requireTermsFitting(
  versions: readonly Pick<StoredTerms, 'year' | 'label' | 'content'>[],
  contract: AciContract,
  agreement: AgreementVersion,
): void {
  const faults = versions.flatMap(({ year, label, content }) => {
    contractYear(contract, year);
    return checkTerms(content, agreement, contract).faults.map(({ path, sentence }) => ({ path: `année ${year}, ${label} : ${path}`, sentence }));
  });
  if (faults.length > 0) throw new DomainError('terms-refused', { faults });
}

/** When the day of the signature is corrected, each version keeps its place in its year: the first day follows, no other day leaves the year. */
export async function followSignature(tx: Tx, before: AciContract, after: AciContract): Promise<void> {
  if (before.signedOn === after.signedOn) return;
  for (const { year, amendment, effectiveOn } of await termsVersions(tx)) {
    const { start, end } = contractYear(after, year);
    const isFirstDay = year <= before.durationYears && effectiveOn === contractYear(before, year).start;
    await moveTerms(tx, { year, amendment, effectiveOn: isFirstDay ? start : minDay(maxDay(effectiveOn, start), end) });
  }
}

/** An optional mission that the contract pays is one the community chose. */
export async function chooseMissions(
  tx: Tx,
  actor: Actor,
  { agreement, participations }: { agreement: AgreementVersion; participations: readonly StoredParticipation[] },
  terms: ContractTerms,
  at: Date,
): Promise<void> {
  for (const { code, kind } of terms.missions) {
    const stored = participations.find(({ missionCode }) => missionCode === code);
    if (kind === 'core' || stored?.chosen) continue;
    const mission = missionOf(agreement, code);
    const before = emptyParticipation(mission);
    const after = { ...before, chosen: true };
    await saveParticipation(tx, after, { personId: actor.personId, at });
    await audit(tx, actor, { act: 'mission.chosen', subjectType: 'mission', subjectId: code, label: mission.label, before, after });
  }
}
