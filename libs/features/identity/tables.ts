import type { TableRule } from '@maillage/platform';

/** The tables of this area that are not ordinary tables of a community, and who may do what to them. */
export const identityTables: readonly TableRule[] = [
  {
    table: 'community',
    reason: 'The register of communities: each community sees its own row, sign-in and the host see them all.',
    fence: 'id',
    grants: { app: ['select', 'update'], directory: ['select'], system: ['select', 'insert', 'update'], reader: ['select'] },
  },
  { table: 'person', reason: 'A person may belong to several communities; holds the password hash, so sign-in only.', grants: { directory: ['select', 'insert', 'update'] } },
  {
    table: 'membership',
    reason: 'Read across communities at sign-in; a community sees and manages its own.',
    fence: 'community_id',
    grants: { app: ['select', 'update'], directory: ['select', 'insert', 'update'], system: ['select'] },
  },
  { table: 'session', reason: 'Found by token before any community is known.', grants: { directory: ['select', 'insert', 'update', 'delete'] } },
  {
    table: 'one_time_link',
    reason: 'Found by token before any community is known; a community manages its own invitations.',
    fence: 'community_id',
    grants: { app: ['select', 'insert', 'update'], directory: ['select', 'insert', 'update', 'delete'], system: ['select', 'insert', 'update'] },
  },
  { table: 'login_throttle', reason: 'Counts attempts before anyone is known.', grants: { directory: ['select', 'insert', 'update', 'delete'] } },
  { table: 'audit_entry', reason: 'An ordinary table of a community, but nothing written in it is ever changed.', fence: 'community_id', grants: { app: ['select', 'insert'], directory: ['insert'], system: ['insert'] } },
  { table: 'sealed_state', reason: 'An ordinary table of a community, but what the journal answers for is never changed.', fence: 'community_id', grants: { app: ['select', 'insert'] } },
  {
    table: 'audit_head',
    reason: 'The last line of each journal: moved by whoever writes a line, never taken away.',
    fence: 'community_id',
    grants: { app: ['select', 'insert', 'update'], directory: ['select', 'insert', 'update'], system: ['select', 'insert', 'update'] },
  },
];
