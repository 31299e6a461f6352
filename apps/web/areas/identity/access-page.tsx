import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { SettingsPage } from '../../app/settings-page';
import { identityText } from '../../messages/identity';
import { Section } from '../../ui';
import { IconPlus } from '../../ui/icons';
import { accessQuery } from './api';
import classes from './identity.module.css';
import { InvitationsTable } from './invitations-table';
import { InviteDialog } from './invite-dialog';
import { MembersTable } from './members-table';

const text = identityText.access;

/** Réglages › Accès. */
export function AccessPage() {
  const { communityId } = useSession();
  const { data } = useSuspenseQuery(accessQuery(communityId));
  const [inviting, setInviting] = useState(false);
  return (
    <SettingsPage title={text.title} lead={text.lead} action={{ label: text.invite, icon: <IconPlus size={18} aria-hidden="true" />, onClick: () => setInviting(true) }}>
      <div className={classes.page}>
        <Section title={text.members} hint={text.membersCount(data.members.length)} bare>
          <MembersTable members={data.members} />
        </Section>
        <Section title={text.invitations} hint={text.invitationsHint} bare>
          <InvitationsTable invitations={data.invitations} />
        </Section>
      </div>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </SettingsPage>
  );
}
