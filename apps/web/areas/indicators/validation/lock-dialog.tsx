import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { errorSentence } from '../../../lib/api-error';
import { uiText } from '../../../messages/ui';
import { validationText } from '../../../messages/validation';
import { Dialog, FormError, HrefLink, LoadError, SelectField, TextSkeleton, useToast } from '../../../ui';
import { lockPreviewQuery, useLockPeriod } from './validation-api';
import classes from './validation.module.css';

const text = validationText.locks;
const mostTold = 30;

function Preview({ period }: { period: string }) {
  const { communityId } = useSession();
  const { data, error, refetch } = useQuery(lockPreviewQuery(communityId, period));
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!data) return <TextSkeleton />;
  return (
    <div aria-live="polite">
      <p>
        {text.previewLocks(data.settled)} {data.left.length === 0 ? text.allValidated : ''}
      </p>
      {data.left.length > 0 ? (
        <>
          <p>
            <strong>{text.left(data.left.length)}</strong>
          </p>
          <ul className={classes.left}>
            {data.left.slice(0, mostTold).map(({ indicatorId, periodKey, code, name, periodLabel, status }) => (
              <li key={`${indicatorId} ${periodKey}`}>
                {code} {name}, {periodLabel} : {text.leftStatus[status]}
              </li>
            ))}
            {data.left.length > mostTold ? <li>{text.more(data.left.length - mostTold)}</li> : null}
          </ul>
          <p>{text.leftWhat}</p>
          <p>
            <HrefLink href="/indicateurs/validation?vue=toutes">{text.toValidation}</HrefLink>
          </p>
        </>
      ) : null}
      <p className={classes.soft}>{text.inside}</p>
    </div>
  );
}

/** Chooses a period, shows what is not validated in it, then locks it. */
export function LockDialog({ lockable, onClose }: { lockable: readonly { key: string; label: string }[]; onClose: () => void }) {
  const { communityId } = useSession();
  const toast = useToast();
  const lock = useLockPeriod();
  const [period, setPeriod] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { data, refetch } = useQuery(lockPreviewQuery(communityId, period));
  const send = async (): Promise<void> => {
    if (!data) return;
    setError(null);
    try {
      await lock.mutateAsync({ period, seenLeft: data.left.length });
      toast.done(text.done);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
      void refetch();
    }
  };
  return (
    <Dialog onClose={onClose} title={text.lock}>
      {lockable.length === 0 ? (
        <p>{text.nothingToLock}</p>
      ) : (
        <SelectField
          required
          label={text.period}
          empty={text.choose}
          value={period}
          choices={lockable.map(({ key, label }) => ({ value: key, label }))}
          onChange={(wanted) => {
            setPeriod(wanted);
            setError(null);
          }}
        />
      )}
      {period ? <Preview period={period} /> : null}
      {error ? <FormError>{error}</FormError> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} disabled={lock.isPending}>
          {uiText.cancel}
        </Button>
        <Button disabled={!period || !data} loading={lock.isPending} onClick={() => void send()}>
          {data && data.left.length > 0 ? text.confirmLeft(data.left.length) : text.confirm}
        </Button>
      </Group>
    </Dialog>
  );
}
