import { Button } from '@mantine/core';
import { useState } from 'react';
import { collectionText } from '../../../messages/collection';
import { ConfirmDialog, useToast, WordsDialog } from '../../../ui';
import { type Absence, type AbsencePlace, useStateAbsence, useWithdrawAbsence } from './collection-api';
import classes from './collection.module.css';

const text = collectionText.noValue;

interface AbsenceDialogProps {
  place: AbsencePlace;
  absence: Absence | null;
  onClose: () => void;
}

/** Asks why there is no value. */
function AbsenceDialog({ place, absence, onClose }: AbsenceDialogProps) {
  const toast = useToast();
  const state = useStateAbsence(place);
  return (
    <WordsDialog
      opened
      title={text.title}
      initial={absence?.reason}
      label={text.reason}
      hint={text.hint}
      tooShort={text.short}
      confirmLabel={text.save}
      onClose={onClose}
      onConfirm={async (reason) => {
        await state.mutateAsync({ revision: absence?.revision ?? 0, reason });
        toast.done(text.saved);
      }}
    >
      <p>{text.what}</p>
    </WordsDialog>
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
      {asked === 'reason' ? <AbsenceDialog place={place} absence={absence} onClose={close} /> : null}
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
