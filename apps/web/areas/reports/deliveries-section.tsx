import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { formatInstantShort, formatWhen } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { ConfirmDialog, HrefLink, Section, StatusBadge, useToast } from '../../ui';
import { type Attempt, type Delivery, type Report, useConfirmReceived } from './api';
import classes from './reports.module.css';
import { deliveryTone, outcomeTone } from './tones';

const text = reportsText.page;
const ask = reportsText.ask;

function Attempts({ name, attempts, timeZone }: { name: string; attempts: readonly Attempt[]; timeZone: string }) {
  return (
    <div className={classes.scroll} role="region" aria-label={text.attempts(name)} tabIndex={0}>
      <table className={classes.ledger}>
        <thead>
          <tr>
            <th scope="col">{text.attempt.at}</th>
            <th scope="col">{text.attempt.outcome}</th>
            <th scope="col">{text.attempt.answer}</th>
            <th scope="col">{text.attempt.by}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.id}>
              <td>
                <time dateTime={attempt.at}>{formatInstantShort(new Date(attempt.at), timeZone)}</time>
              </td>
              <td>
                <StatusBadge plain tone={outcomeTone[attempt.outcome]} label={attempt.outcomeLabel} />
              </td>
              <td>
                {attempt.answer ? <code className={classes.answer}>{attempt.answer}</code> : attempt.explanation ? null : text.noAnswer}
                {attempt.explanation ? <span className={classes.under}>{attempt.explanation}</span> : null}
                <span className={classes.under}>{attempt.email}</span>
              </td>
              <td>{attempt.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneDelivery({ delivery, mayConfirm, onReceived }: { delivery: Delivery; mayConfirm: boolean; onReceived: () => void }) {
  const { timeZone } = useSession();
  const { kindLabel, name, email, status, statusLabel, sentence, messageId, retryAt, attempts } = delivery;
  return (
    <li className={classes.delivery}>
      <div className={classes.deliveryHead}>
        <h3 className={classes.deliveryName}>
          {name} <span className={classes.soft}>{kindLabel === name ? email : `${kindLabel}, ${email}`}</span>
        </h3>
        <StatusBadge tone={deliveryTone[status]} label={statusLabel} />
      </div>
      {status === 'delivered' ? null : <p className={classes.plain}>{sentence}</p>}
      {retryAt ? <p className={classes.plain}>{text.retry(formatWhen(new Date(retryAt), new Date(), timeZone))}</p> : null}
      {attempts.length > 0 ? <Attempts name={name} attempts={attempts} timeZone={timeZone} /> : null}
      <p className={classes.messageId}>{text.messageId(messageId)}</p>
      {status === 'uncertain' && mayConfirm ? (
        <Button variant="default" className={classes.start} onClick={onReceived}>
          {text.received}
        </Button>
      ) : null}
    </li>
  );
}

/** The ledger: every recipient, every try, the server's answer word for word. */
export function DeliveriesSection({ report, mayConfirm, maySee }: { report: Report; mayConfirm: boolean; maySee: boolean }) {
  const toast = useToast();
  const confirm = useConfirmReceived(report.id);
  const [asking, setAsking] = useState<Delivery | null>(null);
  if (report.deliveries.length === 0) {
    const waits = report.status === 'awaiting-approval' || report.status === 'approved';
    if (!waits || report.sendTo.length === 0) return null;
    return (
      <Section title={text.deliveries} hint={text.deliveriesNone}>
        <p className={classes.plain}>{text.willSend}</p>
        <ul className={classes.plainList}>
          {report.sendTo.map(({ name, email, kindLabel }) => (
            <li key={email}>
              <strong>{name}</strong> <span className={classes.soft}>{`${kindLabel}, ${email}`}</span>
            </li>
          ))}
        </ul>
      </Section>
    );
  }
  return (
    <Section title={text.deliveries} hint={text.deliveriesHint}>
      <ul className={classes.plainList}>
        {report.deliveries.map((delivery) => (
          <OneDelivery key={delivery.id} delivery={delivery} mayConfirm={mayConfirm} onReceived={() => setAsking(delivery)} />
        ))}
      </ul>
      {maySee && report.delivered > 0 ? (
        <p className={classes.note}>
          <HrefLink href="/rapports-recus" className="alone">
            {text.readerSight}
          </HrefLink>
        </p>
      ) : null}
      <ConfirmDialog
        opened={asking !== null}
        title={ask.received}
        confirmLabel={ask.receivedConfirm}
        onCancel={() => setAsking(null)}
        onConfirm={async () => {
          if (!asking) return;
          await confirm.mutateAsync(asking.id);
          toast.done(ask.receivedDone);
        }}
      >
        <p className={classes.plain}>{ask.receivedWhat(asking?.name ?? '')}</p>
      </ConfirmDialog>
    </Section>
  );
}
