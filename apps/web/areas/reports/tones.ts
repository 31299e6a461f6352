import type { StatusTone } from '../../ui';
import type { Attempt, Delivery, ReportedLine, ReportLine } from './api';

/** How each status of a report looks. */
export const reportTone: Record<ReportLine['status'], StatusTone> = {
  'preparing': 'on-track',
  'awaiting-approval': 'at-risk',
  'approved': 'on-track',
  'sending': 'on-track',
  'sent': 'attained',
  'partly-sent': 'at-risk',
  'failed': 'late',
  'cancelled': 'none',
};

/** How each status of a delivery looks. */
export const deliveryTone: Record<Delivery['status'], StatusTone> = {
  'pending': 'on-track',
  'retrying': 'at-risk',
  'delivered': 'attained',
  'refused': 'late',
  'uncertain': 'at-risk',
  'gave-up': 'late',
};

/** How each end of a try looks. */
export const outcomeTone: Record<Attempt['outcome'], StatusTone> = { delivered: 'attained', temporary: 'at-risk', permanent: 'late', uncertain: 'at-risk' };

/** How each progress of an indicator looks. */
export const progressTone: Record<ReportedLine['progress'], StatusTone> = {
  'reached': 'attained',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  'late': 'late',
  'no-target': 'none',
  'no-data': 'none',
};
