import type { Actor } from '@maillage/domain/identity';
import { freeText } from '@maillage/domain/kernel';
import { axisOf, renameAxis } from '@maillage/domain/project';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Injectable } from '@nestjs/common';
import type { AxisInput } from './add-axis';
import { DraftEditing } from './draft';
import { updateAxis, type StoredAxis } from './project.store';
import type { ProjectView } from './views';

/** Changes the title of an axis of a draft, and why it was chosen. */
@Injectable()
export class ChangeAxis {
  constructor(private readonly drafts: DraftEditing) {}

  async execute(actor: Actor, versionId: string, axisId: string, input: AxisInput & { revision: number }): Promise<ProjectView> {
    return this.drafts.change(actor, versionId, async ({ tx, tree, by }) => {
      const axis = axisOf(tree, axisId) as StoredAxis;
      const before = { title: axis.title, why: axis.why };
      await requireRevision(tx, axis, input.revision, before, await timeZoneOf(tx, actor.communityId));
      const { title, why } = axisOf(renameAxis(tree, axisId, input.title, freeText(input.why, 'Pourquoi cet axe')), axisId);
      if (title === before.title && why === before.why) return;
      await updateAxis(tx, versionId, { id: axisId, title, why }, by);
      await audit(tx, actor, { act: 'axis.changed', subjectType: 'axis', subjectId: axisId, label: title, before, after: { title, why } });
    });
  }
}
