import { InviteMember, Sessions } from '@maillage/features/identity';
import { makeMember } from '@maillage/features/testing';
import type { Foreign } from './foreign';

/** What this area names in addresses. */
export const identityForeign: Foreign = {
  makers: {
    personId: async (app, community) => (await makeMember(app, community.id, 'board')).personId,
    invitationId: (app, { coordinator }) => app.get(InviteMember).execute(coordinator, { email: `${app.db.ids.next()}@exemple.fr`, role: 'board' }),
    sessionId: async (app, { coordinator, id }) => {
      const sessions = app.get(Sessions);
      await app.db.directory.run((tx) => sessions.start(tx, coordinator.personId, { address: '127.0.0.1', userAgent: null }, id));
      const [last] = await app.db.peek<{ id: string }>('select id from session where person_id = $1 order by id desc limit 1', [coordinator.personId]);
      if (!last) throw new Error('The session was not made.');
      return last.id;
    },
  },
};
