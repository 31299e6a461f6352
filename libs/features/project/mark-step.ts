import type { Actor } from '@maillage/domain/identity';
import { found, type Day } from '@maillage/domain/kernel';
import { checkStep } from '@maillage/domain/project';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { updateStepDone } from './action.store';
import { TrackingEditing } from './tracking';
import type { ActionView } from './views';

/** A step done, on a day (today unless said otherwise), or not done any more. */
export interface StepMark {
  done: boolean;
  doneOn?: Day | null;
}

/** Marks one step done or not done; said twice, it changes nothing the second time. */
@Injectable()
export class MarkStep {
  constructor(private readonly tracking: TrackingEditing) {}

  async execute(actor: Actor, actionId: string, stepId: string, mark: StepMark): Promise<ActionView> {
    return this.tracking.change(actor, actionId, async ({ tx, action, label, today, by }) => {
      const step = found(
        action.steps.find(({ id }) => id === stepId),
        { what: 'step' },
      );
      const doneOn = mark.done ? (mark.doneOn ?? step.doneOn ?? today) : null;
      if (doneOn === step.doneOn) return;
      checkStep({ ...step, doneOn }, today);
      await updateStepDone(tx, actionId, { id: stepId, doneOn }, by);
      await audit(tx, actor, {
        act: 'action.steps-changed',
        subjectType: 'action',
        subjectId: actionId,
        label,
        before: { step: step.title, doneOn: step.doneOn },
        after: { step: step.title, doneOn },
      });
    });
  }
}
