import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { computedText as text } from '../../messages/computed';
import { uiText } from '../../messages/ui';
import { FormError, LongTextField, useToast } from '../../ui';
import { type ComputedPeriod, useSettleComputed } from './computed-api';

const shortest = 5;

interface ComputedDialogProps {
  indicatorId: string;
  asked: ComputedPeriod;
  choice: 'keep' | 'replace';
  onClose: () => void;
}

/** Asks why a value is kept against its formula, or replaced by it. */
export function ComputedDialog({ indicatorId, asked, choice, onClose }: ComputedDialogProps) {
  const toast = useToast();
  const settle = useSettleComputed(indicatorId);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const keep = choice === 'keep';
  const label = keep ? text.keep : asked.reopens ? text.reopen : text.replace;
  const send = async (): Promise<void> => {
    setError(null);
    if (reason.trim().length < shortest) return setFault(text.reasonShort);
    try {
      await settle.mutateAsync({ periodKey: asked.periodKey, choice, reason, revision: asked.revision });
      toast.done(keep ? text.keptDone : text.replacedDone);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  return (
    <Modal opened onClose={onClose} title={keep ? text.keepAsk : text.replaceAsk} closeButtonProps={{ 'aria-label': uiText.close, size: 44 }} closeOnClickOutside={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{asked.question}</p>
        <p>{keep ? text.keepWhat : text.replaceWhat}</p>
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
          <Button variant="default" onClick={onClose} disabled={settle.isPending}>
            {uiText.cancel}
          </Button>
          <Button type="submit" loading={settle.isPending}>
            {label}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
