import { useForm } from '@mantine/form';
import { isDay } from '@maillage/domain/kernel';
import { paymentLimits } from '@maillage/domain/money';
import { useDraft } from '../../lib/draft';
import { formatDay, formatEuros } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { numberFault } from '../../lib/number-rule';
import { useSending } from '../../lib/sending';
import { paymentsText } from '../../messages/payments';
import { ConflictDialog, dayFault, DayField, Dialog, DraftNote, FormEnd, FormError, LongTextField, NumberField, TextField, useToast } from '../../ui';
import { centsOfEuros, contentOf, contentValues, givenCents, openLines, type PaymentValues, proposedParts, valuesOf } from './payment-form-values';
import { PaymentPartsField } from './payment-parts-field';
import { type PaymentContent, type PaymentsPage, type ReceivedPayment, useSavePayment } from './payments-api';
import classes from './payments.module.css';

const text = paymentsText.form;
const amountRule = { min: 0, decimals: 2 };

interface FormProps {
  page: PaymentsPage;
  /** The one to change; null for a new one. */
  known: ReceivedPayment | null;
  onClose: () => void;
}

function PaymentForm({ page, known, onClose }: FormProps) {
  const toast = useToast();
  const save = useSavePayment();
  const draft = useDraft<PaymentValues>(`payment:${known?.id ?? 'new'}`);
  const lines = openLines(page.years.flatMap((year) => year.lines), known);
  const isTwice = ({ receivedOn, euros, id }: PaymentValues): boolean =>
    page.payments.some((other) => other.id !== id && other.cancelledAt === null && other.receivedOn === receivedOn && other.cents === centsOfEuros(euros));
  const dayRule = { min: page.contract?.signedOn, max: page.today };
  const sending = useSending<PaymentContent>();
  const { conflict } = sending;
  const form = useForm<PaymentValues>({
    initialValues: draft.restored?.values ?? valuesOf(known, newId()),
    onValuesChange: draft.save,
    validate: {
      receivedOn: (day) => (day === null ? text.dayMissing : dayFault(day, dayRule)),
      euros: (euros) => (euros === null ? text.amountMissing : (numberFault(euros, amountRule) ?? (centsOfEuros(euros) === 0 ? text.amountPositive : null))),
      parts: (parts, values) => {
        const wrong = Object.values(parts).map((part) => numberFault(part, amountRule)).find(Boolean);
        const over = givenCents(values) - centsOfEuros(values.euros);
        return wrong ?? (over > 0 ? text.tooMuch(formatEuros(over)) : null);
      },
    },
  });

  // As long as nobody typed a part, the proposal follows the amount and the day.
  const change = (wanted: Partial<Pick<PaymentValues, 'euros' | 'receivedOn'>>): void => {
    const next = { ...form.getValues(), ...wanted };
    form.setValues({ ...wanted, ...(next.chosen ? {} : { parts: proposedParts(lines, next.euros, next.receivedOn) }) });
  };
  const send = async (values: PaymentValues): Promise<void> => {
    await save.mutateAsync({ id: values.id, revision: values.revision, ...contentOf(values) });
    draft.clear();
    toast.done(known ? text.changed : text.done(formatEuros(centsOfEuros(values.euros))));
    onClose();
  };
  const submit = form.onSubmit((values) => sending.send(() => send(values), (failure) => form.setErrors(failure.fieldErrors)));

  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <NumberField required label={text.amount} hint={text.amountHint} unit="€" {...amountRule} {...form.getInputProps('euros')} onChange={(euros) => change({ euros })} />
        <DayField required label={text.day} {...dayRule} {...form.getInputProps('receivedOn')} onChange={(receivedOn) => change({ receivedOn })} />
        {isTwice(form.values) ? (
          <p className={classes.warning} role="status">
            {text.twice}
          </p>
        ) : null}
        <TextField label={text.reference} hint={text.referenceHint} maxLength={paymentLimits.reference} autoComplete="off" {...form.getInputProps('reference')} />
        {isDay(form.values.receivedOn) || known ? <PaymentPartsField lines={lines} values={form.values} onChange={(parts) => form.setValues(parts)} /> : null}
        {form.errors['parts'] ? <FormError>{form.errors['parts']}</FormError> : null}
        <LongTextField label={text.note} maxLength={paymentLimits.note} {...form.getInputProps('note')} />
      </div>
      <FormEnd
        error={sending.error}
        busy={save.isPending}
        onCancel={onClose}
        note={
          <DraftNote
            draft={draft}
            onDiscard={() => {
              form.setValues(valuesOf(known, newId()));
              draft.clear();
            }}
          />
        }
      />
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? conflictFields(contentOf(form.values), conflict.current, page) : []}
        onKeepMine={() => send({ ...form.values, revision: conflict?.revision ?? form.values.revision })}
        onTakeTheirs={() => {
          if (conflict) form.setValues({ ...contentValues(conflict.current), revision: conflict.revision });
          draft.clear();
          sending.later();
        }}
        onLater={sending.later}
      />
    </form>
  );
}

function conflictFields(mine: PaymentContent, theirs: PaymentContent, { years }: PaymentsPage) {
  const labels = new Map(years.flatMap(({ lines }) => lines.map(({ key, label, year }) => [key, text.partLabel(label, year)])));
  const parts = (content: PaymentContent): string => content.parts.map(({ lineKey, cents }) => `${labels.get(lineKey) ?? lineKey} : ${formatEuros(cents)}`).join(' ; ');
  const day = (value: string): string => (isDay(value) ? formatDay(value) : '');
  return [
    { label: text.amount, mine: formatEuros(mine.cents), theirs: formatEuros(theirs.cents) },
    { label: text.day, mine: day(mine.receivedOn), theirs: day(theirs.receivedOn) },
    { label: text.reference, mine: mine.reference ?? '', theirs: theirs.reference ?? '' },
    { label: text.note, mine: mine.note ?? '', theirs: theirs.note ?? '' },
    { label: text.parts, mine: parts(mine), theirs: parts(theirs) },
  ];
}

/** Asks for an amount received: a new one, or the changes of one. */
export function PaymentDialog({ edited, page, onClose }: { edited: ReceivedPayment | 'new' | null; page: PaymentsPage; onClose: () => void }) {
  const known = edited === 'new' ? null : edited;
  return (
    <Dialog
      opened={edited !== null}
      onClose={onClose}
      title={known ? text.titleChange : text.titleNew}
      size="lg"
    >
      {edited === null ? null : <PaymentForm key={known?.id ?? 'new'} known={known} page={page} onClose={onClose} />}
    </Dialog>
  );
}
