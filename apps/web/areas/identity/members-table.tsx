import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { formatWhen } from '../../lib/format';
import { identityText } from '../../messages/identity';
import { shellText } from '../../messages/shell';
import { type Column, ConfirmDialog, DataTable, useToast } from '../../ui';
import { type Member, useRemoveMember } from './api';
import classes from './identity.module.css';
import { MemberDialog } from './member-dialog';

const text = identityText.access;

/** The people who may enter the community. */
export function MembersTable({ members }: { members: readonly Member[] }) {
  const { person, timeZone } = useSession();
  const remove = useRemoveMember();
  const toast = useToast();
  const [changing, setChanging] = useState<Member | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const now = new Date();
  const columns: Column<Member>[] = [
    {
      key: 'nom',
      label: text.name,
      value: ({ name }) => name,
      render: ({ name, email, personId }) => (
        <span className={classes.stack}>
          {personId === person.id ? `${name} (${text.you})` : name}
          <span className={classes.soft}>{email}</span>
        </span>
      ),
    },
    { key: 'role', label: text.role, value: ({ role }) => shellText.roles[role], filter: true, filterAll: text.allRoles, card: 'main' },
    { key: 'organisme', label: text.organisation, value: ({ organisation }) => organisation, hidden: !members.some(({ organisation }) => organisation) },
    { key: 'adresse', label: text.email, value: ({ email }) => email, hidden: true, card: 'none' },
    {
      key: 'venue',
      label: text.lastUsed,
      value: ({ lastUsedAt }) => lastUsedAt,
      render: ({ lastUsedAt }) => (lastUsedAt ? formatWhen(new Date(lastUsedAt), now, timeZone) : text.never),
    },
    {
      key: 'actions',
      label: text.actions,
      value: () => null,
      unsorted: true,
      render: (member) => (
        <div className={classes.acts}>
          <Button variant="default" size="sm" aria-label={text.changeOf(member.name)} onClick={() => setChanging(member)}>
            {text.change}
          </Button>
          <Button variant="subtle" color="red" size="sm" aria-label={text.removeOf(member.name)} onClick={() => setRemoving(member)}>
            {text.remove}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      <DataTable id="acces" caption={text.membersTable} columns={columns} rows={members} rowKey={({ personId }) => personId} empty={null} simple={members.length < 8} />
      {changing ? <MemberDialog key={changing.personId} member={changing} onClose={() => setChanging(null)} /> : null}
      <ConfirmDialog
        opened={removing !== null}
        title={text.removeAsk(removing?.name ?? '')}
        confirmLabel={text.removeDo}
        destructive
        onCancel={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing.personId);
          toast.done(text.removed(removing.name));
        }}
      >
        {text.removeWhat}
      </ConfirmDialog>
    </>
  );
}
