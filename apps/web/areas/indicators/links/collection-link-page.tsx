import { addMonths, localTime } from '@maillage/domain/kernel';
import { lastExpiry } from '@maillage/domain/indicators';
import { Button, Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { formatDay, formatInstant, todayIn } from '../../../lib/format';
import { collectionLinksText } from '../../../messages/collection-links';
import { ChoiceField, type Column, ConfirmDialog, DataTable, DayField, dayFault, Facts, HrefLink, Page, Section, StatusBadge, type StatusTone, useToast } from '../../../ui';
import { LinkAddress } from './collection-link-address';
import { type CollectionLink, collectionLinkQuery, contributionFileHref, type Contribution, useRenewCollectionLink, useRevokeCollectionLink } from './collection-links-api';
import { linkTones, periodsOf } from './collection-links-page';
import classes from './collection-links.module.css';
import { partsText, valueHref } from '../words';

const { page: shared, form, card: text } = collectionLinksText;
const tones: Readonly<Record<Contribution['status'], StatusTone>> = { received: 'on-track', accepted: 'attained', refused: 'late', replaced: 'none' };

function Renewal({ link, opened, onClose, onMade }: { link: CollectionLink; opened: boolean; onClose: () => void; onMade: (address: string | null) => void }) {
  const { timeZone } = useSession();
  const renew = useRenewCollectionLink(link.id);
  const toast = useToast();
  const today = todayIn(timeZone);
  const [expiresOn, setExpiresOn] = useState<string | null>(addMonths(today, 12));
  const [by, setBy] = useState<'address' | 'email'>('address');
  const limits = { min: today, max: lastExpiry(today) };
  return (
    <ConfirmDialog
      opened={opened}
      title={text.renewTitle}
      confirmLabel={text.renew}
      blocked={expiresOn === null || dayFault(expiresOn, limits) !== null}
      onCancel={onClose}
      onConfirm={async () => {
        const { address } = await renew.mutateAsync({ revision: link.revision, expiresOn: expiresOn ?? today, send: by === 'email' });
        onMade(address);
        toast.done(address || !link.email ? text.renewed : form.madeByEmail(link.email));
      }}
    >
      <div className={classes.form}>
        <p>{text.renewWhat}</p>
        <DayField required label={form.expires} hint={form.expiresHint} {...limits} value={expiresOn} onChange={setExpiresOn} />
        {link.email ? (
          <ChoiceField
            required
            label={form.send}
            choices={[
              { value: 'address', label: form.byAddress },
              { value: 'email', label: form.byEmail },
            ]}
            value={by}
            onChange={(chosen) => setBy(chosen ?? 'address')}
          />
        ) : null}
      </div>
    </ConfirmDialog>
  );
}

function Answers({ contributions }: { contributions: readonly Contribution[] }) {
  const { timeZone } = useSession();
  const columns: Column<Contribution>[] = [
    { key: 'when', label: text.when, value: ({ receivedAt }) => receivedAt, render: ({ receivedAt }) => formatInstant(new Date(receivedAt), timeZone) },
    { key: 'indicator', label: text.indicator, value: ({ indicator }) => indicator.name, render: ({ indicator, periodKey }) => <HrefLink href={valueHref(indicator.id, periodKey)} className="alone">{indicator.name}</HrefLink> },
    { key: 'period', label: text.period, value: ({ periodLabel }) => periodLabel },
    {
      key: 'value',
      label: text.value,
      value: ({ value }) => value,
      card: 'main',
      render: (one) => (
        <span className={classes.stack}>
          <strong>{one.text}</strong>
          <span className={classes.soft}>{[partsText(one), one.comment].filter(Boolean).join(' · ')}</span>
          <Files contribution={one} />
        </span>
      ),
    },
    {
      key: 'state',
      label: text.state,
      value: ({ status }) => text.states[status],
      card: 'main',
      render: ({ status, settledBy, reason }) => (
        <span className={classes.stack}>
          <StatusBadge tone={tones[status]} label={text.states[status]} plain />
          {settledBy || reason ? <span className={classes.soft}>{[settledBy ? text.by(settledBy) : null, reason].filter(Boolean).join(' · ')}</span> : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable id="reponses-du-lien" caption={text.answersTable} columns={columns} rows={contributions} rowKey={({ id }) => id} simple empty={<p className={classes.soft}>{text.noAnswer}</p>} />
  );
}

/** The files of an answer, to be downloaded. */
export function Files({ contribution: { id, files } }: { contribution: Pick<Contribution, 'id' | 'files'> }) {
  return files.length === 0 ? null : (
    <span className={classes.files}>
      {files.map((file) => (
        <a key={file.id} href={contributionFileHref(id, file.id)} download={file.name}>
          {file.name}
        </a>
      ))}
    </span>
  );
}

/** A collection link: what it asks, what came, how to renew or revoke it. */
export function CollectionLinkPage() {
  const { communityId, timeZone } = useSession();
  const { linkId } = useParams({ strict: false }) as { linkId: string };
  const { data } = useSuspenseQuery(collectionLinkQuery(communityId, linkId));
  const { link, contributions } = data;
  const revoke = useRevokeCollectionLink(link.id);
  const toast = useToast();
  const [asked, setAsked] = useState<'renew' | 'revoke' | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const at = (instant: string | null): string | null => (instant ? formatInstant(new Date(instant), timeZone) : null);
  return (
    <Page
      title={link.recipient}
      lead={<StatusBadge tone={linkTones[link.state]} label={shared.states[link.state]} />}
      breadcrumbs={[
        { label: shared.crumb, href: '/indicateurs' },
        { label: shared.title, href: '/indicateurs/liens' },
      ]}
      tools={
        link.state === 'revoked' ? null : (
          <Group>
            <Button variant="default" onClick={() => setAsked('renew')}>
              {text.renew}
            </Button>
            <Button variant="default" color="red" onClick={() => setAsked('revoke')}>
              {text.revoke}
            </Button>
          </Group>
        )
      }
    >
      {address ? <LinkAddress address={address} /> : null}
      <Facts
        items={[
          { label: text.indicators, value: link.indicators.map(({ code, name }) => `${code} ${name}`).join(', ') },
          { label: text.periods, value: periodsOf(link) },
          { label: text.expires, value: formatDay(link.expiresOn) },
          { label: text.previous, value: link.showPrevious ? text.yes : text.no },
          { label: text.lastUse, value: at(link.lastUsedAt) ?? shared.never },
          { label: text.email, value: link.email },
          { label: text.sent, value: link.sending ? shared.sending : at(link.sentAt) },
          { label: text.created, value: text.createdBy(link.createdBy ?? '', formatDay(localTime(new Date(link.createdAt), timeZone).day)) },
        ]}
      />
      <Section title={text.answers} bare>
        <Answers contributions={contributions} />
      </Section>
      <Renewal link={link} opened={asked === 'renew'} onClose={() => setAsked(null)} onMade={setAddress} />
      <ConfirmDialog
        opened={asked === 'revoke'}
        title={text.revokeTitle}
        confirmLabel={text.revoke}
        destructive
        onCancel={() => setAsked(null)}
        onConfirm={async () => {
          await revoke.mutateAsync(link.revision);
          setAddress(null);
          toast.done(text.revoked);
        }}
      >
        {text.revokeWhat}
      </ConfirmDialog>
    </Page>
  );
}
