import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { FormError, HrefLink, TextField } from '../../ui';
import { useForgottenPassword } from './api';
import { emailFault, showFieldErrors } from './field-faults';
import classes from './identity.module.css';
import { PublicPage } from './public-page';

const text = identityText.forgotten;

function BackToSignIn() {
  return (
    <HrefLink href="/connexion" className={classes.aside}>
      {text.back}
    </HrefLink>
  );
}

/** Mot de passe oublié. The answer is the same whether or not the address is known. */
export function ForgottenPage() {
  const ask = useForgottenPassword();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const form = useForm({ initialValues: { email: '' }, validate: { email: emailFault } });
  const submit = form.onSubmit(async ({ email }) => {
    setError(null);
    try {
      await ask.mutateAsync({ email: email.trim() });
      setSentTo(email.trim());
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  if (sentTo !== null) {
    return (
      <PublicPage title={text.sentTitle}>
        <p role="status">{text.sent(sentTo)}</p>
        <p className={classes.soft}>{text.sentHint}</p>
        <Button variant="default" onClick={() => setSentTo(null)}>
          {text.again}
        </Button>
        <BackToSignIn />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={text.title}>
      <p>{text.lead}</p>
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextField required type="email" label={identityText.fields.email} autoComplete="username" inputMode="email" autoFocus maxLength={254} {...form.getInputProps('email')} />
        {error ? <FormError>{error}</FormError> : null}
        <Button type="submit" size="md" loading={ask.isPending}>
          {text.submit}
        </Button>
      </form>
      <BackToSignIn />
    </PublicPage>
  );
}
