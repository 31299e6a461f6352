import { termsDifferences, versionLabel, type ContractTerms } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { type Day, DomainError, ensure, freeText, isDay, type Period, textLimits } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ClosedYears } from './closed-years';
import { requireSeen } from './record-terms';
import { chooseMissions, openYear, requireTerms, termsGround } from './terms-ground';
import { TermsQueries, type TermsView } from './terms.queries';
import { differencesShown, missionNames, yearTitle } from './terms-words';
import { allCurrentTerms, saveTerms, type StoredTerms } from './terms.store';

/** An amendment of the contract, from the version on screen. */
export interface AmendmentInput {
  /** Absent: the next one. */
  number?: number | undefined;
  /** Absent: « Avenant n° 2 ». */
  label?: string | undefined;
  /** A day of the contract year it begins in. */
  effectiveOn: Day;
  /** The version that was on screen, and its revision. */
  from: number;
  revision: number;
  /** Also replaces the terms of the later years that have some. */
  laterYears?: boolean | undefined;
  terms: ContractTerms;
}

/**
 * Adds a dated version of the terms: for the contract year it begins in and, when asked, the later years that have terms. Years
 * that are over or closed keep the terms they had.
 */
@Injectable()
export class AmendTerms {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly closing: ClosedYears,
    private readonly queries: TermsQueries,
  ) {}

  async execute(actor: Actor, year: number, input: AmendmentInput): Promise<TermsView> {
    requireRight(actor, 'contract.write');
    return this.db.run(actor.communityId, async (tx) => {
      const ground = await termsGround(tx, actor.communityId, this.clock);
      const period = await openYear(tx, ground, year, this.closing);
      ensure(period.end >= ground.today, 'contract-year-past', { year });
      const all = await allCurrentTerms(tx);
      const stored = all.find((one) => one.year === year);
      if (!stored) throw new DomainError('terms-missing', { year });
      await requireSeen(tx, stored, { amendment: input.from, revision: input.revision }, ground);
      requireEffectiveDay(input.effectiveOn, period);
      const { content } = requireTerms(input.terms, ground);

      const version = { content, ...numbered(input, all) };
      const by = { personId: actor.personId, at: this.clock.now() };
      await saveTerms(tx, { ...version, year, effectiveOn: input.effectiveOn }, by);
      await this.tell(tx, actor, stored, version, missionNames(ground.agreement));
      if (input.laterYears) {
        for (const later of all.filter((one) => one.year > year)) {
          const { start } = await openYear(tx, ground, later.year, this.closing);
          await saveTerms(tx, { ...version, year: later.year, effectiveOn: start }, by);
          await this.tell(tx, actor, later, version, missionNames(ground.agreement));
        }
      }
      await chooseMissions(tx, actor, ground, content, by.at);
      return this.queries.view(tx, actor, { year });
    });
  }

  private async tell(tx: Tx, actor: Actor, before: StoredTerms, after: Numbered & { content: ContractTerms }, names: (code: string) => string): Promise<void> {
    await audit(tx, actor, {
      act: 'terms.amended',
      subjectType: 'contract-terms',
      subjectId: `${before.year}/${after.amendment}`,
      label: yearTitle(before.year, after.label, after.amendment),
      before: { hash: before.hash },
      after: { differences: differencesShown(termsDifferences(before.content, after.content, names)) },
    });
  }
}

interface Numbered {
  amendment: number;
  label: string;
}

/** Its number follows those of the whole contract; its label is free of patients. */
function numbered({ number, label }: Pick<AmendmentInput, 'number' | 'label'>, all: readonly StoredTerms[]): Numbered {
  const latest = Math.max(...all.map(({ amendment }) => amendment));
  const amendment = number ?? latest + 1;
  ensure(amendment > latest, 'amendment-not-latest', { number: amendment, latest });
  return { amendment, label: freeText(label, 'Libellé de l\'avenant', textLimits.name) ?? versionLabel(amendment) };
}

function requireEffectiveDay(day: Day, { start, end }: Period): void {
  ensure(isDay(day), 'invalid-day', { value: day });
  ensure(day >= start && day <= end, 'invalid-input', {
    path: 'effectiveOn',
    label: 'Date d\'effet',
    rule: 'elle doit être dans l\'année du contrat que l\'avenant modifie',
  });
}
