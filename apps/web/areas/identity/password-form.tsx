import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { SessionView } from '../../app/session';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { FormError, PasswordField, useToast } from '../../ui';
import { useChangePassword } from './api';
import { missing, showFieldErrors } from './field-faults';
import classes from './identity.module.css';
import { NewPasswordField, newPasswordFault } from './new-password-field';

const text = identityText.profile;

/** One's own password: the present one, then the new one. */
export function PasswordForm({ person }: { person: SessionView['person'] }) {
  const change = useChangePassword();
  const toast = useToast();
  const [error, setError] = useState<string | null>(null);
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: { current: missing, next: (value) => newPasswordFault(value, person) },
  });
  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      await change.mutateAsync(values);
      form.reset();
      toast.done(text.passwordSaved);
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  return (
    <form onSubmit={submit} noValidate className={`${classes.form} ${classes.fields}`}>
      <input type="email" name="username" autoComplete="username" value={person.email} readOnly hidden />
      <PasswordField required label={identityText.fields.currentPassword} autoComplete="current-password" {...form.getInputProps('current')} />
      <NewPasswordField label={identityText.fields.newPassword} owner={person} {...form.getInputProps('next')} />
      {error ? <FormError>{error}</FormError> : null}
      <Group>
        <Button type="submit" variant="default" loading={change.isPending}>
          {text.passwordSubmit}
        </Button>
      </Group>
    </form>
  );
}
