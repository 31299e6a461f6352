import type { Actor } from '@maillage/domain/identity';
import { axisOf, removeAxis } from '@maillage/domain/project';
import { audit } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import { DraftEditing } from './draft';
import { deleteAxis } from './project.store';
import type { ProjectView } from './views';

/** Removes an empty axis from a draft. */
@Injectable()
export class RemoveAxis {
  constructor(private readonly drafts: DraftEditing) {}

  async execute(actor: Actor, versionId: string, axisId: string): Promise<ProjectView> {
    return this.drafts.change(actor, versionId, async ({ tx, tree }) => {
      const { title, why } = axisOf(tree, axisId);
      const next = removeAxis(tree, axisId);
      await deleteAxis(tx, versionId, axisId);
      await audit(tx, actor, { act: 'axis.deleted', subjectType: 'axis', subjectId: axisId, label: title, before: { title, why } });
      return next;
    });
  }
}
