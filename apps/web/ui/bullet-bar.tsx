import { type ValueFormat, writeValue } from '@maillage/domain/charts';
import { french } from '@maillage/domain/kernel';
import { uiText } from '../messages/ui';
import classes from './bullet-bar.module.css';
import type { StatusTone } from './theme/colors';

interface BulletBarProps extends ValueFormat {
  /** What is measured; read aloud with the figures. */
  label: string;
  value: number | null;
  target: number | null;
  tone: StatusTone;
  /** The end of the bar; 100 for percentages, otherwise a little more than the larger of the two. */
  max?: number;
  /** The label stands elsewhere; it is only read aloud. */
  hideLabel?: boolean;
  /** Only the bar: the figures stand elsewhere in the row. */
  bare?: boolean;
}

/** A value against its target: the bar is the value, the upright mark the target. Never colour alone: the figures are written. */
export function BulletBar({ label, value, target, tone, max, hideLabel, bare, ...format }: BulletBarProps) {
  const end = max ?? (format.unit === '%' ? Math.max(100, value ?? 0, target ?? 0) : Math.max(value ?? 0, target ?? 0) * 1.15 || 1);
  const share = (number: number): string => `${Math.max(0, Math.min(100, (number / end) * 100))}%`;
  const valueText = value === null ? uiText.bar.noValue : writeValue(value, format);
  const targetText = target === null ? uiText.bar.noTarget : uiText.bar.target(writeValue(target, format));
  const text = uiText.bar.against(valueText, targetText);
  return (
    <div className={classes.bullet} role={bare ? 'img' : undefined} aria-label={bare ? french(`${label} : ${text}`) : undefined}>
      {bare ? null : (
        <p className={classes.text}>
          <span className={hideLabel ? 'only-read-aloud' : classes.label}>{label}</span>
          <span>
            <strong>{valueText}</strong>, {targetText}
          </span>
        </p>
      )}
      <div className={classes.track} aria-hidden="true">
        {value === null ? null : <div className={classes.fill} data-tone={tone} style={{ width: share(value) }} />}
        {target === null ? null : <div className={classes.mark} style={{ left: share(target) }} />}
      </div>
    </div>
  );
}
