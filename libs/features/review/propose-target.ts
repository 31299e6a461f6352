import type { ContractIndicator } from '@maillage/domain/contract';
import { indicatorsOf } from '@maillage/domain/contract';
import type { Actor } from '@maillage/domain/identity';
import { canonicalJson, found } from '@maillage/domain/kernel';
import { checkProposal, type Proposal, targetInWords, valueInWords } from '@maillage/domain/review';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { requireSeen, ReviewEditing, subjectOf } from './editing';
import { saveProposal } from './review.store';
import type { ReviewRoom } from './review.queries';

/** What the next year would say of an indicator, with the revision on screen (0 the first time). */
export interface ProposalInput {
  revision: number;
  proposal: Proposal;
}

/** Proposes what the next contract year says of an indicator, or gives it up. */
@Injectable()
export class ProposeTarget {
  constructor(private readonly editing: ReviewEditing) {}

  async execute(actor: Actor, year: number, indicatorCode: string, { revision, proposal }: ProposalInput): Promise<ReviewRoom> {
    return this.editing.change(actor, year, async ({ tx, by, terms, proposals, facts }) => {
      const { indicator } = found(indicatorsOf(terms).find((one) => one.indicator.code === indicatorCode));
      const stored = proposals.find(({ code }) => code === indicatorCode);
      const after = checkProposal(indicator, proposal);
      if (stored && canonicalJson(stored.content) === canonicalJson(after)) return;
      await requireSeen(tx, stored, revision, { proposal: stored?.content ?? null }, facts.timeZone);
      await saveProposal(tx, year, indicatorCode, after, by);
      await audit(tx, actor, {
        act: 'review.target-proposed',
        subjectType: 'review',
        subjectId: String(year),
        label: subjectOf(year, indicator.title),
        before: stored ? { proposal: inWords(indicator, stored.content) } : null,
        after: { proposal: inWords(indicator, after) },
      });
    });
  }
}

function inWords(indicator: ContractIndicator, proposal: Proposal): string {
  if (!proposal.renewed) return 'ne pas reconduire';
  const from = proposal.baseline ? [`valeur initiale ${valueInWords(indicator, proposal.baseline.value)}`] : [];
  return [...from, ...targetInWords(indicator, proposal.scoring)].join(' · ');
}
