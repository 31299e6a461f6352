import { useSuspenseQuery } from '@tanstack/react-query';
import { localTime } from '@maillage/domain/kernel';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { formatDay, formatDayShort, formatNumber } from '../../../lib/format';
import { collectionLinksText } from '../../../messages/collection-links';
import { type Column, DataTable, EmptyState, LinkTabs, Page, StatusBadge, type StatusTone } from '../../../ui';
import { IconPlus } from '../../../ui/icons';
import { CollectionLinkDialog } from './collection-link-dialog';
import { type CollectionLink, collectionLinksQuery } from './collection-links-api';
import classes from './collection-links.module.css';

const text = collectionLinksText.page;

/** How a link stands, by its icon and colour. */
export const linkTones: Readonly<Record<CollectionLink['state'], StatusTone>> = { open: 'attained', expired: 'none', revoked: 'late' };

/** « T3 2026, T4 2026 », or each period since a day. */
export const periodsOf = ({ periodLabels, from }: CollectionLink): string => (periodLabels ? periodLabels.join(', ') : from ? text.eachPeriod(formatDay(from)) : '');

/** The two pages of collection links. */
export function LinksTabs({ current, waiting }: { current: 'links' | 'waiting'; waiting: number }) {
  return (
    <LinkTabs
      label={text.tabs}
      tabs={[
        { label: text.links, href: '/indicateurs/liens', current: current === 'links' },
        { label: text.toAccept, href: '/indicateurs/liens/a-accepter', current: current === 'waiting', count: waiting > 0 ? formatNumber(waiting) : undefined },
      ]}
    />
  );
}

/** Liens de collecte: who was asked what without an account, until when, and what came. */
export function CollectionLinksPage() {
  const { communityId, timeZone } = useSession();
  const { data } = useSuspenseQuery(collectionLinksQuery(communityId));
  const [creating, setCreating] = useState(false);
  const dayOf = (instant: string | null): string => (instant ? formatDayShort(localTime(new Date(instant), timeZone).day) : text.never);
  const columns: Column<CollectionLink>[] = [
    { key: 'recipient', label: text.recipient, value: ({ recipient }) => recipient },
    {
      key: 'state',
      label: text.state,
      value: ({ state }) => text.states[state],
      filter: true,
      card: 'main',
      render: ({ state, sending }) => (
        <span className={classes.stack}>
          <StatusBadge tone={linkTones[state]} label={text.states[state]} plain />
          {sending ? <span className={classes.soft}>{text.sending}</span> : null}
        </span>
      ),
    },
    {
      key: 'asks',
      label: text.asks,
      value: ({ indicators }) => indicators.map(({ code, name }) => `${code} ${name}`).join(', '),
      render: (link) => (
        <span className={classes.stack}>
          {link.indicators.map(({ name }) => name).join(', ')}
          <span className={classes.soft}>{periodsOf(link)}</span>
        </span>
      ),
    },
    { key: 'answers', label: text.answers, value: ({ received }) => received, card: 'main', render: ({ received, waiting }) => text.answered(received, waiting) },
    { key: 'use', label: text.lastUse, value: ({ lastUsedAt }) => lastUsedAt, render: ({ lastUsedAt }) => dayOf(lastUsedAt) },
    { key: 'expires', label: text.expires, value: ({ expiresOn }) => expiresOn, render: ({ expiresOn }) => formatDayShort(expiresOn) },
  ];
  const create = { label: text.create, icon: <IconPlus size={18} aria-hidden="true" />, onClick: () => setCreating(true) };
  return (
    <Page title={text.title} lead={text.lead} breadcrumbs={[{ label: text.crumb, href: '/indicateurs' }]} action={data.links.length > 0 ? create : undefined}>
      <LinksTabs current="links" waiting={data.waiting} />
      <DataTable
        id="liens-de-collecte"
        caption={text.table}
        columns={columns}
        rows={data.links}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/indicateurs/liens/${id}`}
        simple={data.links.length < 10}
        empty={
          <EmptyState title={text.empty} level={2} action={create}>
            <p>{text.emptyWhat}</p>
          </EmptyState>
        }
      />
      <CollectionLinkDialog opened={creating} today={data.today} contractStart={data.contractStart} onClose={() => setCreating(false)} />
    </Page>
  );
}
