import { DiscardDraft, ProjectQueries } from '@maillage/features/project';
import { makeProject } from '@maillage/features/testing';
import type { Foreign } from './foreign';

/** What this area names in addresses. */
export const steeringForeign: Foreign = {
  makers: {
    actionInForceId: async (app, { coordinator }) => {
      const { draftId } = await app.get(ProjectQueries).versions(coordinator);
      if (draftId) await app.get(DiscardDraft).execute(coordinator, draftId);
      const { axes } = await makeProject(app, coordinator);
      return axes[0]?.actions[0]?.id ?? '';
    },
  },
  common: { feedFile: 'The secret of a private address: there is no session, whoever holds it reads.' },
};
