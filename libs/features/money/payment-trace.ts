import { formatDay, formatEuros, french } from '@maillage/domain/kernel';
import { type ExpectedPayment, type PaymentContent } from '@maillage/domain/money';

/** The part of a payment that people edit, its keys in one order. */
export const contentOf = ({ receivedOn, cents, reference, note, parts }: PaymentContent): PaymentContent => ({
  receivedOn,
  cents,
  reference,
  note,
  parts: parts.map((part) => ({ lineKey: part.lineKey, cents: part.cents })),
});

/** True when both say the same. */
export const samePayment = (a: PaymentContent, b: PaymentContent): boolean => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));

/** What the journal keeps of a payment, readable as it stands. */
export function toldPayment({ receivedOn, cents, reference, note, parts }: PaymentContent, expected: readonly ExpectedPayment[]): object {
  const labels = new Map(expected.map(({ key, label, year }) => [key, `${label} (année ${year})`]));
  return {
    receivedOn,
    amount: formatEuros(cents),
    reference,
    remark: note,
    lines: parts.map((part) => `${labels.get(part.lineKey) ?? part.lineKey} : ${formatEuros(part.cents)}`),
  };
}

/** What a payment is called in the journal. */
export const paymentName = ({ cents, receivedOn }: PaymentContent): string => french(`${formatEuros(cents)} reçus le ${formatDay(receivedOn)}`);
