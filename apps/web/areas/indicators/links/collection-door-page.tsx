import { Title } from '@mantine/core';
import { collectionTokenPattern } from '@maillage/domain/indicators';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError } from '../../../lib/api-error';
import { formatDay } from '../../../lib/format';
import { collectionLinksText } from '../../../messages/collection-links';
import { shellText } from '../../../messages/shell';
import { LoadError, Message, StatusBadge, TextSkeleton } from '../../../ui';
import { doorQuery, type LinkPage } from './collection-door-api';
import { DoorEntryForm } from './collection-door-entry';
import classes from './collection-door.module.css';

const text = collectionLinksText.door;

function Closed({ title = text.closed, sentence }: { title?: string; sentence: string }) {
  return (
    <Message tone="late" title={title} heading="h1">
      <p>{sentence}</p>
    </Message>
  );
}

const keyOf = ({ indicator, period }: LinkPage['entries'][number]): string => `${indicator.id} ${period.key}`;

function Asked({ page, token }: { page: LinkPage; token: string }) {
  const given = page.entries.filter(({ state }) => state !== 'upcoming');
  const left = given.filter(({ state, open }) => open && (state === 'to-give' || state === 'refused'));
  // What is left comes first when the page opens; what is sent then stays where it was.
  const [order] = useState(() => [...left, ...given.filter((entry) => !left.includes(entry))].map(keyOf));
  const shown = [...given].sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
  const upcoming = page.entries.filter(({ state }) => state === 'upcoming');
  return (
    <div className={classes.page}>
      <header>
        <Title order={1} tabIndex={-1}>
          {text.title(page.community)}
        </Title>
        <p>{page.askedBy ? text.asks(page.askedBy, page.recipient) : text.asksPlain(page.recipient)}</p>
        <p className={classes.notice}>{text.noPatient}</p>
      </header>
      <div role="status">
        {left.length > 0 ? null : given.length === 0 ? (
          <p>
            <strong>{text.nothing}.</strong> {text.nothingWhat}
          </p>
        ) : (
          <StatusBadge tone="attained" label={text.nothingLeft} />
        )}
      </div>
      <ul className={classes.entries}>
        {shown.map((entry) => (
          <DoorEntryForm key={keyOf(entry)} page={page} entry={entry} token={token} />
        ))}
      </ul>
      {upcoming.length > 0 ? (
        <section className={classes.upcoming}>
          <Title order={2}>{text.upcoming}</Title>
          <ul>
            {upcoming.map(({ indicator, period, label, from }) => (
              <li key={`${indicator.id} ${period.key}`}>{text.upcomingLine(indicator.name, label, formatDay(from ?? period.end))}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {page.stopped.length > 0 ? <p className={classes.soft}>{text.stopped(page.stopped.join(', '))}</p> : null}
      <p className={classes.soft}>{text.until(formatDay(page.expiresOn))}</p>
    </div>
  );
}

/** What someone without an account sees of a collection link. The secret is after « # », where no server sees it. */
export function CollectionDoorPage() {
  const token = useLocation().hash.replace(/^#/, '');
  const whole = collectionTokenPattern.test(token);
  const { data: page, error, isPending, refetch } = useQuery({ ...doorQuery(token), enabled: whole });
  useEffect(() => {
    document.title = shellText.documentTitle(text.titlePlain, page?.community ?? null);
  }, [page?.community]);
  if (!whole) return <Closed sentence={text.closedWhat} />;
  if (page && !(error instanceof ApiError && error.isAbsent)) return <Asked page={page} token={token} />;
  if (isPending) {
    return (
      <div role="status">
        <span className="only-read-aloud">{text.opening}</span>
        <TextSkeleton />
      </div>
    );
  }
  if (error instanceof ApiError && error.isAbsent) return <Closed sentence={text.closedWhat} />;
  if (error instanceof ApiError && error.status === 429) return <Closed title={text.wait} sentence={error.message} />;
  return <LoadError error={error} onRetry={() => void refetch()} />;
}
