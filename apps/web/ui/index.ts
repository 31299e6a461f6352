/** The kit: pages are composed of these, and style nothing by themselves. */
export { ActionButton, type ActionProps } from './action-link';
export { ConfirmDialog } from './confirm-dialog';
export { EmptyState } from './empty-state';
export { FormError } from './form-error';
export { HrefLink } from './href-link';
export { LoadError } from './load-error';
export { Message } from './message';
export { Page, type Crumb } from './page';
export { Section } from './section';
export { ChartSkeleton, PageSkeleton, TableSkeleton, TextSkeleton } from './skeletons';
export { StatusBadge, StatusIcon } from './status-badge';
export { statusTones, type StatusTone } from './theme/colors';
export { useToast, type Toast } from './toast';
