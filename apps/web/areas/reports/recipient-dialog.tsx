import { useForm } from '@mantine/form';
import { type RecipientKind, recipientKinds } from '@maillage/domain/reports';
import { useId, useState } from 'react';
import { useSending } from '../../lib/sending';
import { reportsText } from '../../messages/reports';
import { ChoiceField, ConflictDialog, Dialog, FormEnd, TextField, useToast } from '../../ui';
import { type Recipient, type RecipientInput, useSaveRecipient } from './api';
import classes from './reports.module.css';

const text = reportsText.recipients;

interface RecipientFormProps {
  /** The one to change; null for a new one. */
  known: Recipient | null;
  /** Institutions of the readers, proposed as names. */
  organisations: readonly string[];
  onClose: () => void;
}

function RecipientForm({ known, organisations, onClose }: RecipientFormProps) {
  const toast = useToast();
  const save = useSaveRecipient();
  const list = useId();
  // What was on screen when the dialog opened: the page may be read again behind it.
  const [seen] = useState(known?.revision ?? 0);
  const sending = useSending<Record<keyof RecipientInput, string>>();
  const { conflict } = sending;
  const form = useForm<RecipientInput>({ initialValues: { kind: known?.kind ?? 'ars', name: known?.name ?? '', email: known?.email ?? '' } });

  const send = async (values: RecipientInput, revision: number): Promise<void> => {
    await save.mutateAsync({ ...values, known: known && { id: known.id, revision } });
    toast.done(text.saved);
    onClose();
  };
  const submit = form.onSubmit((values) => sending.send(() => send(values, seen), (failure) => form.setErrors({ ...failure.fieldErrors, ...(failure.code.startsWith('recipient-') ? { email: failure.message } : {}) })));

  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <ChoiceField<RecipientKind>
          required
          inline
          label={text.kind}
          choices={recipientKinds.map((value) => ({ value, label: text.kinds[value] }))}
          {...form.getInputProps('kind')}
        />
        <TextField required label={text.name} hint={text.nameHint} maxLength={160} autoComplete="organization" list={list} {...form.getInputProps('name')} />
        <datalist id={list}>
          {organisations.map((organisation) => (
            <option key={organisation} value={organisation} />
          ))}
        </datalist>
        <TextField required type="email" label={text.email} hint={text.emailHint} maxLength={254} autoComplete="off" {...form.getInputProps('email')} />
      </div>
      <FormEnd error={sending.error} busy={save.isPending} onCancel={onClose} />
      <ConflictDialog
        conflict={conflict}
        fields={(['name', 'email'] as const).map((field) => ({ label: text[field], mine: form.values[field], theirs: conflict?.current[field] ?? '' }))}
        onKeepMine={() => send(form.values, conflict?.revision ?? seen)}
        onTakeTheirs={onClose}
        onLater={sending.later}
      />
    </form>
  );
}

/** Asks for a recipient: a new one, or the changes of one. */
export function RecipientDialog({ edited, ...rest }: { edited: Recipient | 'new' | null; organisations: readonly string[]; onClose: () => void }) {
  const known = edited === 'new' ? null : edited;
  return (
    <Dialog
      opened={edited !== null}
      onClose={rest.onClose}
      title={known ? text.edit(known.name) : text.add}
      size="lg"
    >
      {edited === null ? null : <RecipientForm key={known?.id ?? 'new'} known={known} {...rest} />}
    </Dialog>
  );
}
