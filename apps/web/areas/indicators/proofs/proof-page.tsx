import { Button } from '@mantine/core';
import { localTime } from '@maillage/domain/kernel';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan, useSession } from '../../../app/session';
import { formatBytes, formatDay } from '../../../lib/format';
import { evidenceText as text } from '../../../messages/evidence';
import { indicatorsText } from '../../../messages/indicators';
import { ActionButton, ConfirmDialog, Facts, HrefLink, Message, Page, Section, StatusBadge, useToast } from '../../../ui';
import { IconDownload, IconLinkOff } from '../../../ui/icons';
import { evidenceHref, type ProofCard, proofQuery, useDetachEvidence, useWithdrawEvidence } from './evidence-api';
import { addedText, proofKindText } from './evidence-words';
import classes from './evidence.module.css';
import { valueHref } from '../words';

function Open({ card: { evidence, record } }: { card: ProofCard }) {
  if (evidence.removedAt !== null) return null;
  if (evidence.kind === 'file') {
    return (
      <Button component="a" href={evidenceHref(evidence.id)} download={evidence.name} leftSection={<IconDownload size={18} aria-hidden="true" />}>
        {text.download}
      </Button>
    );
  }
  if (evidence.url) {
    return (
      <Button component="a" href={evidence.url} target="_blank" rel="noopener noreferrer">
        {text.visit} <span className="only-read-aloud">{text.visitNew}</span>
      </Button>
    );
  }
  if (!record) return null;
  return record.kind === 'report' ? (
    <ActionButton label={text.seeReport} href={`/rapports/${record.id}`} />
  ) : (
    <ActionButton label={text.seeAction} href={`/projet/actions/${record.parentId ?? ''}`} />
  );
}

function Values({ card: { evidence, values } }: { card: ProofCard }) {
  const toast = useToast();
  const detach = useDetachEvidence();
  const [asking, setAsking] = useState<ProofCard['values'][number] | null>(null);
  const named = ({ indicatorName, periodLabel }: ProofCard['values'][number]): string => `${indicatorName}, ${periodLabel}`;
  if (values.length === 0) return <p className={classes.soft}>{text.noValue}</p>;
  return (
    <>
      <ul className={classes.choices}>
        {values.map((value) => (
          <li key={value.measureId} className={classes.choice}>
            <span className={classes.choiceName}>
              <span>
                <HrefLink href={valueHref(value.indicatorId, value.periodKey)} className="alone">
                  {value.indicatorName}
                </HrefLink>
                <span className={classes.under}>
                  {value.indicatorCode} · {value.periodLabel}
                </span>
              </span>
            </span>
            <StatusBadge tone={value.status === 'validated' || value.status === 'locked' ? 'attained' : 'on-track'} label={indicatorsText.statuses[value.status]} plain />
            {value.mayDetach ? (
              <Button variant="subtle" className="no-print" leftSection={<IconLinkOff size={18} aria-hidden="true" />} onClick={() => setAsking(value)}>
                {text.detach}
                <span className="only-read-aloud">{text.detachFrom(named(value))}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asking !== null}
        title={text.detachAsk}
        confirmLabel={text.detach}
        destructive
        onCancel={() => setAsking(null)}
        onConfirm={async () => {
          if (!asking) return;
          await detach.mutateAsync({ measureId: asking.measureId, evidenceId: evidence.id });
          toast.done(text.detached);
        }}
      >
        {asking ? text.detachWhat(named(asking)) : null}
      </ConfirmDialog>
    </>
  );
}

function Reports({ reports }: Pick<ProofCard, 'reports'>) {
  const can = useCan();
  if (reports.length === 0) return <p className={classes.soft}>{text.noReport}</p>;
  return (
    <ul className={classes.choices}>
      {reports.map(({ id, number, version, statusLabel, sent, sentOn }) => (
        <li key={id} className={classes.choice}>
          <span className={classes.choiceName}>
            {can('reports.read') ? <HrefLink href={`/rapports/${id}`}>{text.reportName(number, version)}</HrefLink> : text.reportName(number, version)}
          </span>
          <StatusBadge tone={sent ? 'attained' : 'none'} label={sentOn ? `${statusLabel} (${formatDay(sentOn)})` : statusLabel} plain />
        </li>
      ))}
    </ul>
  );
}

/** A proof: what it is, the values it serves, the reports that carry it. */
export function ProofPage() {
  const { communityId, timeZone } = useSession();
  const toast = useToast();
  const { evidenceId = '' } = useParams({ strict: false });
  const { data: card } = useSuspenseQuery(proofQuery(communityId, evidenceId));
  const withdraw = useWithdrawEvidence();
  const [asking, setAsking] = useState(false);
  const { evidence, record, reports, values, may } = card;
  const { removedAt, removedBy } = evidence;
  return (
    <Page
      title={evidence.name}
      lead={<p className={classes.soft}>{addedText(evidence, timeZone)}</p>}
      breadcrumbs={[
        { label: indicatorsText.title, href: '/indicateurs' },
        { label: text.title, href: '/indicateurs/preuves' },
      ]}
    >
      {removedAt ? (
        <Message tone="none" title={text.removedOn(formatDay(localTime(new Date(removedAt), timeZone).day))}>
          <p>{removedBy ? text.removedBy(removedBy) : text.removedWhat}</p>
        </Message>
      ) : (
        <div className={`${classes.acts} no-print`}>
          <Open card={card} />
          {may.withdraw ? <ActionButton variant="subtle" color="red" label={text.withdraw} onClick={() => setAsking(true)} /> : null}
        </div>
      )}
      <Section title={text.about} hint={reports.some(({ sent }) => sent) ? text.keptByReport : undefined}>
        <Facts
          items={[
            { label: text.kindLabel, value: proofKindText(evidence) },
            { label: text.size, value: evidence.size === null ? null : formatBytes(evidence.size) },
            { label: text.address, value: evidence.url ? <span className={classes.fingerprint}>{evidence.url}</span> : null },
            { label: text.fingerprint, value: evidence.kind === 'file' ? <span className={classes.fingerprint}>{evidence.hash}</span> : null },
          ]}
        />
        {evidence.kind === 'record' && record === null ? <p className={classes.soft}>{text.recordGone}</p> : null}
      </Section>
      <Section title={text.values}>
        <Values card={card} />
      </Section>
      <Section title={text.reports}>
        <Reports reports={reports} />
      </Section>
      <ConfirmDialog
        opened={asking}
        title={text.withdrawAsk}
        confirmLabel={text.withdraw}
        destructive
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await withdraw.mutateAsync(evidence.id);
          toast.done(text.withdrawn);
        }}
      >
        {text.withdrawWhat(values.length)}
      </ConfirmDialog>
    </Page>
  );
}
