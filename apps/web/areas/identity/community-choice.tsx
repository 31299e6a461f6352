import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { communityName } from '../../app/session';
import { useSessionActions } from '../../app/session-actions';
import { errorSentence } from '../../lib/api-error';
import type { Session } from '../../lib/session-types';
import { identityText } from '../../messages/identity';
import { shellText } from '../../messages/shell';
import { FormError } from '../../ui';
import { useChooseCommunity } from './api';
import classes from './identity.module.css';
import { PublicPage } from './public-page';

const text = identityText.choice;

/** The communities of a person who has not said in which one they work. */
export function CommunityChoice({ session, onEntered }: { session: Session; onEntered: () => Promise<void> }) {
  const choose = useChooseCommunity();
  const { leave } = useSessionActions();
  const [error, setError] = useState<string | null>(null);
  const { person, communities } = session;
  const enter = async (communityId: string): Promise<void> => {
    setError(null);
    try {
      await choose.mutateAsync(communityId);
      await onEntered();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  return (
    <PublicPage title={communities.length > 0 ? text.title : text.none}>
      <p>{communities.length > 0 ? text.lead(person.givenName) : text.noneWhat}</p>
      {error ? <FormError>{error}</FormError> : null}
      <ul className={classes.choices}>
        {communities.map((community) => (
          <li key={community.id}>
            <UnstyledButton className={classes.choice} disabled={choose.isPending} onClick={() => void enter(community.id)}>
              <strong>{communityName(community)}</strong>
              <span className={classes.soft}>{[shellText.roles[community.role], community.organisation].filter(Boolean).join(' · ')}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => leave()}>
        {text.signOut}
      </Button>
    </PublicPage>
  );
}
