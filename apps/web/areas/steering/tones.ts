import type { ProgressState } from '@maillage/domain/indicators';
import type { ActionStatus } from '@maillage/domain/project';
import type { StatusTone } from '../../ui';
import type { MissionStanding } from './api';

/** How each progress of an indicator looks. */
export const progressTone: Record<ProgressState, StatusTone> = {
  reached: 'attained',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  late: 'late',
  'no-target': 'none',
  'no-data': 'none',
};

/** How each state of a mission looks. */
export const missionTone: Record<MissionStanding['state'], StatusTone> = {
  reached: 'attained',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  late: 'late',
  'no-data': 'none',
};

/** How the bar of a mission looks: as its indicators stand, whatever the dates and the actions are. */
export function barTone({ totals: { indicatorsByState: states } }: Pick<MissionStanding, 'totals'>): StatusTone {
  const worst = (['late', 'at-risk', 'on-track', 'reached'] as const).find((state) => states[state] > 0);
  return worst ? progressTone[worst] : 'none';
}

/** How each status of an action looks. */
export const actionTone: Record<ActionStatus, StatusTone> = {
  'not-started': 'none',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  late: 'late',
  done: 'attained',
  dropped: 'none',
};
