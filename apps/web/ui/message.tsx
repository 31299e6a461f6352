import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActionButton, type ActionProps } from './action-link';
import classes from './message.module.css';
import { StatusIcon } from './status-badge';
import type { StatusTone } from './theme/colors';

interface MessageProps {
  tone: StatusTone;
  title: string;
  heading?: 'h1' | 'h2' | 'h3';
  children?: ReactNode;
  action?: ActionProps;
  secondary?: ActionProps;
}

/** A whole page or section that has one thing to say and one thing to do. */
export function Message({ tone, title, heading = 'h2', children, action, secondary }: MessageProps) {
  return (
    <div className={classes.message} data-page={heading === 'h1' || undefined}>
      {tone === 'none' ? null : (
        <div className={classes.icon} data-tone={tone}>
          <StatusIcon tone={tone} size={28} />
        </div>
      )}
      <Title order={heading === 'h1' ? 1 : heading === 'h2' ? 2 : 3} size="h2" tabIndex={-1}>
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
