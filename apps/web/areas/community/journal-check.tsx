import { Button } from '@mantine/core';
import { communityText } from '../../messages/community';
import { errorSentence } from '../../lib/api-error';
import { formatInstantShort } from '../../lib/format';
import { FormError, Section, StatusBadge } from '../../ui';
import { useVerifyJournal, type JournalVerification } from './api';
import classes from './community.module.css';

const text = communityText.journal.check;

function Result({ verification, timeZone }: { verification: JournalVerification; timeZone: string }) {
  const { lines, values, head, sequence, found, faults } = verification;
  if (sequence === 0 && found === 0) return <p className={classes.soft}>{text.none}</p>;
  return (
    <>
      <StatusBadge tone={found === 0 ? 'attained' : 'late'} label={found === 0 ? text.fine(lines, values) : text.faults(found)} />
      {found > 0 ? (
        <>
          <p className={classes.plain}>{text.whatToDo}</p>
          <ul className={classes.faults}>
            {faults.map(({ subject, at, sentence }) => (
              <li key={`${subject} ${sentence}`}>
                <strong>{subject}</strong> {at ? <span className={classes.soft}>{text.writtenAt(formatInstantShort(new Date(at), timeZone))} </span> : null}
                {sentence}
              </li>
            ))}
          </ul>
          {found > faults.length ? <p className={classes.soft}>{text.more(found - faults.length)}</p> : null}
        </>
      ) : null}
      {head ? (
        <p className={classes.soft}>
          {text.head(sequence)} <code className={classes.hash}>{head}</code>
        </p>
      ) : null}
    </>
  );
}

/** Recomputes the chain of the journal and compares values with their history, on demand; says in words what it found. */
export function JournalCheck({ timeZone }: { timeZone: string }) {
  const verify = useVerifyJournal();
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={classes.check} aria-live="polite">
        {verify.data ? <Result verification={verify.data} timeZone={timeZone} /> : null}
        {verify.error ? <FormError>{errorSentence(verify.error)}</FormError> : null}
        <Button variant="default" className={classes.start} onClick={() => verify.mutate()} loading={verify.isPending}>
          {text.verify}
        </Button>
      </div>
    </Section>
  );
}
