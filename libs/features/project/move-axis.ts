import type { Actor } from '@maillage/domain/identity';
import { axisOf, moveAxis } from '@maillage/domain/project';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { DraftEditing } from './draft';
import type { ProjectView } from './views';

/** Puts an axis at another place of a draft. */
@Injectable()
export class MoveAxis {
  constructor(private readonly drafts: DraftEditing) {}

  async execute(actor: Actor, versionId: string, axisId: string, toIndex: number): Promise<ProjectView> {
    return this.drafts.change(actor, versionId, async ({ tx, tree }) => {
      const next = moveAxis(tree, axisId, toIndex);
      const from = tree.axes.findIndex(({ id }) => id === axisId);
      if (from === toIndex) return;
      await audit(tx, actor, {
        act: 'axis.moved',
        subjectType: 'axis',
        subjectId: axisId,
        label: axisOf(tree, axisId).title,
        before: { position: from + 1 },
        after: { position: toIndex + 1 },
      });
      return next;
    });
  }
}
