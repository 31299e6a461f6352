import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useSession } from '../../app/session';
import { SettingsPage } from '../../app/settings-page';
import { stringifySearch } from '../../lib/search-params';
import { communityText } from '../../messages/community';
import { EmptyState, HistoryList, HrefLink, Section } from '../../ui';
import { journalExportHref, type JournalFilter, type JournalLine, journalQuery } from './api';
import { JournalCheck } from './journal-check';
import { JournalFilters } from './journal-filters';
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

/** What was touched, which leads to everything that touched it. */
function Subject({ line: { subject, subjectType, subjectId } }: { line: JournalLine }) {
  return (
    <HrefLink href={`/reglages/journal${stringifySearch({ sujet: `${subjectType}:${subjectId}` })}`} title={text.subjectLink}>
      {subject}
    </HrefLink>
  );
}

const itemOf = (line: JournalLine) => ({
  id: String(line.id),
  when: new Date(line.at),
  who: line.who ?? text.automatic,
  what: line.subject ? (
    <>
      {line.what} · <Subject line={line} />
    </>
  ) : (
    line.what
  ),
  detail: line.changes.length > 0 ? <Changes changes={line.changes} /> : undefined,
});

/** Réglages › Journal. */
export function JournalPage() {
  const { communityId, timeZone } = useSession();
  const filter: JournalFilter = useSearch({ strict: false });
  const router = useRouter();
  const [cleared, setCleared] = useState(0);
  const shown = useDeferredValue(filter);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(journalQuery(communityId, shown));
  const lines = data.pages.flatMap((page) => page.lines);
  const [first] = data.pages;
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
  const clear = (): void => {
    setCleared(cleared + 1);
    change({ q: undefined, qui: undefined, nature: undefined, sujet: undefined, depuis: undefined, jusqu: undefined });
  };

  return (
    <SettingsPage title={text.title} lead={text.lead}>
      <div className={classes.page}>
        {lines.length > 0 || filtered ? (
          <JournalFilters key={`${cleared} ${filter.sujet ?? ''}`} filter={filter} people={first?.people ?? []} subject={first?.subject ?? null} change={change} />
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
            <Exports filter={filter} />
            <HistoryList label={text.list} items={lines.map(itemOf)} timeZone={timeZone} />
            {hasNextPage ? (
              <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {text.more}
              </Button>
            ) : null}
          </Section>
        )}
        <JournalCheck timeZone={timeZone} />
      </div>
    </SettingsPage>
  );
}

/** All the lines that answer the filters, not only those on screen. */
function Exports({ filter }: { filter: JournalFilter }) {
  return (
    <div className={classes.exports}>
      {(['csv', 'json'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={journalExportHref(filter, format)}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {text.exports[format]}
        </Button>
      ))}
    </div>
  );
}
