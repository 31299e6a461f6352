import { projectText } from '../../messages/project';
import { StatusBadge, type StatusTone } from '../../ui';
import type { ActionStatus } from './api';

/** How each status of an action looks. */
export const statusTone: Record<ActionStatus, StatusTone> = {
  'not-started': 'none',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  late: 'late',
  done: 'attained',
  dropped: 'none',
};

/** How an action stands. */
export function ActionStatusBadge({ status, plain }: { status: ActionStatus; plain?: boolean }) {
  return <StatusBadge tone={statusTone[status]} label={projectText.statuses[status]} plain={plain} />;
}
