import type { ReactNode } from 'react';
import { useSession } from '../../../app/session';
import { formatInstant } from '../../../lib/format';
import { validationText } from '../../../messages/validation';
import { StatusIcon } from '../../../ui';
import { IconLock } from '../../../ui/icons';
import type { ValueLine } from '../api';
import classes from '../validation/validation.module.css';

const text = validationText.state;

function Note({ tone, title, children }: { tone: 'at-risk' | 'none'; title: string; children: ReactNode }) {
  return (
    <div className={classes.note} data-tone={tone}>
      {tone === 'none' ? <IconLock size={20} aria-hidden="true" /> : <StatusIcon tone={tone} size={20} />}
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        {children}
      </div>
    </div>
  );
}

/** The lock over a period, and what goes with it. */
export function LockNote({ lock, children }: { lock: NonNullable<ValueLine['lock']>; children?: ReactNode }) {
  const { timeZone } = useSession();
  return (
    <Note tone="none" title={text.locked(lock.label)}>
      <p>{text.lockedSince(formatInstant(new Date(lock.lockedAt), timeZone))}</p>
      {children}
    </Note>
  );
}

interface ValueStateProps {
  line: Pick<ValueLine, 'measure' | 'lock' | 'exceptions' | 'returnedByName' | 'recordedByName'>;
  mine: boolean;
  /** The page says the lock already, once for all its lines. */
  lockSaid?: boolean;
}

/** What stands in the way of a value or asks something of it: sent back with a remark, locked, opened by an exception. */
export function ValueState({ line, mine, lockSaid = false }: ValueStateProps) {
  const { timeZone, role, person: me } = useSession();
  const when = (at: string): string => formatInstant(new Date(at), timeZone);
  const { measure, lock, exceptions, returnedByName } = line;
  if (!measure?.remark && (!lock || (lockSaid && exceptions.length === 0))) return null;
  const said = exceptions.map(({ person, until, reason, open, mine: toMe }) => `${open ? (toMe ? text.exceptionMine(when(until)) : text.exceptionOf(person, when(until))) : text.exceptionOver(person, when(until))} ${text.reason(reason)}`);
  // The coordination may change every value: only who gave this one, or leads it, is asked to.
  const asked = mine && (role === 'lead' || line.recordedByName === me.name);
  return (
    <div className={classes.state}>
      {measure?.remark ? (
        <Note tone="at-risk" title={asked ? text.returned(returnedByName) : text.returnedOther(returnedByName)}>
          <p className={classes.remark}>« {measure.remark} »</p>
        </Note>
      ) : null}
      {lock && lockSaid
        ? said.map((sentence) => (
            <p key={sentence} className={classes.soft}>
              <IconLock size={16} aria-hidden="true" /> {sentence}
            </p>
          ))
        : null}
      {lock && !lockSaid ? (
        <LockNote lock={lock}>
          {said.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </LockNote>
      ) : null}
    </div>
  );
}
