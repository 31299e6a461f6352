import { everyPrivilege, type TableRule } from '@maillage/platform';

/** The tables of this area that are not ordinary tables of a community. */
export const reportsTables: readonly TableRule[] = [
  { table: 'report_seal', reason: 'The chain of seals is only ever lengthened.', fence: 'community_id', grants: { app: ['select', 'insert'] } },
  { table: 'delivery_attempt', reason: 'The ledger of sendings is only ever lengthened.', fence: 'community_id', grants: { app: ['select', 'insert'] } },
  {
    table: 'publication',
    reason: 'Copies of sent reports: all that readers of several communities see, never changed once opened to them.',
    fence: 'community_id',
    grants: { app: ['select', 'insert'], reader: ['select'] },
  },
  {
    table: 'report_schedule',
    reason: 'The machinery reads the day of every community to hang its schedule.',
    fence: 'community_id',
    grants: { app: everyPrivilege, system: ['select'] },
  },
];
