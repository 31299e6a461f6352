import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { isDay } from '@maillage/domain/kernel';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useSession } from '../../app/session';
import { SettingsPage } from '../../app/settings-page';
import { stringifySearch } from '../../lib/search-params';
import { communityText } from '../../messages/community';
import { DayField, EmptyState, HistoryList, Section, SelectField, TextField } from '../../ui';
import { type JournalFilter, type JournalLine, journalQuery } from './api';
import classes from './community.module.css';

const text = communityText.journal;

/** A sentence; when it is long, its beginning and the rest on demand. */
function Sentence({ children }: { children: string }) {
  if (children.length <= 220) return children;
  return (
    <details className={classes.long}>
      <summary>
        {children.slice(0, 120).replace(/[\s,]+\S*$/, '')}… <span>({text.all})</span>
      </summary>
      {children}
    </details>
  );
}

function Changes({ changes }: { changes: JournalLine['changes'] }) {
  return (
    <ul className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <Sentence>{before === null && after !== null ? text.set(field, after) : text.change(field, before, after)}</Sentence>
        </li>
      ))}
    </ul>
  );
}

const itemOf = ({ id, at, who, what, subject, changes }: JournalLine) => ({
  id: String(id),
  when: new Date(at),
  who: who ?? text.automatic,
  what: subject ? `${what} · ${subject}` : what,
  detail: changes.length > 0 ? <Changes changes={changes} /> : undefined,
});

/** Réglages › Journal. */
export function JournalPage() {
  const { communityId, timeZone } = useSession();
  const filter: JournalFilter = useSearch({ strict: false });
  const router = useRouter();
  const [typed, setTyped] = useState(filter.q ?? '');
  const shown = useDeferredValue(filter);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(journalQuery(communityId, shown));
  const lines = data.pages.flatMap((page) => page.lines);
  const people = data.pages[0]?.people ?? [];
  const filtered = Object.values(filter).some((value) => value !== undefined);

  const change = (next: JournalFilter): void => {
    // From the address itself: what is on screen may be a step behind while lines are loaded.
    const search = stringifySearch({ ...router.state.location.search, ...next });
    void router.navigate({
      href: `/reglages/journal${search}`,
      replace: true,
      resetScroll: false,
    });
  };
  const changeWords = useDebouncedCallback((q: string) => change({ q: q.trim() || undefined }), 300);
  const day = (value: string | null): string | undefined => (isDay(value) ? value : undefined);
  const clear = (): void => {
    setTyped('');
    change({ q: undefined, qui: undefined, depuis: undefined, jusqu: undefined });
  };

  return (
    <SettingsPage title={text.title} lead={text.lead}>
      <div className={classes.page}>
        {lines.length > 0 || filtered ? (
          <div className={classes.filters} role="search">
            <TextField
              required
              type="search"
              label={text.search}
              hint={text.searchHint}
              maxLength={80}
              value={typed}
              onChange={(value) => {
                setTyped(value);
                changeWords(value);
              }}
            />
            <SelectField
              required
              label={text.who}
              empty={text.everyone}
              choices={people.map(({ personId, name }) => ({ value: personId, label: name }))}
              value={filter.qui ?? ''}
              onChange={(qui) => change({ qui: qui || undefined })}
            />
            <DayField
              required
              label={text.from}
              value={filter.depuis ?? null}
              onChange={(value) => change({ depuis: day(value) })}
            />
            <DayField required label={text.to} value={filter.jusqu ?? null} onChange={(value) => change({ jusqu: day(value) })} />
          </div>
        ) : null}
        {lines.length === 0 ? (
          filtered ? (
            <EmptyState level={2} title={text.nothing} action={{ label: text.clear, onClick: clear }}>
              {text.nothingWhat}
            </EmptyState>
          ) : (
            <EmptyState level={2} title={text.empty}>
              {text.emptyWhat}
            </EmptyState>
          )
        ) : (
          <Section title={text.list} hint={<span role="status">{text.count(lines.length, hasNextPage)}</span>}>
            <HistoryList label={text.list} items={lines.map(itemOf)} timeZone={timeZone} />
            {hasNextPage ? (
              <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {text.more}
              </Button>
            ) : null}
          </Section>
        )}
      </div>
    </SettingsPage>
  );
}
