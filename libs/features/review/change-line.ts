import type { Actor } from '@maillage/domain/identity';
import { formatEuros, found } from '@maillage/domain/kernel';
import { checkLine, conclusionLabels, emptyLine, type ReviewLine, sheetIndicators } from '@maillage/domain/review';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { requireSeen, ReviewEditing, subjectOf } from './editing';
import { saveLine } from './review.store';
import type { ReviewRoom } from './review.queries';

/** What is said of an indicator, with the revision on screen (0 the first time). */
export interface LineInput extends ReviewLine {
  revision: number;
}

/** Writes what is said and settled of an indicator of the contract. The same again changes nothing: a second click is harmless. */
@Injectable()
export class ChangeReviewLine {
  constructor(private readonly editing: ReviewEditing) {}

  async execute(actor: Actor, year: number, indicatorCode: string, { revision, ...input }: LineInput): Promise<ReviewRoom> {
    return this.editing.change(actor, year, async ({ tx, by, sheet, lines, facts }) => {
      const { indicator } = found(sheetIndicators(sheet).find((one) => one.indicator.code === indicatorCode));
      const stored = lines.find(({ code }) => code === indicatorCode);
      const before = lineOf(stored ?? emptyLine);
      const after = checkLine(lineOf(input), indicator);
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      await requireSeen(tx, stored, revision, before, facts.timeZone);
      await saveLine(tx, year, indicatorCode, after, by);
      await audit(tx, actor, {
        act: 'review.line-changed',
        subjectType: 'review',
        subjectId: String(year),
        label: subjectOf(year, indicator.title),
        before: shown(before),
        after: shown(after),
      });
    });
  }
}

const lineOf = ({ comment, fundRemark, arsRemark, conclusion, agreedCents }: ReviewLine): ReviewLine => ({ comment, fundRemark, arsRemark, conclusion, agreedCents });

const shown = ({ conclusion, agreedCents, ...texts }: ReviewLine): object => ({
  ...texts,
  conclusion: conclusion && conclusionLabels[conclusion],
  agreed: agreedCents === null ? null : formatEuros(agreedCents),
});
