import type { ImportStatus } from '@maillage/domain/indicators';
import type { StatusTone } from '../../../ui';

/** The colour of each state. */
export const importTone: Readonly<Record<ImportStatus, StatusTone>> = {
  'analysing': 'on-track', 'to-map': 'at-risk', 'ready': 'at-risk', 'writing': 'on-track', 'done': 'attained', 'refused': 'late', 'failed': 'late', 'cancelled': 'none',
};
