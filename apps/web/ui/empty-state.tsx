import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActionButton, type ActionProps } from './action-link';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  /** Why it is empty and what to do next. */
  children: ReactNode;
  action?: ActionProps;
  secondary?: ActionProps;
  level?: 2 | 3;
}

/** Nothing here yet: says why, and what to do next. */
export function EmptyState({ title, children, action, secondary, level = 3 }: EmptyStateProps) {
  return (
    <div className={classes.empty} data-empty>
      <Title order={level} size="h3">
        {title}
      </Title>
      <div className={classes.text}>{children}</div>
      {action || secondary ? (
        <div className={classes.actions}>
          {action ? <ActionButton {...action} /> : null}
          {secondary ? <ActionButton {...secondary} variant="default" /> : null}
        </div>
      ) : null}
    </div>
  );
}
