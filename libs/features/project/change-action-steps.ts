import type { Actor } from '@maillage/domain/identity';
import { found, type Day } from '@maillage/domain/kernel';
import { checkActionTracking, type Step } from '@maillage/domain/project';
import { audit, requireRevision } from '@maillage/features/community';
import { Ids } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { replaceSteps, type StoredTracking } from './action.store';
import { TrackingEditing } from './tracking';
import type { ActionView } from './views';

/** A step as it is typed; without id it is new. */
export interface StepInput {
  id: string | null;
  title: string;
  dueOn: Day | null;
  doneOn: Day | null;
}

/** All the steps of an action in their order, with the revision on screen. */
export interface StepsInput {
  steps: StepInput[];
  revision: number;
}

/** Writes the steps of an action: added, renamed, dated, put in order, removed. */
@Injectable()
export class ChangeActionSteps {
  constructor(
    private readonly tracking: TrackingEditing,
    private readonly ids: Ids,
  ) {}

  async execute(actor: Actor, actionId: string, input: StepsInput): Promise<ActionView> {
    return this.tracking.change(actor, actionId, async ({ tx, action, label, timeZone, today, by }) => {
      await requireRevision(tx, stepsRevision(action), input.revision, { steps: action.steps }, timeZone);
      const known = new Map(action.steps.map((step) => [step.id, step]));
      const wanted = input.steps.map((step): Step => ({ ...step, id: step.id === null ? this.ids.next() : takeFrom(known, step.id) }));
      const { steps } = checkActionTracking({ ...action, steps: wanted }, today);
      if (JSON.stringify(action.steps) === JSON.stringify(steps)) return;
      await replaceSteps(tx, actionId, steps, by);
      await audit(tx, actor, {
        act: 'action.steps-changed',
        subjectType: 'action',
        subjectId: actionId,
        label,
        before: { steps: action.steps.map(({ title }) => title) },
        after: { steps: steps.map(({ title }) => title) },
      });
    });
  }
}

/** An id sent by the screen is one of this action's steps, once. */
function takeFrom(known: Map<string, Step>, id: string): string {
  found(known.get(id), { what: 'step' });
  known.delete(id);
  return id;
}

/** The steps have their own revision, its author and its instant. */
export const stepsRevision = ({ stepsRevision: revision, stepsUpdatedAt: updatedAt, stepsUpdatedBy: updatedBy }: StoredTracking) => ({
  revision,
  updatedAt,
  updatedBy,
});
