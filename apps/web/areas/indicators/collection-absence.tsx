import { absenceReasonMin } from '@maillage/domain/indicators';
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { collectionText } from '../../messages/collection';
import { uiText } from '../../messages/ui';
import { ConfirmDialog, FormError, LongTextField, useToast } from '../../ui';
import { type Absence, type AbsencePlace, useStateAbsence, useWithdrawAbsence } from './collection-api';
import classes from './collection.module.css';

const text = collectionText.noValue;

interface AbsenceDialogProps {
  place: AbsencePlace;
  absence: Absence | null;
  opened: boolean;
  onClose: () => void;
}

/** Asks why there is no value. */
function AbsenceDialog({ place, absence, opened, onClose }: AbsenceDialogProps) {
  const toast = useToast();
  const state = useStateAbsence(place);
  const [reason, setReason] = useState(absence?.reason ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setError(null);
    if (reason.trim().length < absenceReasonMin) return setFault(text.short);
    try {
      await state.mutateAsync({ revision: absence?.revision ?? 0, reason });
      toast.done(text.saved);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={text.title} closeButtonProps={{ 'aria-label': uiText.close, size: 44 }} closeOnClickOutside={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void send();
        }}
      >
        <p>{text.what}</p>
        <LongTextField
          required
          label={text.reason}
          hint={text.hint}
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
          <Button variant="default" onClick={onClose} disabled={state.isPending}>
            {uiText.cancel}
          </Button>
          <Button type="submit" loading={state.isPending}>
            {text.save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface AbsenceFieldProps {
  place: AbsencePlace;
  /** The indicator, read aloud after the button. */
  name: string;
  absence: Absence | null;
  /** The reader may answer here: no value yet, a period that is over and open. */
  writable: boolean;
}

/** « Pas de valeur cette période »: the answer given, or the way to give it. */
export function AbsenceField({ place, name, absence, writable }: AbsenceFieldProps) {
  const toast = useToast();
  const withdraw = useWithdrawAbsence(place);
  const [asked, setAsked] = useState<'reason' | 'withdraw' | null>(null);
  const close = (): void => setAsked(null);
  if (!absence && !writable) return null;
  return (
    <div className={classes.absence}>
      {absence ? <p>{text.said(absence.reason)}</p> : null}
      {writable ? (
        <div className={classes.absenceActs}>
          <Button variant="subtle" onClick={() => setAsked('reason')}>
            {absence ? text.edit : text.open}
            <span className="only-read-aloud">{text.ofIndicator(name)}</span>
          </Button>
          {absence ? (
            <Button variant="subtle" onClick={() => setAsked('withdraw')}>
              {text.withdraw}
              <span className="only-read-aloud">{text.ofIndicator(name)}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
      {asked === 'reason' ? <AbsenceDialog place={place} absence={absence} opened onClose={close} /> : null}
      <ConfirmDialog
        opened={asked === 'withdraw'}
        title={text.withdrawAsk}
        confirmLabel={text.withdraw}
        onConfirm={async () => {
          await withdraw.mutateAsync(absence?.revision ?? 1);
          toast.done(text.withdrawn);
        }}
        onCancel={close}
      >
        {text.withdrawWhat}
      </ConfirmDialog>
    </div>
  );
}
