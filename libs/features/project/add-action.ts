import type { Actor } from '@maillage/domain/identity';
import { addAction, checkActionStructure, emptyTracking, nextActionNumber, placementsOf, type ActionNode, type ActionStructure, type ProjectTree } from '@maillage/domain/project';
import { audit } from '@maillage/features/community';
import { contractFacts } from '@maillage/features/contract';
import { Clock, Ids } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { insertAction, usedNumbers } from './action.store';
import { DraftEditing } from './draft';
import { actionLabel } from './labels';
import { insertContent } from './project.store';
import type { ProjectView } from './views';

/** A new action and the axis it goes in. */
export interface NewActionInput extends ActionStructure {
  axisId: string;
}

/** The draft with its new action. */
export interface AddedAction {
  actionId: string;
  project: ProjectView;
}

/** Adds an action at the end of an axis of a draft, with the next number of the community. */
@Injectable()
export class AddAction {
  constructor(
    private readonly drafts: DraftEditing,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, versionId: string, { axisId, ...input }: NewActionInput): Promise<AddedAction> {
    const id = this.ids.next();
    const project = await this.drafts.change(actor, versionId, async ({ tx, tree, by }) => {
      const { agreement, today } = await contractFacts(tx, actor.communityId, this.clock);
      const structure = checkActionStructure(input, agreement.missions.map(({ code }) => code));
      const number = nextActionNumber(await usedNumbers(tx));
      const next: ProjectTree = addAction<ActionNode>(tree, axisId, { id, number, title: structure.title, missionCodes: structure.missionCodes });
      const position = placementsOf(next).find(({ actionId }) => actionId === id)?.position ?? 0;
      await insertAction(tx, { id, number, ...emptyTracking() }, today, by);
      await insertContent(tx, versionId, { actionId: id, axisId, position }, structure, by);
      await audit(tx, actor, {
        act: 'action.created',
        subjectType: 'action',
        subjectId: id,
        label: actionLabel({ number, title: structure.title }),
        after: { number, title: structure.title, missions: structure.missionCodes },
      });
    });
    return { actionId: id, project };
  }
}
