import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { SessionView } from '../../app/session';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { uiText } from '../../messages/ui';
import { FormError, TextField, useToast } from '../../ui';
import { useRename } from './api';
import { missing, showFieldErrors } from './field-faults';
import classes from './identity.module.css';

/** One's own name. */
export function NameForm({ person }: { person: SessionView['person'] }) {
  const rename = useRename();
  const toast = useToast();
  const [error, setError] = useState<string | null>(null);
  const form = useForm({
    initialValues: { givenName: person.givenName, familyName: person.familyName },
    validate: { givenName: missing, familyName: missing },
  });
  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      await rename.mutateAsync(values);
      form.resetDirty();
      toast.done(identityText.profile.nameSaved);
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  return (
    <form onSubmit={submit} noValidate className={`${classes.form} ${classes.fields}`}>
      <TextField required label={identityText.fields.givenName} autoComplete="given-name" maxLength={80} {...form.getInputProps('givenName')} />
      <TextField required label={identityText.fields.familyName} autoComplete="family-name" maxLength={80} {...form.getInputProps('familyName')} />
      {error ? <FormError>{error}</FormError> : null}
      <Group>
        <Button type="submit" variant="default" loading={rename.isPending}>
          {uiText.save}
        </Button>
      </Group>
    </form>
  );
}
