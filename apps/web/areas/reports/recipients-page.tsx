import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useSession } from '../../app/session';
import { SettingsPage } from '../../app/settings-page';
import { listInFrench } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { ConfirmDialog, EmptyState, Section, useToast } from '../../ui';
import { type Recipient, recipientsQuery, useRemoveRecipient } from './api';
import { RecipientDialog } from './recipient-dialog';
import classes from './reports.module.css';
import { ScheduleSection } from './schedule-section';

const text = reportsText.recipients;

function RecipientCard({ recipient, editable, onEdit, onRemove }: { recipient: Recipient; editable: boolean; onEdit: () => void; onRemove: () => void }) {
  const { kind, name, email, readers } = recipient;
  return (
    <li className={classes.recipient}>
      <div>
        <h3 className={classes.deliveryName}>
          {name} <span className={classes.soft}>{text.kinds[kind]}</span>
        </h3>
        <p className={classes.plain}>{email}</p>
        <p className={classes.soft}>{readers.length > 0 ? text.readers(listInFrench(readers)) : text.noReader}</p>
      </div>
      {editable ? (
        <div className={classes.buttons}>
          <Button variant="default" onClick={onEdit} aria-label={text.edit(name)}>
            {text.editShort}
          </Button>
          <Button variant="subtle" color="red" onClick={onRemove} aria-label={text.removeNamed(name)}>
            {text.remove}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** Réglages › Destinataires. */
export function RecipientsSettingsPage() {
  const { communityId } = useSession();
  const can = useCan();
  const toast = useToast();
  const { data: page } = useSuspenseQuery(recipientsQuery(communityId));
  const remove = useRemoveRecipient();
  const [edited, setEdited] = useState<Recipient | 'new' | null>(null);
  const [removing, setRemoving] = useState<Recipient | null>(null);
  const editable = can('reports.send');
  const add = editable ? { label: text.add, onClick: () => setEdited('new') } : undefined;
  return (
    <SettingsPage title={text.title} lead={text.lead} action={page.recipients.length > 0 ? add : undefined}>
      <div className={classes.page}>
        <Section title={text.section} hint={editable ? text.sectionHint : text.readOnly} bare={page.recipients.length === 0}>
          {page.recipients.length === 0 ? (
            <EmptyState title={text.empty} action={add}>
              {text.emptyWhat}
            </EmptyState>
          ) : (
            <ul className={classes.plainList}>
              {page.recipients.map((recipient) => (
                <RecipientCard key={recipient.id} recipient={recipient} editable={editable} onEdit={() => setEdited(recipient)} onRemove={() => setRemoving(recipient)} />
              ))}
            </ul>
          )}
        </Section>
        <ScheduleSection schedule={page.schedule} editable={can('reports.prepare')} />
      </div>
      <RecipientDialog edited={edited} organisations={page.organisations} onClose={() => setEdited(null)} />
      <ConfirmDialog
        opened={removing !== null}
        title={text.removeAsk(removing?.name ?? '')}
        confirmLabel={text.remove}
        destructive
        onCancel={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing.id);
          toast.done(text.removed);
        }}
      >
        <p className={classes.plain}>{text.removeWhat}</p>
      </ConfirmDialog>
    </SettingsPage>
  );
}
