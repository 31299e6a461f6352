import { Button } from '@mantine/core';
import { reportsText } from '../../messages/reports';
import { FormError, Section, StatusBadge } from '../../ui';
import { errorSentence } from '../../lib/api-error';
import { useVerifyReports, type Verification } from './api';
import classes from './reports.module.css';

const text = reportsText.integrity;

function Result({ verification: { seals, reports, documents, head, faults } }: { verification: Verification }) {
  if (seals === 0) return <p className={classes.soft}>{text.none}</p>;
  return (
    <>
      <StatusBadge tone={faults.length === 0 ? 'attained' : 'late'} label={faults.length === 0 ? text.fine(reports, documents) : text.faults(faults.length)} />
      {faults.length > 0 ? (
        <ul className={classes.plainList}>
          {faults.map(({ subject, sentence }) => (
            <li key={`${subject} ${sentence}`}>
              <strong>{subject}</strong> {sentence}
            </li>
          ))}
        </ul>
      ) : null}
      {head ? (
        <p className={classes.soft}>
          {text.head} <code className={classes.hash}>{head}</code>
        </p>
      ) : null}
    </>
  );
}

/** Recomputes every hash, on demand. */
export function VerificationSection() {
  const verify = useVerifyReports();
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={classes.stack} aria-live="polite">
        {verify.data ? <Result verification={verify.data} /> : null}
        {verify.error ? <FormError>{errorSentence(verify.error)}</FormError> : null}
        <Button variant="default" className={classes.start} onClick={() => verify.mutate()} loading={verify.isPending}>
          {text.verify}
        </Button>
      </div>
    </Section>
  );
}
