import type { TableRule } from '@maillage/platform';

const kept = { app: ['select', 'insert'] } as const;

/** The tables of this area that are not ordinary tables of a community. */
export const indicatorsTables: readonly TableRule[] = [
  { table: 'measure_change', reason: 'An ordinary table of a community, but the history of a value is never changed.', fence: 'community_id', grants: kept },
  { table: 'indicator_change', reason: 'An ordinary table of a community, but the history of a definition is never changed.', fence: 'community_id', grants: kept },
];
