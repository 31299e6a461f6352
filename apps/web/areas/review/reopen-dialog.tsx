import { Button, Group, Modal } from '@mantine/core';
import { shortestReason } from '@maillage/domain/review';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { useDraft } from '../../lib/draft';
import { reviewText } from '../../messages/review';
import { uiText } from '../../messages/ui';
import { FormError, LongTextField, useToast } from '../../ui';
import { type OpenRoom, useReviewLife } from './api';

const text = reviewText.reopening;

/** Asks why a closed review is opened again. */
export function ReopenDialog({ room, onClose }: { room: OpenRoom; onClose: () => void }) {
  const toast = useToast();
  const { reopen } = useReviewLife(room.year);
  const draft = useDraft<string>(`review-reopening:${room.year}`);
  const [reason, setReason] = useState(draft.restored?.values ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setError(null);
    if (reason.trim().length < shortestReason) return setFault(text.short);
    try {
      await reopen.mutateAsync({ revision: room.revision, reason });
      draft.clear();
      toast.done(text.done);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  return (
    <Modal opened onClose={onClose} title={text.title} closeButtonProps={{ 'aria-label': uiText.close, size: 44 }} closeOnClickOutside={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{text.what}</p>
        <LongTextField
          required
          label={text.reason}
          hint={text.reasonHint}
          maxLength={400}
          value={reason}
          error={fault ?? undefined}
          onChange={(typed) => {
            setReason(typed);
            setFault(null);
            draft.save(typed);
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
