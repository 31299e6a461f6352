import type { Actor } from '@maillage/domain/identity';
import { freeText } from '@maillage/domain/kernel';
import { addAxis, axisOf } from '@maillage/domain/project';
import { audit } from '@maillage/features/community';
import { Ids } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { DraftEditing } from './draft';
import { insertAxis } from './project.store';
import type { ProjectView } from './views';

/** What a person writes of an axis. */
export interface AxisInput {
  title: string;
  why: string | null;
}

/** Adds an axis at the end of a draft. */
@Injectable()
export class AddAxis {
  constructor(
    private readonly drafts: DraftEditing,
    private readonly ids: Ids,
  ) {}

  async execute(actor: Actor, versionId: string, input: AxisInput): Promise<ProjectView> {
    return this.drafts.change(actor, versionId, async ({ tx, tree, by }) => {
      const id = this.ids.next();
      const next = addAxis(tree, { id, title: input.title, why: freeText(input.why, 'Pourquoi cet axe') });
      const axis = axisOf(next, id);
      await insertAxis(tx, versionId, axis, tree.axes.length, by);
      await audit(tx, actor, { act: 'axis.created', subjectType: 'axis', subjectId: id, label: axis.title, after: { title: axis.title, why: axis.why } });
    });
  }
}
