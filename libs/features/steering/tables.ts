import { everyPrivilege, type TableRule } from '@maillage/platform';

/** The tables of this area that are not ordinary tables of a community. */
export const steeringTables: readonly TableRule[] = [
  {
    table: 'steering_mark',
    reason: 'Left by every write, whoever writes: a community, sign-in (names of people), the host (settings).',
    fence: 'community_id',
    grants: { app: everyPrivilege, directory: ['insert'], system: ['insert'] },
  },
  {
    table: 'calendar_feed',
    reason: 'Found by the secret of its address before any community is known; each person opens and closes their own.',
    fence: 'community_id',
    grants: { app: everyPrivilege, directory: ['select'] },
  },
];
