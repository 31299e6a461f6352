import { formatNumber } from '../lib/format';
import { isActive, type JobRun } from '../lib/job-progress';
import { uiText } from '../messages/ui';
import classes from './job-progress-bar.module.css';
import { StatusBadge } from './status-badge';
import type { StatusTone } from './theme/colors';

const tones: Record<JobRun['state'], StatusTone> = { waiting: 'none', running: 'on-track', done: 'attained', failed: 'late', cancelled: 'none' };

interface JobProgressBarProps {
  /** What is being done: « Préparation du rapport T3 2026 ». */
  title: string;
  run: JobRun;
}

/** A long job as it moves. One can leave the page; a failure says why. */
export function JobProgressBar({ title, run }: JobProgressBarProps) {
  const { state, progress, label, error } = run;
  const percent = Math.round(Math.max(0, Math.min(100, progress)));
  return (
    <div className={classes.job}>
      <div className={classes.head}>
        <strong>{title}</strong>
        <StatusBadge tone={tones[state]} label={uiText.job[state]} />
      </div>
      {isActive(run) ? (
        <>
          <div className={classes.track} role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} data-waiting={state === 'waiting' || undefined}>
            <div className={classes.fill} style={{ width: `${percent}%` }} />
          </div>
          <p className={classes.line}>
            <span role="status">{label ?? uiText.job[state]}</span>
            <span>{uiText.job.percent(formatNumber(percent))}</span>
          </p>
          <p className={classes.leave}>{uiText.job.leave}</p>
        </>
      ) : null}
      {error ? <p className={classes.error}>{error}</p> : null}
    </div>
  );
}
