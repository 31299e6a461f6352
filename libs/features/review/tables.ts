import type { TableRule } from '@maillage/platform';

/** The tables of this area that are not ordinary tables of a community. */
export const reviewTables: readonly TableRule[] = [
  { table: 'review_event', reason: 'Closings with what they froze, and reopenings: only ever lengthened.', fence: 'community_id', grants: { app: ['select', 'insert'] } },
];
