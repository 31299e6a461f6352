import { everyPrivilege, type TableRule } from '@maillage/platform';

const kept = { app: ['select', 'insert'] } as const;

/** The tables of this area that are not ordinary tables of a community. */
export const indicatorsTables: readonly TableRule[] = [
  { table: 'measure_change', reason: 'An ordinary table of a community, but the history of a value is never changed.', fence: 'community_id', grants: kept },
  { table: 'indicator_change', reason: 'An ordinary table of a community, but the history of a definition is never changed.', fence: 'community_id', grants: kept },
  {
    table: 'collection_settings',
    reason: 'The machinery reads whether each community wants reminders to hang their schedule.',
    fence: 'community_id',
    grants: { app: everyPrivilege, system: ['select'] },
  },
  {
    table: 'collection_link_key',
    reason: 'A collection link is found by the secret of its address before any community is known; nothing else of it is.',
    fence: 'community_id',
    grants: { app: ['select', 'insert', 'update', 'delete'], directory: ['select'] },
  },
];
