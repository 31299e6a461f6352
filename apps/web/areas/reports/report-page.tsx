import { Button } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useCan, useSession } from '../../app/session';
import { useJobProgress } from '../../lib/job-progress';
import { reportsText } from '../../messages/reports';
import { JobProgressBar, Page, StatusBadge } from '../../ui';
import { ActDialogs } from './act-dialogs';
import { documentHref, type Report, type ReportOffer, reportQuery, useReportsChanged } from './api';
import { DeliveriesSection } from './deliveries-section';
import { DocumentsSection } from './documents-section';
import { FiguresSection } from './figures-section';
import { DifferencesSection, LateSection, LinesSection } from './lines-section';
import classes from './reports.module.css';
import { SealSection } from './seal-section';
import { reportTone } from './tones';

const text = reportsText.page;

/** What is done first in each state; the rest stands beside, quieter. */
const firstActs: readonly ReportOffer[] = ['approve', 'send', 'prepare-again', 'correct'];

function nextSentence({ status, offers, content, uncertain }: Report): string {
  if (status === 'awaiting-approval' && !offers.includes('approve')) return text.next['awaiting-other'];
  if (status === 'approved' && !offers.includes('send')) return text.next['approved-other'];
  if (status === 'failed' && content === null) return text.next['failed-preparing'];
  if (status === 'partly-sent' && uncertain > 0) return text.next['partly-doubt'](uncertain);
  return text.next[status];
}

/** How the job at work stands; when a try waits for its hour, the sending says so itself. */
function Progress({ report }: { report: Report }) {
  const changed = useReportsChanged();
  const client = useQueryClient();
  const { communityId } = useSession();
  const working = report.status === 'preparing' || report.status === 'sending';
  const { run } = useJobProgress(working ? report.id : null, () => void changed());
  // Each move of a sending is a line of the ledger: the page reads it again as it comes.
  const step = run === null ? null : `${run.id} ${run.state} ${run.label ?? ''}`;
  const told = useRef(step);
  useEffect(() => {
    if (step === null || told.current === step) return;
    told.current = step;
    void client.invalidateQueries({ queryKey: reportQuery(communityId, report.id).queryKey });
  }, [client, communityId, report.id, step]);
  const waits = report.deliveries.some(({ retryAt }) => retryAt !== null) && run?.state === 'waiting';
  if (!working || !run || waits) return null;
  return <JobProgressBar title={report.status === 'preparing' ? text.preparing(report.periodLabel) : text.sendingJob(report.periodLabel)} run={run} />;
}

function Warnings({ report }: { report: Report }) {
  const lines = report.content?.lines ?? [];
  const told = text.notValidated(lines.filter(({ status }) => status === 'draft').length, lines.filter(({ status }) => status === 'missing').length);
  if (report.status !== 'awaiting-approval' || told === '') return null;
  return (
    <p className={classes.warning}>
      <strong>{told}.</strong> {text.notValidatedWhat}
    </p>
  );
}

/** A report: its state, its figures, its documents, its sendings. */
export function ReportPage() {
  const { reportId } = useParams({ strict: false });
  const { communityId } = useSession();
  const can = useCan();
  const { data: report } = useSuspenseQuery(reportQuery(communityId, reportId ?? ''));
  const [asking, setAsking] = useState<ReportOffer | null>(null);
  const { content, offers } = report;
  const first = firstActs.find((act) => offers.includes(act));
  const label = (act: ReportOffer): string => (act === 'send' && report.status !== 'approved' ? reportsText.acts.sendAgain : reportsText.acts[act]);
  return (
    <Page
      title={text.title(report.periodLabel)}
      breadcrumbs={[{ label: reportsText.list.title, href: '/rapports' }]}
      lead={
        <span className={classes.lead}>
          <StatusBadge tone={reportTone[report.status]} label={report.statusLabel} /> <strong>{report.title}</strong> <span>{nextSentence(report)}</span>
        </span>
      }
      action={first ? { label: label(first), onClick: () => setAsking(first) } : undefined}
      tools={offers
        .filter((act) => act !== first)
        .map((act) => (
          <Button key={act} variant="default" onClick={() => setAsking(act)}>
            {label(act)}
          </Button>
        ))}
    >
      <div className={classes.page}>
        <Progress report={report} />
        {report.failure ? (
          <p className={classes.failure} role="alert">
            <strong>{text.failure}</strong> {report.failure}
          </p>
        ) : null}
        <Warnings report={report} />
        <DocumentsSection documents={report.documents} hrefOf={(format) => documentHref(report.id, format)} frozenLabel={content?.frozenLabel ?? null} lockSentence={content?.lockSentence ?? null} />
        {content ? <FiguresSection content={content} /> : null}
        {report.differences ? <DifferencesSection differences={report.differences} /> : null}
        <DeliveriesSection report={report} mayConfirm={can('reports.send')} maySee={can('publications.read')} />
        {content ? <LinesSection content={content} linked={can('indicators.read')} /> : null}
        {content ? <LateSection content={content} /> : null}
        <SealSection report={report} />
      </div>
      <ActDialogs report={report} asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}
