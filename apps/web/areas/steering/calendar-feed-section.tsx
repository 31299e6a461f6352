import { Button, CopyButton, Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { browserZone, formatInstant } from '../../lib/format';
import { calendarText } from '../../messages/calendar';
import { ConfirmDialog, Section, StatusBadge, useToast } from '../../ui';
import { feedQuery, useCloseFeed, useOpenFeed } from './calendar-api';
import classes from './calendar.module.css';

const text = calendarText.feed;

/** The private address: opened, shown once, renewed, closed. */
export function CalendarFeedSection() {
  const { communityId } = useSession();
  const { data: feed } = useSuspenseQuery(feedQuery(communityId));
  const open = useOpenFeed();
  const close = useCloseFeed();
  const toast = useToast();
  const [address, setAddress] = useState<string | null>(null);
  const [asked, setAsked] = useState<'renew' | 'close' | null>(null);
  const isOpen = feed.createdAt !== null;

  const give = async (): Promise<void> => setAddress((await open.mutateAsync(feed.revision)).address);
  const first = async (): Promise<void> => {
    try {
      await give();
    } catch (failure) {
      toast.failed(failure);
    }
  };
  const shut = async (): Promise<void> => {
    await close.mutateAsync();
    setAddress(null);
    toast.done(text.closed);
  };

  return (
    <div className="no-print">
      <Section title={text.title} hint={text.hint}>
        <div className={classes.feed}>
          <p className={classes.plain}>{text.what}</p>
          {address ? (
            <div className={classes.address} role="status">
              <StatusBadge tone="at-risk" label={text.opened} />
              <code aria-label={text.address}>{address}</code>
              <CopyButton value={address}>
                {({ copied, copy }) => (
                  <Button variant="default" onClick={copy}>
                    {copied ? text.copied : text.copy}
                  </Button>
                )}
              </CopyButton>
            </div>
          ) : (
            <p className={classes.soft}>{feed.createdAt === null ? text.none : text.since(formatInstant(new Date(feed.createdAt), browserZone()))}</p>
          )}
          <Group>
            {isOpen ? (
              <>
                <Button variant="default" onClick={() => setAsked('renew')}>
                  {text.renew}
                </Button>
                <Button variant="default" onClick={() => setAsked('close')}>
                  {text.close}
                </Button>
              </>
            ) : (
              <Button variant="default" loading={open.isPending} onClick={() => void first()}>
                {text.open}
              </Button>
            )}
          </Group>
        </div>
      </Section>
      <ConfirmDialog opened={asked === 'renew'} title={text.renewAsk} confirmLabel={text.renew} onConfirm={give} onCancel={() => setAsked(null)}>
        {text.renewWhat}
      </ConfirmDialog>
      <ConfirmDialog opened={asked === 'close'} title={text.closeAsk} confirmLabel={text.close} destructive onConfirm={shut} onCancel={() => setAsked(null)}>
        {text.closeWhat}
      </ConfirmDialog>
    </div>
  );
}
