import { type Day, isDay, roundTo } from '@maillage/domain/kernel';
import { proposeParts } from '@maillage/domain/money';
import type { PaymentContent, PaymentLine, ReceivedPayment } from './payments-api';

/** What is typed of a payment. Amounts in euros, as on the bank statement. */
export interface PaymentValues {
  /** Kept with the draft: the same payment sent again is the same one. */
  id: string;
  /** null for a new one; the revision the typing began on. */
  revision: number | null;
  receivedOn: Day | null;
  euros: number | null;
  reference: string;
  note: string;
  /** Euros by line. */
  parts: Record<string, number | null>;
  /** Parts were typed: no longer proposed at each change. */
  chosen: boolean;
}

/** Whole cents of what is typed in euros; 0 when nothing or no number is. */
export const centsOfEuros = (euros: number | null): number => (euros === null || Number.isNaN(euros) ? 0 : roundTo(euros * 100, 0));

/** A line a payment can pay; `openCents` is what it can still take, what this payment already pays of it put back. */
export interface OpenLine {
  key: string;
  label: string;
  year: number | null;
  date: Day | null;
  openCents: number | null;
}

/** The lines of the contract, and those this payment already pays that it no longer promises. */
export function openLines(lines: readonly PaymentLine[], known: ReceivedPayment | null): OpenLine[] {
  const own = new Map(known?.parts.map(({ lineKey, cents }) => [lineKey, cents]) ?? []);
  const expected = lines.map(({ key, label, year, date, cents, receivedCents }) => ({
    key, label, year, date, openCents: cents === null ? null : Math.max(0, cents - receivedCents + (own.get(key) ?? 0)),
  }));
  const gone = known?.parts.filter((part) => !part.expected).map(({ lineKey, label, year }) => ({ key: lineKey, label, year, date: null, openCents: null })) ?? [];
  return [...expected, ...gone];
}

const asLine = ({ key, date, openCents }: OpenLine) => ({ key, date, remainingCents: openCents });

/** The parts proposed for what is typed: the oldest lines first. */
export function proposedParts(lines: readonly OpenLine[], euros: number | null, receivedOn: Day | null): PaymentValues['parts'] {
  if (!isDay(receivedOn)) return {};
  return Object.fromEntries(proposeParts(lines.map(asLine), centsOfEuros(euros), receivedOn).map(({ lineKey, cents }) => [lineKey, cents / 100]));
}

/** After every date: lines without one come last. */
const far = '9999';

/** How many lines are shown before any is asked for. */
const shownAtOnce = 6;

/** The lines to show: those that have a part, and the first that wait for one; by date. */
export function shownLines(lines: readonly OpenLine[], { parts, receivedOn }: Pick<PaymentValues, 'parts' | 'receivedOn'>): OpenLine[] {
  const waiting = isDay(receivedOn) ? proposeParts(lines.map(asLine), Number.MAX_SAFE_INTEGER, receivedOn).map(({ lineKey }) => lineKey) : [];
  const shown = new Set([...Object.keys(parts), ...waiting.slice(0, shownAtOnce)]);
  return lines.filter(({ key }) => shown.has(key)).sort((a, b) => ((a.date ?? far) < (b.date ?? far) ? -1 : (a.date ?? far) > (b.date ?? far) ? 1 : 0));
}

/** Cents given to lines. */
export const givenCents = ({ parts }: Pick<PaymentValues, 'parts'>): number => Object.values(parts).reduce<number>((sum, euros) => sum + centsOfEuros(euros), 0);

/** What the form begins with. */
export function valuesOf(known: ReceivedPayment | null, id: string): PaymentValues {
  if (!known) return { id, revision: null, receivedOn: null, euros: null, reference: '', note: '', parts: {}, chosen: false };
  return { ...contentValues(known), id: known.id, revision: known.revision };
}

/** A content as it is typed. */
export function contentValues({ receivedOn, cents, reference, note, parts }: PaymentContent): Omit<PaymentValues, 'id' | 'revision'> {
  return {
    receivedOn,
    euros: cents / 100,
    reference: reference ?? '',
    note: note ?? '',
    parts: Object.fromEntries(parts.map((part) => [part.lineKey, part.cents / 100])),
    chosen: true,
  };
}

/** What is sent. */
export function contentOf({ receivedOn, euros, reference, note, parts }: PaymentValues): PaymentContent {
  const given = Object.entries(parts).map(([lineKey, typed]) => ({ lineKey, cents: centsOfEuros(typed) }));
  return {
    receivedOn: receivedOn ?? '',
    cents: centsOfEuros(euros),
    reference: reference.trim() || null,
    note: note.trim() || null,
    parts: given.filter(({ cents }) => cents > 0),
  };
}
