import { ChangeActionSteps, DiscardDraft, ProjectQueries } from '@maillage/features/project';
import { makeDraft, type MadeCommunity } from '@maillage/features/testing';
import type { TestApp } from '../test-app';
import type { Foreign } from './foreign';

/** A new draft with an axis and an action, in the place of the one before. */
async function freshDraft(app: TestApp, { coordinator }: MadeCommunity): Promise<{ versionId: string; axisId: string; actionId: string }> {
  const { draftId } = await app.get(ProjectQueries).versions(coordinator);
  if (draftId) await app.get(DiscardDraft).execute(coordinator, draftId);
  const { version, axes } = await makeDraft(app, coordinator, { Axe: ['Action'] });
  const [axis] = axes;
  const [action] = axis?.actions ?? [];
  if (!axis || !action) throw new Error('The draft was not made.');
  return { versionId: version.id, axisId: axis.id, actionId: action.id };
}

/** What this area names in addresses. */
export const projectForeign: Foreign = {
  makers: {
    versionId: async (app, community) => (await freshDraft(app, community)).versionId,
    axisId: freshDraft,
    actionId: freshDraft,
    stepId: async (app, community) => {
      const { actionId } = await freshDraft(app, community);
      const input = { steps: [{ id: null, title: 'Étape', dueOn: null, doneOn: null }], revision: 1 };
      const { steps } = await app.get(ChangeActionSteps).execute(community.coordinator, actionId, input);
      return { actionId, stepId: steps[0]?.id ?? '' };
    },
  },
  bodies: {
    'PUT /api/project/actions/{actionId}/tracking': {
      revision: 1, leadPersonId: null, leadName: null, partners: null, budgetCents: null, startsOn: null, endsOn: null, text: null,
    },
  },
};
