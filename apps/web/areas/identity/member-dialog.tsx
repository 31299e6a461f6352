import { useForm } from '@mantine/form';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { Dialog, FormEnd, useToast } from '../../ui';
import { type Member, useChangeMember } from './api';
import { showFieldErrors } from './field-faults';
import classes from './identity.module.css';
import { organisationFault, PlaceFields, placeOf, type PlaceValues } from './place-fields';

const text = identityText.access;

/** What a member may do. When someone else changed it meanwhile, the page behind shows the present state. */
export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const change = useChangeMember();
  const toast = useToast();
  const [error, setError] = useState<string | null>(null);
  const form = useForm<PlaceValues>({
    initialValues: { role: member.role, organisation: member.organisation ?? '' },
    validate: { organisation: organisationFault },
  });
  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      await change.mutateAsync({ personId: member.personId, revision: member.revision, ...placeOf(values) });
      toast.done(text.changed(member.name));
      onClose();
    } catch (failure) {
      if (!showFieldErrors(form, failure)) setError(errorSentence(failure));
    }
  });
  return (
    <Dialog onClose={onClose} title={text.changeOf(member.name)}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <PlaceFields form={form} />
        <FormEnd error={error} busy={change.isPending} close onCancel={onClose} />
      </form>
    </Dialog>
  );
}
