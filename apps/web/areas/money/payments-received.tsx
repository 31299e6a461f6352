import { Button } from '@mantine/core';
import { useState } from 'react';
import { paymentLimits } from '@maillage/domain/money';
import { formatEuros, formatWhen } from '../../lib/format';
import { paymentsText } from '../../messages/payments';
import { ConfirmDialog, EmptyState, Section, StatusBadge, TextField, useToast } from '../../ui';
import { type PaymentsPage, type ReceivedPayment, useCancelPayment } from './payments-api';
import classes from './payments.module.css';

const text = paymentsText.received;

interface Props {
  payment: ReceivedPayment;
  /** null for those who only read. */
  acts: { onChange: () => void; onCancel: () => void } | null;
}

function Payment({ payment, acts }: Props) {
  const { cents, receivedOn, reference, note, parts, unallocatedCents, recordedAt, recordedBy, cancelledAt, cancelledBy, cancelReason } = payment;
  const now = new Date();
  const name = text.when(formatEuros(cents), receivedOn);
  return (
    <li className={classes.payment} data-cancelled={cancelledAt !== null || undefined}>
      <div>
        <h3 className={classes.paymentName}>
          <span>{name}</span> {cancelledAt ? <StatusBadge tone="none" label={text.cancelled} /> : null}
        </h3>
        {reference ? <p className={classes.plain}>{text.reference(reference)}</p> : null}
        {note ? <p className={classes.plain}>{note}</p> : null}
        <ul className={classes.paid}>
          {parts.map((part) => (
            <li key={part.lineKey}>
              <span>
                {text.part(part.label, part.year)}
                {part.expected ? null : <span className={classes.warn}> ({text.gone})</span>}
              </span>
              <span className={classes.number}>{formatEuros(part.cents)}</span>
            </li>
          ))}
        </ul>
        {unallocatedCents > 0 && !cancelledAt ? <p className={classes.warn}>{text.unallocated(formatEuros(unallocatedCents))}</p> : null}
        <p className={classes.soft}>
          {cancelledAt && cancelReason
            ? text.cancelledBy(cancelledBy ?? text.someone, formatWhen(new Date(cancelledAt), now), cancelReason)
            : text.by(recordedBy ?? text.someone, formatWhen(new Date(recordedAt), now))}
        </p>
      </div>
      {acts && !cancelledAt ? (
        <div className={`${classes.buttons} no-print`}>
          <Button variant="default" onClick={acts.onChange} aria-label={text.changeOf(name)}>
            {text.change}
          </Button>
          <Button variant="subtle" color="red" onClick={acts.onCancel} aria-label={text.cancelOf(name)}>
            {text.cancel}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function CancelDialog({ payment, onClose }: { payment: ReceivedPayment | null; onClose: () => void }) {
  const cancel = useCancelPayment();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const close = (): void => {
    setReason('');
    onClose();
  };
  return (
    <ConfirmDialog
      opened={payment !== null}
      title={payment ? text.cancelTitle(text.when(formatEuros(payment.cents), payment.receivedOn)) : ''}
      confirmLabel={text.cancel}
      destructive
      blocked={reason.trim() === ''}
      onCancel={close}
      onConfirm={async () => {
        if (!payment) return;
        await cancel.mutateAsync({ id: payment.id, revision: payment.revision, reason });
        toast.done(text.cancelDone);
      }}
    >
      <p className={classes.plain}>{text.cancelWhat}</p>
      <TextField required label={text.reason} hint={text.reasonHint} maxLength={paymentLimits.reason} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Every amount that came in, the latest first, with what it pays. */
export function ReceivedSection({ page, editable, onRecord, onChange }: { page: PaymentsPage; editable: boolean; onRecord: () => void; onChange: (payment: ReceivedPayment) => void }) {
  const [cancelling, setCancelling] = useState<ReceivedPayment | null>(null);
  const empty = page.payments.length === 0;
  return (
    <Section title={text.title} hint={empty ? undefined : text.hint} bare={empty}>
      {empty ? (
        <EmptyState title={text.empty} action={editable ? { label: paymentsText.record, onClick: onRecord } : undefined}>
          {editable ? text.emptyWhat : text.emptyRead}
        </EmptyState>
      ) : (
        <ul className={classes.payments}>
          {page.payments.map((payment) => (
            <Payment key={payment.id} payment={payment} acts={editable ? { onChange: () => onChange(payment), onCancel: () => setCancelling(payment) } : null} />
          ))}
        </ul>
      )}
      <CancelDialog payment={cancelling} onClose={() => setCancelling(null)} />
    </Section>
  );
}
