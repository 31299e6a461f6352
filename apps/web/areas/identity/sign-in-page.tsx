import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { homeHref, safeReturn } from '../../app/return-address';
import { sessionQuery, useSessionEnded } from '../../app/session';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { shellText } from '../../messages/shell';
import { FormError, HrefLink, PasswordField, TextField } from '../../ui';
import { useSignIn } from './api';
import { CommunityChoice } from './community-choice';
import { emailFault, missing, showFieldErrors } from './field-faults';
import classes from './identity.module.css';
import { PublicPage } from './public-page';

const text = identityText.signIn;

/** Connexion; then, for someone of several communities, the choice of one. */
export function SignInPage() {
  const { retour } = useSearch({ strict: false }) as { retour?: string };
  const { data: session } = useQuery(sessionQuery);
  const router = useRouter();
  const enter = async (): Promise<void> => {
    await router.navigate({ href: safeReturn(retour) ?? homeHref, replace: true });
    await router.invalidate();
  };
  return session ? <CommunityChoice session={session} onEntered={enter} /> : <SignInForm onEntered={enter} interrupted={retour !== undefined} />;
}

function SignInForm({ onEntered, interrupted }: { onEntered: () => Promise<void>; interrupted: boolean }) {
  const ended = useSessionEnded();
  const signIn = useSignIn();
  const [error, setError] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: emailFault, password: missing },
  });
  const submit = form.onSubmit(async ({ email, password }) => {
    setError(null);
    try {
      const session = await signIn.mutateAsync({ email: email.trim(), password });
      if (session.community) await onEntered();
    } catch (failure) {
      form.setFieldValue('password', '');
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  return (
    <PublicPage title={text.title}>
      {ended && interrupted ? (
        <p role="status" className={classes.notice}>
          {shellText.errors.sessionOver}
        </p>
      ) : null}
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextField required type="email" label={identityText.fields.email} autoComplete="username" inputMode="email" autoFocus maxLength={254} {...form.getInputProps('email')} />
        <PasswordField required label={identityText.fields.password} autoComplete="current-password" {...form.getInputProps('password')} />
        {error ? <FormError>{error}</FormError> : null}
        <Button type="submit" size="md" loading={signIn.isPending}>
          {text.submit}
        </Button>
      </form>
      <div>
        <HrefLink href="/mot-de-passe-oublie" className={classes.aside}>
          {text.forgotten}
        </HrefLink>
        <p className={classes.soft}>{text.noAccount}</p>
      </div>
    </PublicPage>
  );
}
