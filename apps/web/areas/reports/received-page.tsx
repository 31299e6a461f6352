import { useSuspenseQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { formatDayShort } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { type Column, DataTable, EmptyState, Page } from '../../ui';
import { type ReceivedLine, receivedQuery } from './api';
import classes from './reports.module.css';
import { localDay } from './words';

const text = reportsText.received;

function columns(timeZone: string, several: boolean): Column<ReceivedLine>[] {
  return [
    { key: 'communaute', label: text.columns.community, filter: true, filterAll: text.allCommunities, value: ({ communityTitle }) => communityTitle },
    { key: 'periode', label: text.columns.period, value: ({ periodLabel }) => periodLabel, filter: true, filterAll: text.allPeriods, card: 'main' },
    { key: 'rapport', label: text.columns.report, value: ({ number }) => number },
    {
      key: 'version',
      label: text.columns.version,
      value: ({ version }) => version,
      render: ({ version, replacedBy }) => (
        <>
          {version}
          {replacedBy ? <span className={classes.under}>{text.replaced(replacedBy)}</span> : null}
        </>
      ),
      card: 'main',
    },
    { key: 'recu', label: text.columns.received, value: ({ publishedAt }) => publishedAt, render: ({ publishedAt }) => formatDayShort(localDay(publishedAt, timeZone)) },
    { key: 'destinataire', label: text.columns.organisation, hidden: !several, value: ({ organisation }) => organisation },
  ];
}

/** Rapports reçus: every report sent to the reader's institutions, over all their communities. */
export function ReceivedReportsPage() {
  const { communityId, timeZone, rights } = useSession();
  const { data: received } = useSuspenseQuery(receivedQuery(communityId));
  const own = rights.has('reports.read');
  const organisations = new Set(received.map(({ organisation }) => organisation));
  const [organisation] = organisations;
  return (
    <Page title={text.title} lead={own ? text.leadOwn : organisations.size === 1 && organisation ? text.lead(organisation) : undefined}>
      <DataTable
        id="rapports-recus"
        caption={text.caption}
        columns={columns(timeZone, own || organisations.size > 1)}
        rows={received}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/rapports-recus/${id}`}
        empty={
          <EmptyState level={2} title={text.empty}>
            {text.emptyWhat}
          </EmptyState>
        }
      />
    </Page>
  );
}
