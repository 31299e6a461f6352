import { checkTerms } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, formatDay } from '@maillage/domain/kernel';
import { checkClosingDay, closingLacks, moveReview, openingTerms, type Proposal, type ReviewSheet, sheetIndicators } from '@maillage/domain/review';
import { audit, loadCommunity, requireRevision } from '@maillage/features/community';
import { saveNextYear } from '@maillage/features/contract';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import type { NextYearOutcome } from './review.row';
import { insertEvent, nameOfMember, saveReview, type Writing } from './review.store';
import { type ReviewGround, ReviewQueries, type ReviewRoom } from './review.queries';
import { hashFrozen, hashSheet, type FrozenReview } from './seal';

/** The review as it was seen: its revision, and the fingerprint of what the room showed. */
export interface ClosingInput {
  revision: number;
  fingerprint: string;
}

/** Closes the review of a contract year: what the room showed is frozen under a hash, and the next year is opened with what was proposed. */
@Injectable()
export class CloseReview {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly queries: ReviewQueries,
  ) {}

  /** The closed room. The same person's second click changes nothing. */
  async execute(actor: Actor, year: number, seen: ClosingInput): Promise<ReviewRoom> {
    requireRight(actor, 'review.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const ground = await this.queries.ground(tx, actor, year);
      const { review, sheet, facts } = ground;
      if (review.status === 'closed' && review.updatedBy === actor.personId) return this.queries.roomView(tx, actor, year);
      const status = moveReview(review.status, 'close');
      checkClosingDay(sheet.end, facts.today);
      await this.requireAsSeen(tx, ground, seen);
      requireComplete(sheet);
      const by = { personId: actor.personId, at: this.clock.now() };
      const nextYear = await openNextYear(tx, actor, by, ground);
      const snapshot: FrozenReview = {
        sheet,
        closedBy: { personId: actor.personId, name: (await nameOfMember(tx, actor.personId)) ?? '' },
        closedAt: by.at.toISOString(),
      };
      const hash = hashFrozen(snapshot);
      const closingId = this.ids.next();
      await insertEvent(tx, { id: closingId, year, act: 'closed', frozen: { snapshot, hash, nextYear } }, by);
      await saveReview(tx, { year, status, closingId, hash }, by);
      await audit(tx, actor, { act: 'review.closed', subjectType: 'review', subjectId: String(year), label: `Année ${year}`, after: { hash: hash.slice(0, 12) } });
      return this.queries.roomView(tx, actor, year);
    });
  }

  /** What is frozen is what was on screen: anything that changed since is told first, values and proofs included. */
  private async requireAsSeen(tx: Tx, { review, sheet, facts }: ReviewGround, seen: ClosingInput): Promise<void> {
    const current = { settledCents: sheet.euros.settledCents, maxCents: sheet.euros.maxCents };
    if (review.revision > 0 || seen.revision > 0) await requireRevision(tx, review, seen.revision, current, facts.timeZone);
    if (hashSheet(sheet) !== seen.fingerprint) throw new DomainError('edited-meanwhile', { current });
  }
}

const shownLacks = 3;

function requireComplete(sheet: ReviewSheet): void {
  const lacks = closingLacks(sheet);
  if (lacks.length === 0) return;
  const sentences = lacks.slice(0, shownLacks).map(({ sentence }) => sentence);
  throw new DomainError('review-incomplete', { count: lacks.length, sentences: lacks.length > shownLacks ? [...sentences, '…'] : sentences });
}

/** Opens the next contract year from the proposals; one that has terms already keeps them, and the last year opens none. */
async function openNextYear(tx: Tx, actor: Actor, by: Writing, ground: ReviewGround): Promise<NextYearOutcome> {
  const { nextYear, nextYearHasTerms, sheet, terms, facts } = ground;
  if (nextYear === null) return 'last';
  if (nextYearHasTerms) return 'already';
  const proposals: Record<string, Proposal> = Object.fromEntries(sheetIndicators(sheet).map(({ indicator }) => [indicator.code, indicator.proposal]));
  const opening = openingTerms(terms, proposals);
  const [fault] = facts.contract ? checkTerms(opening, facts.agreement, facts.contract).faults : [];
  if (fault) throw new DomainError('review-proposal-invalid', { rule: fault.sentence.replace(/\.$/, '') });
  const label = `Dialogue de gestion du ${formatDay(facts.today)}`;
  await saveNextYear(tx, { ...by, communityId: actor.communityId, role: actor.role }, nextYear, opening, label);
  return 'opened';
}
