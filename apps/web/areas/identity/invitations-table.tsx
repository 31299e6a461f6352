import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { formatInstant } from '../../lib/format';
import { identityText } from '../../messages/identity';
import { shellText } from '../../messages/shell';
import { type Column, ConfirmDialog, DataTable, StatusBadge, type StatusTone, useToast } from '../../ui';
import { type Invitation, useRevoke, useSendAgain } from './api';
import classes from './identity.module.css';

const text = identityText.access;

type Standing = keyof typeof text.mails;
const tones: Record<Standing, StatusTone> = { waiting: 'on-track', sent: 'attained', failed: 'late', expired: 'at-risk' };
const standing = ({ expired, mail }: Invitation): Standing => (expired ? 'expired' : mail);

function MailState({ invitation }: { invitation: Invitation }) {
  const state = standing(invitation);
  return (
    <span className={classes.stack}>
      <StatusBadge tone={tones[state]} label={text.mails[state]} plain />
      {state === 'failed' && invitation.mailError ? <span className={classes.soft}>{invitation.mailError}</span> : null}
    </span>
  );
}

/** The invitations that were not answered. */
export function InvitationsTable({ invitations }: { invitations: readonly Invitation[] }) {
  const { timeZone } = useSession();
  const sendAgain = useSendAgain();
  const revoke = useRevoke();
  const toast = useToast();
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const send = async ({ id, email }: Invitation): Promise<void> => {
    try {
      await sendAgain.mutateAsync(id);
      toast.done(text.sentAgain(email));
    } catch (failure) {
      toast.failed(failure);
    }
  };
  const columns: Column<Invitation>[] = [
    {
      key: 'adresse',
      label: text.email,
      value: ({ email }) => email,
      render: ({ email, invitedByName }) => (
        <span className={classes.stack}>
          {email}
          <span className={classes.soft}>{invitedByName ? text.sentBy(invitedByName) : text.byHost}</span>
        </span>
      ),
    },
    { key: 'role', label: text.role, value: ({ role, organisation }) => [shellText.roles[role], organisation].filter(Boolean).join(' · '), card: 'main' },
    { key: 'message', label: text.mail, value: (invitation) => text.mails[standing(invitation)], render: (invitation) => <MailState invitation={invitation} />, card: 'main' },
    { key: 'fin', label: text.validUntil, value: ({ expiresAt }) => expiresAt, render: ({ expiresAt }) => formatInstant(new Date(expiresAt), timeZone) },
    {
      key: 'actions',
      label: text.actions,
      value: () => null,
      unsorted: true,
      render: (invitation) => (
        <div className={classes.acts}>
          <Button
            variant="default"
            size="sm"
            aria-label={text.sendAgainOf(invitation.email)}
            loading={sendAgain.isPending && sendAgain.variables === invitation.id}
            onClick={() => void send(invitation)}
          >
            {text.sendAgain}
          </Button>
          <Button variant="subtle" color="red" size="sm" aria-label={text.revokeOf(invitation.email)} onClick={() => setRevoking(invitation)}>
            {text.revoke}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      <DataTable id="invitations" caption={text.invitationsTable} urlName="invitations" columns={columns} rows={invitations} rowKey={({ id }) => id} empty={<p className={classes.roleHint}>{text.noInvitation}</p>} simple />
      <ConfirmDialog
        opened={revoking !== null}
        title={text.revokeAsk(revoking?.email ?? '')}
        confirmLabel={text.revokeDo}
        destructive
        onCancel={() => setRevoking(null)}
        onConfirm={async () => {
          if (!revoking) return;
          await revoke.mutateAsync(revoking.id);
          toast.done(text.revoked(revoking.email));
        }}
      >
        {text.revokeWhat}
      </ConfirmDialog>
    </>
  );
}
