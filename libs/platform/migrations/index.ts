import { everyPrivilege, type TableRule } from '../database/roles';
import { PlatformOutbox1700000000000 } from './1700000000000-platform-outbox';
import { PlatformErasedFiles1795433000200 } from './1795433000200-platform-erased-files';

/** The machinery's own tables; features list these first. */
export const platformMigrations = [PlatformOutbox1700000000000, PlatformErasedFiles1795433000200];

/** The machinery's exceptions to « one community, one fence ». */
export const platformTableRules: readonly TableRule[] = [
  {
    table: 'outbox',
    reason: 'The sweeper and the workers see every run; people without a community at work (sign-in) may enqueue too.',
    fence: 'community_id',
    grants: { app: ['select', 'insert', 'update'], directory: ['select', 'insert'], system: everyPrivilege },
  },
  {
    table: 'file',
    reason: 'Bytes are kept once for all communities: whoever erases them asks whether another one keeps them.',
    fence: 'community_id',
    grants: { app: everyPrivilege, system: ['select(erased_at,hash)'] },
  },
  {
    table: 'schedule',
    reason: 'Only the machinery reads the schedules of all communities.',
    grants: { system: everyPrivilege },
  },
];
