import { type Cents, type Day, DomainError, ensure, isCents, optionalText, parseDay, refusePatientIdentifier, requireText, textLimits } from '@maillage/domain/kernel';
import type { PaymentPart } from './payment-lines';

/** An amount that came in from the caisse, and the lines it pays. */
export interface PaymentContent {
  receivedOn: Day;
  cents: Cents;
  /** What the bank statement or the caisse calls it. */
  reference: string | null;
  note: string | null;
  /** What is given to no line stays « à rattacher ». */
  parts: PaymentPart[];
}

/** Longest texts, in characters, and most lines one amount pays. */
export const paymentLimits = { reference: textLimits.name, note: textLimits.sentence, parts: 60, reason: textLimits.sentence } as const;

/**
 * A payment to be recorded: a day that is not to come nor before the signature, an amount above zero, parts that do not exceed it,
 * each on a line of the contract, once. `knownKeys`: the lines that can take a part, and those that already had one of this payment.
 */
export function checkPayment(input: PaymentContent, { signedOn, today, knownKeys }: { signedOn: Day; today: Day; knownKeys: ReadonlySet<string> }): PaymentContent {
  const receivedOn = parseDay(input.receivedOn);
  const dated = (rule: string): DomainError => new DomainError('invalid-input', { field: 'receivedOn', label: 'Reçu le', rule });
  if (receivedOn > today) throw dated('elle est dans le futur');
  if (receivedOn < signedOn) throw dated('elle précède la signature du contrat');
  ensure(isCents(input.cents) && input.cents > 0, 'amount-invalid', { field: 'cents', label: 'Montant reçu' });
  ensure(input.parts.length <= paymentLimits.parts, 'too-many', { label: 'Lignes payées', max: paymentLimits.parts });
  const seen = new Set<string>();
  for (const { lineKey, cents } of input.parts) {
    ensure(knownKeys.has(lineKey), 'payment-line-unknown', { line: lineKey });
    ensure(!seen.has(lineKey), 'payment-line-unknown', { line: lineKey });
    seen.add(lineKey);
    ensure(isCents(cents) && cents > 0, 'amount-invalid', { field: 'parts', label: 'Part de la ligne' });
  }
  const given = input.parts.reduce((sum, { cents }) => sum + cents, 0);
  ensure(given <= input.cents, 'payment-parts-exceed', { givenCents: given, cents: input.cents });
  const reference = optionalText(input.reference, 'Référence', paymentLimits.reference);
  const note = optionalText(input.note, 'Note', paymentLimits.note);
  refusePatientIdentifier(reference, 'Référence');
  refusePatientIdentifier(note, 'Note');
  const parts = input.parts.map(({ lineKey, cents }) => ({ lineKey, cents })).sort((a, b) => (a.lineKey < b.lineKey ? -1 : 1));
  return { receivedOn, cents: input.cents, reference, note, parts };
}

/** Why a payment is cancelled: it stays in the list, struck out, with this reason. */
export function checkCancelReason(reason: string): string {
  const text = requireText(reason, 'Raison', paymentLimits.reason);
  refusePatientIdentifier(text, 'Raison');
  return text;
}
