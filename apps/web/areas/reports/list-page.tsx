import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useSession } from '../../app/session';
import { formatDay, formatDayShort } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { type Column, DataTable, EmptyState, HrefLink, Page, StatusBadge } from '../../ui';
import { type ReportLine, type ReportsPage as ReportsData, reportsQuery } from './api';
import { PrepareDialog } from './prepare-dialog';
import classes from './reports.module.css';
import { reportTone } from './tones';
import { VerificationSection } from './verification-section';
import { localDay } from './words';

const text = reportsText.list;

function sendingText({ delivered, recipients, uncertain }: ReportLine): string {
  const sent = text.sent(delivered, recipients);
  return uncertain > 0 ? text.sentDoubt(sent, uncertain) : sent;
}

function columns(timeZone: string): Column<ReportLine>[] {
  const day = (at: string): string => formatDayShort(localDay(at, timeZone));
  return [
    { key: 'rapport', label: text.columns.report, value: ({ title }) => title, render: ({ title }) => title },
    { key: 'periode', label: text.columns.period, value: ({ periodLabel }) => periodLabel, card: 'main' },
    {
      key: 'etat',
      label: text.columns.status,
      filter: true,
      filterAll: text.allStatus,
      value: ({ statusLabel }) => statusLabel,
      render: ({ status, statusLabel }) => <StatusBadge tone={reportTone[status]} label={statusLabel} />,
      card: 'main',
    },
    { key: 'prepare', label: text.columns.prepared, value: ({ preparedAt }) => preparedAt, render: ({ preparedAt }) => day(preparedAt) },
    { key: 'par', label: text.columns.by, hidden: true, value: ({ preparedByName }) => preparedByName ?? text.byItself },
    { key: 'approuve', label: text.columns.approved, value: ({ approvedByName }) => approvedByName },
    { key: 'envoi', label: text.columns.sending, value: sendingText },
  ];
}

function Automatic({ page }: { page: ReportsData }) {
  const can = useCan();
  if (page.reports.length === 0 && page.periods.length === 0) return null;
  return (
    <p className={classes.notice}>
      {page.automatic ? text.automatic(page.automatic.periodLabel, formatDay(page.automatic.day)) : text.manual}{' '}
      {can('reports.prepare') ? <HrefLink href="/reglages/destinataires">{text.settle}</HrefLink> : null}
    </p>
  );
}

/** Rapports. */
export function ReportsPage() {
  const { communityId, timeZone } = useSession();
  const can = useCan();
  const { data: page } = useSuspenseQuery(reportsQuery(communityId));
  const [preparing, setPreparing] = useState(false);
  const missing = page.periods.filter(({ reportId }) => reportId === null);
  const next = can('reports.prepare') ? missing[0] : undefined;
  const action = next ? { label: missing.length === 1 ? text.preparePeriod(next.label) : text.prepare, onClick: () => setPreparing(true) } : undefined;
  const empty = page.reports.length === 0;

  return (
    <Page title={text.title} lead={text.lead} action={empty ? undefined : action}>
      {page.recipients === 0 && !empty ? (
        <EmptyState level={2} title={text.noRecipient} action={can('reports.send') ? { label: text.toRecipients, href: '/reglages/destinataires' } : undefined}>
          {text.noRecipientWhat}
        </EmptyState>
      ) : null}
      <Automatic page={page} />
      <DataTable
        id="rapports"
        caption={text.caption}
        columns={columns(timeZone)}
        rows={page.reports}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/rapports/${id}`}
        simple={page.reports.length < 8}
        empty={
          page.periods.length === 0 ? (
            <EmptyState level={2} title={text.empty} action={can('indicators.write') ? { label: text.toIndicators, href: '/indicateurs/nouveau' } : undefined}>
              {text.emptyNoPeriod}
            </EmptyState>
          ) : (
            <EmptyState level={2} title={text.empty} action={action}>
              {text.emptyWhat}
            </EmptyState>
          )
        }
      />
      {empty ? null : <VerificationSection />}
      <PrepareDialog opened={preparing} periods={missing} onClose={() => setPreparing(false)} />
    </Page>
  );
}
