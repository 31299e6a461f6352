import { Button, Group } from '@mantine/core';
import { useForm, type FormErrors, type UseFormReturnType } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { useDraft } from '../../lib/draft';
import { useSending } from '../../lib/sending';
import { uiText } from '../../messages/ui';
import { ConflictDialog, type ConflictField, DraftNote, FormError, useToast } from '../../ui';
import classes from './project.module.css';

/** What a draft on this device keeps: what was typed, and over which revision. */
interface Kept<V> {
  values: V;
  revision: number;
}

interface EditFormProps<V extends Record<string, unknown>, C> {
  /** Names what is edited, for the draft kept on this device. */
  draftKey: string;
  /** What the server holds, and its revision. */
  values: V;
  revision: number;
  validate: (values: V) => FormErrors;
  /** Sends the values over a revision; after a conflict, `current` is what the server holds now, other fields included. */
  send: (values: V, revision: number, current: C | null) => Promise<unknown>;
  /** The state of a conflict as values of this form. */
  theirs: (current: C) => V;
  /** Values in words, to be compared field by field. */
  words: (values: V) => { label: string; value: string }[];
  saved: string;
  submitLabel?: string;
  onClose: () => void;
  children: (form: UseFormReturnType<V>) => ReactNode;
}

/**
 * A form of one section: what is typed is kept on this device until it is sent, and when somebody else wrote meanwhile both
 * versions are shown. The revision is the one seen when typing began, even after a reload.
 */
export function EditForm<V extends Record<string, unknown>, C = V>(props: EditFormProps<V, C>) {
  const { draftKey, values: initial, validate, send, theirs, words, saved, submitLabel = uiText.save, onClose, children } = props;
  const toast = useToast();
  const draft = useDraft<Kept<V>>(draftKey);
  const [revision, setRevision] = useState(draft.restored?.values.revision ?? props.revision);
  const sending = useSending<C>();
  const { conflict } = sending;
  const form = useForm<V>({
    initialValues: draft.restored?.values.values ?? initial,
    validate,
    onValuesChange: (values) => draft.save({ values, revision }),
  });

  const close = (): void => {
    draft.clear();
    onClose();
  };
  const attempt = async (values: V, seen: number, current: C | null = null): Promise<void> => {
    await send(values, seen, current);
    toast.done(saved);
    close();
  };
  const submit = form.onSubmit((values) => sending.send(() => attempt(values, revision), (failure) => form.setErrors(failure.fieldErrors)));
  const startAgain = (values: V, seen: number): void => {
    form.setValues(values);
    setRevision(seen);
    draft.clear();
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {children(form)}
      {sending.error ? <FormError>{sending.error}</FormError> : null}
      <Group>
        <Button type="submit" loading={sending.busy}>
          {submitLabel}
        </Button>
        <Button variant="default" onClick={close} disabled={sending.busy}>
          {uiText.cancel}
        </Button>
        <DraftNote draft={draft} onDiscard={() => startAgain(initial, props.revision)} />
      </Group>
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? sideBySide(words(form.values), words(theirs(conflict.current))) : []}
        onKeepMine={() => attempt(form.values, conflict?.revision ?? revision, conflict?.current ?? null)}
        onTakeTheirs={() => {
          if (conflict) startAgain(theirs(conflict.current), conflict.revision);
          sending.later();
        }}
        onLater={sending.later}
      />
    </form>
  );
}

function sideBySide(mine: readonly { label: string; value: string }[], others: readonly { label: string; value: string }[]): ConflictField[] {
  return mine.map(({ label, value }, index) => ({ label, mine: value, theirs: others[index]?.value ?? '' }));
}

/** What a text field holds, as the server wants it. */
export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed);
