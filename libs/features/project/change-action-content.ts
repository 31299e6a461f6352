import type { Actor } from '@maillage/domain/identity';
import { actionIn, checkActionStructure, type ActionStructure } from '@maillage/domain/project';
import { audit, requireRevision } from '@maillage/features/community';
import { contractFacts } from '@maillage/features/contract';
import { Clock } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { DraftEditing } from './draft';
import { actionLabel } from './labels';
import { updateContent } from './project.store';
import type { ProjectView } from './views';

/** What a draft says of an action, with the revision on screen. */
export interface ActionContentInput extends ActionStructure {
  revision: number;
}

/** Changes what a draft says of an action: title, objective, why, public, missions. */
@Injectable()
export class ChangeActionContent {
  constructor(
    private readonly drafts: DraftEditing,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, versionId: string, actionId: string, { revision, ...input }: ActionContentInput): Promise<ProjectView> {
    return this.drafts.change(actor, versionId, async ({ tx, tree, by }) => {
      const { action } = actionIn(tree, actionId);
      const { agreement, timeZone } = await contractFacts(tx, actor.communityId, this.clock);
      const before = structureOf(action);
      await requireRevision(tx, action, revision, before, timeZone);
      const after = checkActionStructure(input, agreement.missions.map(({ code }) => code));
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      await updateContent(tx, versionId, actionId, after, by);
      await audit(tx, actor, {
        act: 'action.changed',
        subjectType: 'action',
        subjectId: actionId,
        label: actionLabel({ number: action.number, title: after.title }),
        before: journalled(before),
        after: journalled(after),
      });
    });
  }
}

const structureOf = ({ title, objective, why, audience, missionCodes }: ActionStructure): ActionStructure => ({ title, objective, why, audience, missionCodes });

const journalled = ({ missionCodes, ...texts }: ActionStructure): object => ({ ...texts, missions: missionCodes });
