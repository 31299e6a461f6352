import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { measuresText } from '../../messages/measures';
import { uiText } from '../../messages/ui';
import { FormError, LongTextField, useToast } from '../../ui';
import { type Measure, useReopen } from './api';

const text = measuresText.value;
const shortest = 5;

/** Asks why a validated value is opened again. */
export function ReopenDialog({ measure, opened, onClose }: { measure: Measure; opened: boolean; onClose: () => void }) {
  const toast = useToast();
  const reopen = useReopen();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setError(null);
    if (reason.trim().length < shortest) return setFault(text.reasonShort);
    try {
      await reopen.mutateAsync({ measureId: measure.id, revision: measure.revision, reason });
      toast.done(text.reopened);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.reopenAsk}
      closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}
      closeOnClickOutside={false}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{text.reopenWhat}</p>
        <LongTextField
          required
          label={text.reason}
          hint={text.reasonHint}
          maxLength={400}
          value={reason}
          error={fault}
          onChange={(typed) => {
            setReason(typed);
            setFault(null);
          }}
        />
        {error ? <FormError>{error}</FormError> : null}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose} disabled={reopen.isPending}>
            {uiText.cancel}
          </Button>
          <Button type="submit" loading={reopen.isPending}>
            {text.reopen}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
