import { uiText } from '../messages/ui';
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleDotFilled, IconCircleXFilled, IconMinus } from './icons';
import classes from './status-badge.module.css';
import type { StatusTone } from './theme/colors';

const icons = {
  attained: IconCircleCheckFilled,
  'on-track': IconCircleDotFilled,
  'at-risk': IconAlertTriangleFilled,
  late: IconCircleXFilled,
  none: IconMinus,
} as const;

/** The shape of a status, different for each: it reads without colour. */
export function StatusIcon({ tone, size = 16 }: { tone: StatusTone; size?: number }) {
  const Icon = icons[tone];
  return <Icon size={size} aria-hidden="true" focusable="false" />;
}

interface StatusBadgeProps {
  tone: StatusTone;
  /** Another word than the usual one (« terminée », « abandonnée »…). */
  label?: string;
  /** Without background, inside a line of text or a dense table. */
  plain?: boolean;
}

/** How a thing stands: icon, word and colour together. */
export function StatusBadge({ tone, label, plain }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone} data-plain={plain || undefined}>
      <StatusIcon tone={tone} />
      <span>{label ?? uiText.status[tone]}</span>
    </span>
  );
}
