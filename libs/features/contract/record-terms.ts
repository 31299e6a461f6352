import { termsDifferences, versionLabel, type ContractTerms } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { audit, requireRevision } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ClosedYears } from './closed-years';
import { differencesShown, missionNames, yearTitle } from './terms-words';
import { chooseMissions, openYear, requireTerms, termsGround, type TermsGround } from './terms-ground';
import { TermsQueries, type TermsView } from './terms.queries';
import { contentHash, currentTerms, saveTerms, type StoredTerms } from './terms.store';

/** The terms of a year as a whole, with the version on screen (0 the first time) and its revision (0 the first time). */
export interface TermsInput {
  amendment: number;
  revision: number;
  terms: ContractTerms;
}

/** Records what the contract says of one of its years, or corrects the version that counts. */
@Injectable()
export class RecordTerms {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly closing: ClosedYears,
    private readonly queries: TermsQueries,
  ) {}

  /** Replaced as a whole; the same again changes nothing. */
  async execute(actor: Actor, year: number, input: TermsInput): Promise<TermsView> {
    requireRight(actor, 'contract.write');
    return this.db.run(actor.communityId, async (tx) => {
      const ground = await termsGround(tx, actor.communityId, this.clock);
      const period = await openYear(tx, ground, year, this.closing);
      const { content } = requireTerms(input.terms, ground);
      const stored = await currentTerms(tx, year);
      if (stored?.hash !== contentHash(content)) {
        await requireSeen(tx, stored, input, ground);
        const at = this.clock.now();
        const { amendment, label, effectiveOn } = stored ?? { amendment: 0, label: versionLabel(0), effectiveOn: period.start };
        await saveTerms(tx, { year, amendment, label, effectiveOn, content }, { personId: actor.personId, at });
        await chooseMissions(tx, actor, ground, content, at);
        const differences = termsDifferences(stored?.content ?? null, content, missionNames(ground.agreement));
        await audit(tx, actor, {
          act: stored ? 'terms.changed' : 'terms.recorded',
          subjectType: 'contract-terms',
          subjectId: `${year}/${amendment}`,
          label: yearTitle(year, label, amendment),
          before: stored && { hash: stored.hash },
          after: { hash: contentHash(content), ...(stored ? { differences: differencesShown(differences) } : {}) },
        });
      }
      return this.queries.view(tx, actor, { year });
    });
  }
}

/** Refuses an edit of another version or revision than the one that counts, with what is there. */
export async function requireSeen(
  tx: Tx,
  stored: StoredTerms | null,
  seen: { amendment: number; revision: number },
  { timeZone }: Pick<TermsGround, 'timeZone'>,
): Promise<void> {
  if (!stored) {
    if (seen.revision !== 0 || seen.amendment !== 0) throw new DomainError('not-found');
    return;
  }
  const revision = seen.amendment === stored.amendment ? seen.revision : -1;
  await requireRevision(tx, stored, revision, { amendment: stored.amendment, label: stored.label, terms: stored.content }, timeZone);
}
