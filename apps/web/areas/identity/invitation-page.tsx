import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { homeHref } from '../../app/return-address';
import { communityName } from '../../app/session';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { shellText } from '../../messages/shell';
import { FormError, TextField } from '../../ui';
import { type LinkView, useAcceptInvitation } from './api';
import { missing, showFieldErrors } from './field-faults';
import classes from './identity.module.css';
import { LinkGate } from './link-gate';
import { NewPasswordField, newPasswordFault } from './new-password-field';
import { PublicPage } from './public-page';

const text = identityText.invitation;

/** Accepter l’invitation, from the link of the e-mail. */
export function InvitationPage() {
  return (
    <LinkGate kind="invitation" otherwise={{ label: text.toSignIn, href: '/connexion' }}>
      {(link, token) => (link.accountExists ? <ExistingAccount link={link} token={token} /> : <NewAccount link={link} token={token} />)}
    </LinkGate>
  );
}

const communityOf = ({ community }: LinkView): string => (community ? communityName(community) : shellText.product);

function WhoInvites({ link }: { link: LinkView }) {
  const role = shellText.roles[link.role ?? 'member'];
  return (
    <p>
      {link.invitedByName ? text.by(link.invitedByName, role) : text.byHost(role)} {link.organisation ? text.forWhom(link.organisation) : null}
    </p>
  );
}

function ExistingAccount({ link, token }: { link: LinkView; token: string }) {
  const accept = useAcceptInvitation();
  if (accept.isSuccess) {
    return (
      <PublicPage title={text.acceptedTitle}>
        <p role="status">{text.accepted(communityOf(link))}</p>
        <AfterAcceptance />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={text.title(communityOf(link))}>
      <WhoInvites link={link} />
      <p>{text.existing(link.email)}</p>
      {accept.error ? <FormError>{errorSentence(accept.error)}</FormError> : null}
      <Button size="md" loading={accept.isPending} onClick={() => accept.mutate({ token })}>
        {text.accept}
      </Button>
    </PublicPage>
  );
}

function AfterAcceptance() {
  const router = useRouter();
  return (
    <Button size="md" onClick={() => void router.navigate({ href: '/connexion' })}>
      {text.toSignIn}
    </Button>
  );
}

function NewAccount({ link, token }: { link: LinkView; token: string }) {
  const accept = useAcceptInvitation();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const form = useForm({
    initialValues: { givenName: '', familyName: '', password: '' },
    validate: {
      givenName: missing,
      familyName: missing,
      password: (value, { givenName, familyName }) => newPasswordFault(value, { email: link.email, givenName, familyName }),
    },
  });
  const { givenName, familyName } = form.values;
  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      await accept.mutateAsync({ token, ...values });
      await router.navigate({ href: homeHref, replace: true });
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  return (
    <PublicPage title={text.title(communityOf(link))}>
      <WhoInvites link={link} />
      <p>{text.account}</p>
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextField label={identityText.fields.email} type="email" required disabled value={link.email} autoComplete="username" name="username" />
        <TextField required label={identityText.fields.givenName} autoComplete="given-name" maxLength={80} autoFocus {...form.getInputProps('givenName')} />
        <TextField required label={identityText.fields.familyName} autoComplete="family-name" maxLength={80} {...form.getInputProps('familyName')} />
        <NewPasswordField label={identityText.fields.password} owner={{ email: link.email, givenName, familyName }} {...form.getInputProps('password')} />
        {error ? <FormError>{error}</FormError> : null}
        <Button type="submit" size="md" loading={accept.isPending}>
          {text.submit}
        </Button>
      </form>
    </PublicPage>
  );
}
