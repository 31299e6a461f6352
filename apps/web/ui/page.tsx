import { communityTitle } from '@maillage/domain/community';
import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { shellText } from '../messages/shell';
import type { Session } from '../lib/session-types';
import { ActionButton, type ActionProps } from './action-link';
import { HrefLink } from './href-link';
import classes from './page.module.css';

/** One step of the way to a page. */
export interface Crumb {
  label: string;
  href: string;
}

interface PageProps {
  title: string;
  /** What stands just under the title: status, dates, one sentence. */
  lead?: ReactNode;
  /** The one primary action of the page. */
  action?: ActionProps;
  /** Quieter controls beside it (period, export, print). */
  tools?: ReactNode;
  /** From the second level: the pages above this one, the highest first. */
  breadcrumbs?: readonly Crumb[];
  children: ReactNode;
}

/** One page: its title, its primary action, its way back. Names the browser's tab. */
export function Page({ title, lead, action, tools, breadcrumbs, children }: PageProps) {
  const session = useQueryClient().getQueryData<Session | null>(['session']);
  const community = session?.community ? communityTitle(session.community) : null;
  useEffect(() => {
    document.title = shellText.documentTitle(title, community);
  }, [title, community]);
  return (
    <article className={classes.page}>
      <header className={classes.header}>
        {breadcrumbs && breadcrumbs.length > 0 ? (
          <nav aria-label={shellText.breadcrumbs} className={classes.crumbs}>
            <ol>
              {breadcrumbs.map(({ label, href }) => (
                <li key={href}>
                  <HrefLink href={href} className="alone">
                    {label}
                  </HrefLink>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <div className={classes.heading}>
          <div className={classes.title}>
            <Title order={1} tabIndex={-1}>
              {title}
            </Title>
            {lead ? <div className={classes.lead}>{lead}</div> : null}
          </div>
          {action || tools ? (
            <div className={`${classes.actions} no-print`}>
              {tools}
              {action ? <ActionButton {...action} /> : null}
            </div>
          ) : null}
        </div>
      </header>
      {children}
    </article>
  );
}
