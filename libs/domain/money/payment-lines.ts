import { addDays, type Cents, type Day, daysBetween } from '@maillage/domain/kernel';
import type { ExpectedPayment } from './payments';

/** The ways a payment can stand. */
export const paymentStatuses = ['received', 'partly-received', 'late', 'expected', 'upcoming', 'at-stake', 'not-computed', 'nothing-due'] as const;
/** Where a payment stands. `at-stake`: its review is not closed; `not-computed`: its amount is not known; `nothing-due`: 0 €. */
export type PaymentStatus = (typeof paymentStatuses)[number];

/**
 * Days after its date from which a payment is called late. No delay was found in the texts: this one is the product's, long enough
 * for a caisse to pay, and it changes no amount.
 */
export const paymentLateAfterDays = 30;

/** An expected payment beside what came in for it. */
export interface PaymentLine extends ExpectedPayment {
  receivedCents: Cents;
  /** What is missing; null when the amount is not known. */
  remainingCents: Cents | null;
  /** What came in beyond the expected amount; 0 when that is not known. */
  overpaidCents: Cents;
  status: PaymentStatus;
  /** Days since its date while something remains to be paid past the delay; else 0. */
  lateDays: number;
}

/** Sums of lines, in cents. */
export interface PaymentTotals {
  /** All the amounts known, whatever their date. */
  expectedCents: Cents;
  receivedCents: Cents;
  /** What the caisse should have paid by today and has not. Too much received on one line does not make up for another: envelopes are not fungible. */
  owedCents: Cents;
  /** What remains of the payments dated later. */
  toComeCents: Cents;
  overpaidCents: Cents;
  atStakeCents: Cents;
  /** Lines without an amount, the variable parts at stake aside. */
  notComputed: number;
}

function statusOf(line: ExpectedPayment, receivedCents: Cents, lateDays: number, today: Day): PaymentStatus {
  if (line.cents === null) {
    if (receivedCents > 0) return 'received';
    return line.atStakeCents === null ? 'not-computed' : 'at-stake';
  }
  if (line.cents === 0 && receivedCents === 0) return 'nothing-due';
  if (receivedCents >= line.cents) return 'received';
  if (receivedCents > 0) return 'partly-received';
  if (lateDays > 0) return 'late';
  return line.date !== null && line.date <= today ? 'expected' : 'upcoming';
}

/** The lines with what was received for each (cents by key) and where they stand on a day. */
export function payLines(lines: readonly ExpectedPayment[], received: ReadonlyMap<string, Cents>, today: Day): PaymentLine[] {
  return lines.map((line) => {
    const receivedCents = received.get(line.key) ?? 0;
    const remainingCents = line.cents === null ? null : Math.max(0, line.cents - receivedCents);
    const overpaidCents = line.cents === null ? 0 : Math.max(0, receivedCents - line.cents);
    const since = line.date === null ? 0 : daysBetween(line.date, today);
    const lateDays = remainingCents !== null && remainingCents > 0 && since > paymentLateAfterDays ? since : 0;
    return { ...line, receivedCents, remainingCents, overpaidCents, lateDays, status: statusOf(line, receivedCents, lateDays, today) };
  });
}

/** The sums of these lines on a day. */
export function totalPayments(lines: readonly PaymentLine[], today: Day): PaymentTotals {
  const sum = (of: (line: PaymentLine) => Cents | null): Cents => lines.reduce((total, line) => total + (of(line) ?? 0), 0);
  const isDue = ({ date }: PaymentLine): boolean => date !== null && date <= today;
  return {
    expectedCents: sum(({ cents }) => cents),
    receivedCents: sum(({ receivedCents }) => receivedCents),
    owedCents: sum((line) => (isDue(line) ? line.remainingCents : 0)),
    toComeCents: sum((line) => (isDue(line) ? 0 : line.remainingCents)),
    overpaidCents: sum(({ overpaidCents }) => overpaidCents),
    atStakeCents: sum(({ atStakeCents, receivedCents }) => (receivedCents > 0 ? 0 : atStakeCents)),
    notComputed: lines.filter(({ status }) => status === 'not-computed').length,
  };
}

/** A part of an amount received, given to one line. */
export interface PaymentPart {
  lineKey: string;
  cents: Cents;
}

/** Payments dated so many days after the money came in may still be what it pays: a caisse can be a little early. */
const earlyDays = 31;

/** How an amount received is best shared: the oldest lines with something left first. What fits none is left over. */
export function proposeParts(lines: readonly Pick<PaymentLine, 'key' | 'date' | 'remainingCents'>[], cents: Cents, receivedOn: Day): PaymentPart[] {
  const until = addDays(receivedOn, earlyDays);
  const open = lines
    .filter(({ date, remainingCents }) => date !== null && date <= until && (remainingCents ?? 0) > 0)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0));
  let left = cents;
  const parts: PaymentPart[] = [];
  for (const { key, remainingCents } of open) {
    const part = Math.min(left, remainingCents ?? 0);
    if (part <= 0) break;
    parts.push({ lineKey: key, cents: part });
    left -= part;
  }
  return parts;
}
