import type { ReactNode } from 'react';
import { browserZone, formatInstantShort } from '../lib/format';
import { StatusIcon } from './status-badge';
import classes from './history-list.module.css';
import type { StatusTone } from './theme/colors';

/** One thing that happened. */
export interface HistoryItem {
  id: string;
  when: Date;
  /** « Claire Martin », « Envoi automatique ». */
  who?: string | null;
  /** « a validé la valeur : 63 % ». */
  what: ReactNode;
  /** More below: a comment, the server's answer. */
  detail?: ReactNode;
  tone?: StatusTone;
}

interface HistoryListProps {
  /** What it is the history of, read aloud. */
  label: string;
  items: readonly HistoryItem[];
  timeZone?: string;
}

/** What happened, the latest first, with who and when. */
export function HistoryList({ label, items, timeZone = browserZone() }: HistoryListProps) {
  return (
    <ol className={classes.list} aria-label={label}>
      {items.map(({ id, when, who, what, detail, tone }) => (
        <li key={id} className={classes.item} data-tone={tone}>
          <span className={classes.dot} aria-hidden="true">
            {tone ? <StatusIcon tone={tone} size={18} /> : null}
          </span>
          <div>
            <div>
              {who ? <strong>{who} </strong> : null}
              {what}
            </div>
            {detail ? <div className={classes.detail}>{detail}</div> : null}
            <time className={classes.when} dateTime={when.toISOString()}>
              {formatInstantShort(when, timeZone)}
            </time>
          </div>
        </li>
      ))}
    </ol>
  );
}
