import type { Actor } from '@maillage/domain/identity';
import { actionIn, axisOf, moveAction } from '@maillage/domain/project';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { DraftEditing } from './draft';
import { actionLabel } from './labels';
import type { ProjectView } from './views';

/** Where an action goes; `index` is the place it will have there. */
export interface ActionDestination {
  axisId: string;
  index: number;
}

/** Puts an action at another place of a draft, in its axis or in another; it keeps its number. */
@Injectable()
export class MoveAction {
  constructor(private readonly drafts: DraftEditing) {}

  async execute(actor: Actor, versionId: string, actionId: string, to: ActionDestination): Promise<ProjectView> {
    return this.drafts.change(actor, versionId, async ({ tx, tree }) => {
      const { action, axis, position } = actionIn(tree, actionId);
      const next = moveAction(tree, actionId, to.axisId, to.index);
      if (axis.id === to.axisId && position === to.index) return;
      await audit(tx, actor, {
        act: 'action.moved',
        subjectType: 'action',
        subjectId: actionId,
        label: actionLabel(action),
        before: { axis: axis.title, position: position + 1 },
        after: { axis: axisOf(tree, to.axisId).title, position: to.index + 1 },
      });
      return next;
    });
  }
}
