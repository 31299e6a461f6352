import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  /** One sentence under the title. */
  hint?: ReactNode;
  /** Controls at the right of the title. */
  tools?: ReactNode;
  /** 2 under the title of the page, 3 inside another section. */
  level?: 2 | 3;
  /** Content on a card of its own, or straight on the page. */
  bare?: boolean;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, hint, tools, level = 2, bare, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.head}>
        <div>
          <Title order={level} id={id}>
            {title}
          </Title>
          {hint ? <div className={classes.hint}>{hint}</div> : null}
        </div>
        {tools ? <div className={`${classes.tools} no-print`}>{tools}</div> : null}
      </div>
      <div className={bare ? undefined : classes.card}>{children}</div>
    </section>
  );
}
