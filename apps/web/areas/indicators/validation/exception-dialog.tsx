import { addDays, type Day } from '@maillage/domain/kernel';
import { longestException } from '@maillage/domain/indicators';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { errorSentence } from '../../../lib/api-error';
import { validationText } from '../../../messages/validation';
import { dayFault, DayField, Dialog, FormEnd, LongTextField, SelectField, TextField, useToast } from '../../../ui';
import { peopleQuery } from '../api';
import { useGrantException } from './validation-api';
import classes from './validation.module.css';

const text = validationText.exception;

interface ExceptionDialogProps {
  indicatorId: string;
  periodKey: string;
  today: Day;
  onClose: () => void;
}

/** Opens one value of a locked period to one person until an end, with the reason. */
export function ExceptionDialog({ indicatorId, periodKey, today, onClose }: ExceptionDialogProps) {
  const { communityId } = useSession();
  const toast = useToast();
  const grant = useGrantException();
  const { data: people = [] } = useQuery(peopleQuery(communityId));
  const [personId, setPersonId] = useState('');
  const [untilOn, setUntilOn] = useState<Day | null>(addDays(today, 2));
  const [untilTime, setUntilTime] = useState('18:00');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const limits = { min: today, max: addDays(today, longestException) };
  const send = async (): Promise<void> => {
    setError(null);
    setFault(null);
    if (personId === '' || !untilOn || dayFault(untilOn, limits) || untilTime === '') return setError(text.missing);
    if (reason.trim().length < 5) return setFault(validationText.locks.reasonShort);
    try {
      await grant.mutateAsync({ personId, indicatorId, periodKey, untilOn, untilTime, reason: reason.trim() });
      toast.done(text.granted);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  return (
    <Dialog onClose={onClose} title={text.title}>
      <form
        noValidate
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={classes.soft}>{text.what}</p>
        <SelectField required label={text.person} empty={text.choosePerson} value={personId} choices={people.map(({ id: value, name }) => ({ value, label: name }))} onChange={setPersonId} />
        <div className={classes.pair}>
          <DayField required label={text.until} hint={text.daysHint} value={untilOn} {...limits} onChange={setUntilOn} />
          <TextField required type="time" label={text.time} value={untilTime} onChange={setUntilTime} />
        </div>
        <LongTextField required label={validationText.locks.reason} hint={validationText.locks.reasonHint} maxLength={400} value={reason} error={fault} onChange={setReason} />
        <FormEnd error={error} busy={grant.isPending} submitLabel={text.grant} close onCancel={onClose} />
      </form>
    </Dialog>
  );
}
