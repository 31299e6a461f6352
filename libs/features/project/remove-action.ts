import type { Actor } from '@maillage/domain/identity';
import { actionIn, removeAction } from '@maillage/domain/project';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { deleteActions } from './action.store';
import { ActionUse, nothingCarried } from './action-use';
import { DraftEditing } from './draft';
import { actionLabel } from './labels';
import { deleteContent } from './project.store';
import type { ProjectView } from './views';

/** Takes out of a draft an action that carries no indicator. One that another version holds stays there. */
@Injectable()
export class RemoveAction {
  constructor(
    private readonly drafts: DraftEditing,
    private readonly use: ActionUse,
  ) {}

  async execute(actor: Actor, versionId: string, actionId: string): Promise<ProjectView> {
    return this.drafts.change(actor, versionId, async ({ tx, tree }) => {
      const { action, axis } = actionIn(tree, actionId);
      const next = removeAction(tree, actionId, (await this.use.carriedBy(tx, [actionId]))[actionId] ?? nothingCarried);
      await deleteContent(tx, versionId, actionId);
      await deleteActions(tx, [actionId]);
      await audit(tx, actor, {
        act: 'action.deleted',
        subjectType: 'action',
        subjectId: actionId,
        label: actionLabel(action),
        before: { number: action.number, title: action.title, axis: axis.title },
      });
      return next;
    });
  }
}
