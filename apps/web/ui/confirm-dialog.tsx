import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { errorSentence } from '../lib/api-error';
import { uiText } from '../messages/ui';
import { FormError } from './form-error';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen, and what cannot be undone. */
  children: ReactNode;
  /** The verb of the act: « Supprimer l’action ». */
  confirmLabel: string;
  destructive?: boolean;
  /** Nothing can be confirmed now: the dialog says why. */
  blocked?: boolean;
  /** The dialog stays open and shows the error when it fails. */
  onConfirm: () => Promise<unknown> | void;
  onCancel: () => void;
}

/** Asks before an act that matters. The safe choice has the focus. */
export function ConfirmDialog({ opened, title, children, confirmLabel, destructive, blocked, onConfirm, onCancel }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const close = (): void => {
    setError(null);
    onCancel();
  };
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onCancel();
    } catch (failure) {
      setError(errorSentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened={opened} onClose={close} title={title} closeOnEscape={!busy} closeOnClickOutside={!busy}>
      <div>{children}</div>
      {error ? <FormError>{error}</FormError> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} disabled={busy} data-autofocus>
          {uiText.cancel}
        </Button>
        <Button color={destructive ? 'red' : undefined} onClick={() => void confirm()} loading={busy} disabled={blocked}>
          {confirmLabel}
        </Button>
      </Group>
    </Dialog>
  );
}
