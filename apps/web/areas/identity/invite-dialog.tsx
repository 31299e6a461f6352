import { useForm } from '@mantine/form';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { Dialog, FormEnd, TextField, useToast } from '../../ui';
import { useInvite } from './api';
import { emailFault, showFieldErrors } from './field-faults';
import classes from './identity.module.css';
import { organisationFault, PlaceFields, placeOf, type PlaceValues } from './place-fields';

const text = identityText.access;

/** Whom to invite, as what. */
export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const invite = useInvite();
  const toast = useToast();
  const [error, setError] = useState<string | null>(null);
  const form = useForm<PlaceValues & { email: string }>({
    initialValues: { email: '', role: 'board', organisation: '' },
    validate: { email: emailFault, organisation: organisationFault },
  });
  const close = (): void => {
    form.reset();
    setError(null);
    onClose();
  };
  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      const email = values.email.trim();
      await invite.mutateAsync({ email, ...placeOf(values) });
      toast.done(text.invited(email));
      close();
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  return (
    <Dialog opened={opened} onClose={close} title={text.inviteTitle}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextField required type="email" label={text.email} inputMode="email" autoComplete="off" maxLength={254} {...form.getInputProps('email')} />
        <PlaceFields form={form} />
        <FormEnd error={error} busy={invite.isPending} submitLabel={text.inviteSubmit} close onCancel={close} />
      </form>
    </Dialog>
  );
}
