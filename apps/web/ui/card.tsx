import type { ReactNode } from 'react';
import classes from './section.module.css';

/** A surface that sets its content apart, where a title of section would say twice the same thing. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={classes.card}>{children}</div>;
}
