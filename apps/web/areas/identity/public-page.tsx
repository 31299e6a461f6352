import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { shellText } from '../../messages/shell';
import classes from './identity.module.css';

/** One page open to anyone: its title, what it says, what it asks. Names the browser's tab. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = shellText.documentTitle(title, null);
  }, [title]);
  return (
    <div className={classes.public}>
      <Title order={1} tabIndex={-1}>
        {title}
      </Title>
      {children}
    </div>
  );
}
