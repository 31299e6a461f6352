import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { uiText } from '../messages/ui';
import { FormError } from './form-error';

interface FormEndProps {
  /** Why the form was refused as a whole. */
  error: string | null;
  busy?: boolean;
  /** Nothing can be sent now. */
  disabled?: boolean;
  /** « Enregistrer » unless told. */
  submitLabel?: string;
  /** In a form whose fields keep their own distance. */
  close?: boolean;
  /** Between the refusal and the buttons: the note of a draft. */
  note?: ReactNode;
  /** Another act, before « Annuler ». */
  children?: ReactNode;
  onCancel: () => void;
}

/** The end of a form in a dialog: its refusal, « Annuler » and the button that sends it. */
export function FormEnd({ error, busy, disabled, submitLabel = uiText.save, close, note, children, onCancel }: FormEndProps) {
  return (
    <>
      {error ? <FormError>{error}</FormError> : null}
      {note}
      <Group justify="flex-end" mt={close ? undefined : 'lg'}>
        {children}
        <Button variant="default" onClick={onCancel} disabled={busy}>
          {uiText.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={disabled}>
          {submitLabel}
        </Button>
      </Group>
    </>
  );
}
