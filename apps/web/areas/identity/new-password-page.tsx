import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { homeHref } from '../../app/return-address';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { FormError } from '../../ui';
import { useResetPassword } from './api';
import { showFieldErrors } from './field-faults';
import classes from './identity.module.css';
import { LinkGate } from './link-gate';
import { NewPasswordField, newPasswordFault } from './new-password-field';
import { PublicPage } from './public-page';

const text = identityText.reset;

/** Nouveau mot de passe, from the link of the e-mail. */
export function NewPasswordPage() {
  return (
    <LinkGate kind="password-reset" otherwise={{ label: text.again, href: '/mot-de-passe-oublie' }}>
      {(link, token) => <NewPasswordForm email={link.email} token={token} />}
    </LinkGate>
  );
}

function NewPasswordForm({ email, token }: { email: string; token: string }) {
  const reset = useResetPassword();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const form = useForm({ initialValues: { password: '' }, validate: { password: (value) => newPasswordFault(value, { email }) } });
  const submit = form.onSubmit(async ({ password }) => {
    setError(null);
    try {
      await reset.mutateAsync({ token, password });
      await router.navigate({ href: homeHref, replace: true });
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  return (
    <PublicPage title={text.title}>
      <p>{text.lead(email)}</p>
      <form onSubmit={submit} noValidate className={classes.form}>
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordField label={identityText.fields.newPassword} owner={{ email }} autoFocus {...form.getInputProps('password')} />
        {error ? <FormError>{error}</FormError> : null}
        <Button type="submit" size="md" loading={reset.isPending}>
          {text.submit}
        </Button>
      </form>
    </PublicPage>
  );
}
