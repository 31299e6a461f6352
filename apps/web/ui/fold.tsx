import type { ReactNode } from 'react';
import classes from './fold.module.css';

interface FoldProps {
  /** What is folded, with its number: « 5 réponses reçues ». */
  summary: string;
  /** Read aloud after it, where several stand on a page. */
  of?: string;
  /** Unfolded at first. */
  open?: boolean;
  className?: string;
  children: ReactNode;
}

/** What is seldom read, folded under a few words; unfolded on paper. */
export function Fold({ summary, of, open, className, children }: FoldProps) {
  return (
    <details className={[classes.fold, className].filter(Boolean).join(' ')} open={open}>
      <summary>
        {summary}
        {of ? <span className="only-read-aloud">{of}</span> : null}
      </summary>
      {children}
    </details>
  );
}
