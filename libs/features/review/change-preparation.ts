import type { Actor } from '@maillage/domain/identity';
import { DomainError, found } from '@maillage/domain/kernel';
import { checkPreparation, emptyPreparation, type Preparation, preparationLabels } from '@maillage/domain/review';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { requireSeen, ReviewEditing, subjectOf } from './editing';
import { nameOfMember, savePreparation } from './review.store';
import type { ReviewRoom } from './review.queries';

/** How an action is prepared, with the revision on screen (0 the first time). */
export interface PreparationInput extends Preparation {
  revision: number;
}

/** Says how far an action of the contract is prepared, who does what and until when. */
@Injectable()
export class ChangePreparation {
  constructor(private readonly editing: ReviewEditing) {}

  async execute(actor: Actor, year: number, actionCode: string, { revision, ...input }: PreparationInput): Promise<ReviewRoom> {
    return this.editing.change(actor, year, async ({ tx, by, terms, preparations, facts }) => {
      const action = found(terms.missions.flatMap(({ actions }) => actions).find(({ code }) => code === actionCode));
      const stored = preparations.find(({ code }) => code === actionCode);
      const before = preparationOf(stored ?? emptyPreparation);
      const after = checkPreparation(preparationOf(input));
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      await requireSeen(tx, stored, revision, { ...before, personName: stored?.personName ?? null }, facts.timeZone);
      // Someone who left since keeps the task they have; nobody who left is given one.
      const kept = after.personId !== null && after.personId === before.personId;
      const person = after.personId === null ? null : kept ? (stored?.personName ?? null) : await nameOfMember(tx, after.personId);
      if (after.personId !== null && person === null) throw new DomainError('review-person-unknown');
      await savePreparation(tx, year, actionCode, after, by);
      await audit(tx, actor, {
        act: 'review.preparation-changed',
        subjectType: 'review',
        subjectId: String(year),
        label: subjectOf(year, action.title),
        before: shown(before, stored?.personName ?? null),
        after: shown(after, person),
      });
    });
  }
}

const preparationOf = ({ status, personId, dueOn, note }: Preparation): Preparation => ({ status, personId, dueOn, note });

const shown = ({ status, dueOn, note }: Preparation, person: string | null): object => ({ status: preparationLabels[status], person, dueOn, task: note });
