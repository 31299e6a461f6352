import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { formatInstant } from '../../../lib/format';
import { indicatorsText } from '../../../messages/indicators';
import { validationText } from '../../../messages/validation';
import { ActionButton, ConfirmDialog, EmptyState, HrefLink, Page, Section, StatusBadge, useToast, WordsDialog } from '../../../ui';
import { LockDialog } from './lock-dialog';
import { type LockExceptionLine, type LockLine, locksQuery, useCloseException, useUnlockPeriod } from './validation-api';
import classes from './validation.module.css';
import { valueHref } from '../words';

const text = validationText.locks;
const exceptionText = validationText.exception;

function Lock({ lock, may }: { lock: LockLine; may: boolean }) {
  const { timeZone } = useSession();
  const toast = useToast();
  const unlock = useUnlockPeriod();
  const [opened, setOpened] = useState(false);
  const when = (at: string): string => formatInstant(new Date(at), timeZone);
  return (
    <li className={classes.item}>
      <div>
        <h3>{lock.label}</h3>
        <p className={classes.soft}>{text.by(lock.lockedBy, when(lock.lockedAt))}</p>
      </div>
      <div>
        <p>{text.counts(lock.valuesLocked, lock.valuesLeft)}</p>
        {lock.unlockedAt ? <p className={classes.soft}>{text.lifted(lock.unlockedBy, when(lock.unlockedAt))}</p> : <StatusBadge tone="attained" label={validationText.stages.locked} plain />}
      </div>
      {may && !lock.unlockedAt ? (
        <div className={`${classes.acts} no-print`}>
          <ActionButton variant="default" label={text.unlock} onClick={() => setOpened(true)} />
        </div>
      ) : null}
      {lock.unlockReason ? <p className={`${classes.wide} ${classes.soft}`}>{validationText.state.reason(lock.unlockReason)}</p> : null}
      <WordsDialog
        opened={opened}
        title={text.unlockAsk(lock.label)}
        label={text.reason}
        hint={text.reasonHint}
        tooShort={text.reasonShort}
        confirmLabel={text.unlock}
        onClose={() => setOpened(false)}
        onConfirm={async (reason) => {
          await unlock.mutateAsync({ lockId: lock.id, reason });
          toast.done(text.unlocked);
        }}
      >
        <p>{text.unlockWhat}</p>
      </WordsDialog>
    </li>
  );
}

function Exception({ one, may }: { one: LockExceptionLine; may: boolean }) {
  const { timeZone } = useSession();
  const toast = useToast();
  const close = useCloseException();
  const [opened, setOpened] = useState(false);
  const when = (at: string): string => formatInstant(new Date(at), timeZone);
  const state = one.open ? exceptionText.open : one.closedAt ? exceptionText.closed : exceptionText.over;
  return (
    <li className={classes.item}>
      <div>
        <h3>{one.person}</h3>
        <p className={classes.soft}>{exceptionText.grantedBy(one.grantedBy, when(one.grantedAt))}</p>
      </div>
      <div>
        <p>
          <HrefLink href={valueHref(one.indicatorId, one.periodKey)}>
            {one.indicator}, {one.periodLabel}
          </HrefLink>
        </p>
        <p className={classes.soft}>{exceptionText.until2(when(one.closedAt ?? one.until))}</p>
        <StatusBadge tone={one.open ? 'at-risk' : 'none'} label={state} plain />
      </div>
      {may && one.open ? (
        <div className={`${classes.acts} no-print`}>
          <ActionButton variant="default" label={exceptionText.take} onClick={() => setOpened(true)} />
        </div>
      ) : null}
      <p className={`${classes.wide} ${classes.soft}`}>{validationText.state.reason(one.reason)}</p>
      <ConfirmDialog
        opened={opened}
        title={exceptionText.takeAsk}
        confirmLabel={exceptionText.take}
        onCancel={() => setOpened(false)}
        onConfirm={async () => {
          await close.mutateAsync(one.id);
          toast.done(exceptionText.taken);
        }}
      >
        {exceptionText.takeWhat(one.person)}
      </ConfirmDialog>
    </li>
  );
}

/** Périodes verrouillées: the locks that stand, those lifted, and the exceptions. */
export function LocksPage() {
  const { communityId } = useSession();
  const { data } = useSuspenseQuery(locksQuery(communityId));
  const [locking, setLocking] = useState(false);
  const standing = data.locks.filter(({ unlockedAt }) => unlockedAt === null);
  const past = data.locks.filter(({ unlockedAt }) => unlockedAt !== null);
  return (
    <Page
      title={text.title}
      breadcrumbs={[
        { label: indicatorsText.title, href: '/indicateurs' },
        { label: validationText.page.title, href: '/indicateurs/validation' },
      ]}
      lead={text.lead}
      action={data.may && standing.length > 0 ? { label: text.lock, onClick: () => setLocking(true) } : undefined}
    >
      {standing.length === 0 ? (
        <EmptyState level={2} title={text.none} action={data.may ? { label: text.lock, onClick: () => setLocking(true) } : undefined}>
          {text.noneWhat}
        </EmptyState>
      ) : (
        <Section title={text.standing} bare>
          <ul className={classes.list}>
            {standing.map((lock) => (
              <Lock key={lock.id} lock={lock} may={data.may} />
            ))}
          </ul>
        </Section>
      )}
      {data.exceptions.length > 0 || standing.length > 0 ? (
        <Section title={text.exceptions} bare>
          {data.exceptions.length === 0 ? <p>{text.noExceptions}</p> : null}
          <ul className={classes.list}>
            {data.exceptions.map((one) => (
              <Exception key={one.id} one={one} may={data.may} />
            ))}
          </ul>
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section title={text.past} bare>
          <ul className={classes.list}>
            {past.map((lock) => (
              <Lock key={lock.id} lock={lock} may={false} />
            ))}
          </ul>
        </Section>
      ) : null}
      {locking ? <LockDialog lockable={data.lockable} onClose={() => setLocking(false)} /> : null}
    </Page>
  );
}
