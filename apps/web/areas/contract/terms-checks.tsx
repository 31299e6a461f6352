import type { ReactNode } from 'react';
import { termsText } from '../../messages/terms';
import { StatusBadge, StatusIcon } from '../../ui';
import classes from './terms.module.css';

/** One thing to see, with what can be done about it. */
export interface Check {
  key: string;
  sentence: string;
  tone: 'at-risk' | 'late';
  action?: ReactNode;
}

/** Everything to see about a year, or that there is nothing. */
export function CheckList({ checks, label }: { checks: readonly Check[]; label: string }) {
  if (checks.length === 0) {
    return (
      <div className={classes.good}>
        <StatusBadge tone="attained" label={termsText.checks.none} />
      </div>
    );
  }
  return (
    <ul className={classes.checks} aria-label={label}>
      {checks.map(({ key, sentence, tone, action }) => (
        <li key={key} className={classes.check} data-tone={tone}>
          <span>
            <StatusIcon tone={tone} size={20} />
            <span>{sentence}</span>
          </span>
          {action ? <span className="no-print">{action}</span> : null}
        </li>
      ))}
    </ul>
  );
}
