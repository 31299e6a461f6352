import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { errorSentence } from '../../../lib/api-error';
import { formatNumber } from '../../../lib/format';
import { importJobs } from '../../../lib/job-api';
import { useJobProgress } from '../../../lib/job-progress';
import { importsText as text } from '../../../messages/imports';
import { ConfirmDialog, Facts, FormError, JobProgressBar, LongTextField, Message, Page, Section, StatusBadge, useToast } from '../../../ui';
import { importQuery, useImportActs, useImportMoved, type ValueImport } from './import-api';
import { ImportIssues } from './import-issues';
import { ImportMapping } from './import-mapping';
import { importState, toWrite } from './import-words';
import classes from './import.module.css';

/** Why nothing is to be written: there is no line, all of it is there already, or some of it cannot be taken. */
function nothingLead({ counts }: ValueImport): string {
  if (counts?.lines === 0) return text.noLineLead;
  return counts && counts.same > 0 && counts.refused + counts.settled === 0 ? text.nothingLead : text.nothingTakenLead;
}

function leadOf(page: ValueImport): string {
  if (page.status === 'ready') return toWrite(page) > 0 ? text.readyLead(toWrite(page)) : nothingLead(page);
  if (page.status === 'to-map') return text.mapLead;
  if (page.status === 'done') return text.doneLead(toWrite(page));
  return page.status === 'cancelled' ? text.cancelledLead : '';
}

function Progress({ page }: { page: ValueImport }) {
  const moved = useImportMoved();
  const { run } = useJobProgress(page.busy ? page.id : null, () => void moved(), importJobs);
  const shown = run ?? (page.run ? { ...page.run, job: '', subject: page.id } : null);
  if (!page.busy || !shown) return null;
  return <JobProgressBar title={page.status === 'writing' ? text.writing(page.fileName) : text.checking(page.fileName)} run={shown} />;
}

/** Why it stopped, and what to do. */
function Outcome({ page }: { page: ValueImport }) {
  const { map } = useImportActs(page.id);
  const [error, setError] = useState<string | null>(null);
  const other = { label: text.other, href: '/indicateurs/importer' };
  const again = (): void => {
    setError(null);
    map.mutateAsync({ revision: page.revision, uses: page.uses }).catch((failure: unknown) => setError(errorSentence(failure)));
  };
  if (page.status === 'refused') {
    return (
      <Message tone="late" title={text.refused} action={other}>
        <p>{page.failure}</p>
      </Message>
    );
  }
  if (page.status === 'failed') {
    return (
      <Message tone="late" title={text.failed} {...(page.columns.length > 0 && page.mappingFaults.length === 0 ? { action: { label: text.again, onClick: again }, secondary: other } : { action: other })}>
        <p>{page.failure}</p>
        {error ? <FormError>{error}</FormError> : null}
      </Message>
    );
  }
  if (page.failure === null) return null;
  return (
    <p className={classes.notice} role="alert">
      {page.failure}
    </p>
  );
}

function Counts({ page: { counts } }: { page: ValueImport }) {
  if (!counts) return null;
  const always = ['lines', 'created', 'changed', 'same', 'refused'] as const;
  const sometimes = (['settled', 'warned', 'empty'] as const).filter((name) => counts[name] > 0);
  return (
    <Section title={text.counts}>
      <Facts items={[...always, ...sometimes].map((name) => ({ label: text.count[name], value: formatNumber(counts[name]) }))} />
    </Section>
  );
}

/** An import: its progress, its columns, its errors, what it would change, its result. */
export function ImportPage() {
  const { importId = '' } = useParams({ strict: false });
  const { communityId } = useSession();
  const { data: page } = useSuspenseQuery(importQuery(communityId, importId));
  const acts = useImportActs(importId);
  const toast = useToast();
  const [asking, setAsking] = useState<'confirm' | 'cancel' | null>(null);
  const [comment, setComment] = useState('');
  const { status, counts } = page;
  const count = toWrite(page);
  const open = status === 'ready' || status === 'to-map';
  const warned = counts?.warned ?? 0;

  return (
    <Page
      title={text.name(page.fileName)}
      breadcrumbs={[{ label: text.indicators, href: '/indicateurs' }, { label: text.title, href: '/indicateurs/importer' }]}
      lead={
        <span className={classes.lead}>
          <StatusBadge {...importState(page)} /> <span>{leadOf(page)}</span>
        </span>
      }
      action={
        status === 'ready' && count > 0
          ? { label: text.confirm(count), onClick: () => setAsking('confirm') }
          : status === 'ready' || status === 'done' || status === 'cancelled'
            ? { label: text.other, href: '/indicateurs/importer' }
            : undefined
      }
      tools={
        open || page.busy || status === 'failed' ? (
          <Button variant="default" onClick={() => setAsking('cancel')}>
            {text.cancel}
          </Button>
        ) : null
      }
    >
      <Progress page={page} />
      <Outcome page={page} />
      {status === 'ready' || status === 'done' ? <Counts page={page} /> : null}
      {status === 'to-map' ? <ImportMapping key={page.revision} page={page} /> : null}
      {(status === 'ready' || status === 'done') && counts?.lines !== 0 ? <ImportIssues page={page} /> : null}
      {status === 'ready' ? <ImportMapping key={page.revision} page={page} /> : null}
      <ConfirmDialog
        opened={asking === 'confirm'}
        title={text.confirmTitle(count)}
        confirmLabel={text.confirm(count)}
        blocked={warned > 0 && comment.trim() === ''}
        onCancel={() => setAsking(null)}
        onConfirm={async () => {
          await acts.confirm.mutateAsync({ revision: page.revision, comment: comment.trim() === '' ? null : comment });
          toast.done(text.confirmed);
        }}
      >
        <div className={classes.stack}>
          <p className={classes.plain}>{text.confirmWhat(counts?.created ?? 0, counts?.changed ?? 0, counts?.refused ?? 0)}</p>
          {warned > 0 ? <LongTextField required label={text.comment} hint={text.commentHint} value={comment} onChange={setComment} /> : null}
        </div>
      </ConfirmDialog>
      <ConfirmDialog
        destructive
        opened={asking === 'cancel'}
        title={text.cancelTitle}
        confirmLabel={text.cancel}
        onCancel={() => setAsking(null)}
        onConfirm={async () => {
          await acts.cancel.mutateAsync();
          toast.done(text.cancelled);
        }}
      >
        <p className={classes.plain}>{text.cancelWhat}</p>
      </ConfirmDialog>
    </Page>
  );
}
