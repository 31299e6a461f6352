import { contractEnd, contractYears } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import type { Cents, Day } from '@maillage/domain/kernel';
import { type PaymentLine, paymentLabel, type PaymentTotals, payLines, readPaymentKey, totalPayments } from '@maillage/domain/money';
import { TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { missionNames, PaymentLedger } from './payment-ledger';
import { loadPayments, receivedByLine, type StoredPayment } from './payment.store';

/** A contract year with what the caisse pays for it. */
export interface PaymentYear {
  number: number;
  start: Day;
  end: Day;
  /** False: nothing says what this year is worth, it has no line. */
  hasTerms: boolean;
  lines: PaymentLine[];
  totals: PaymentTotals;
}

/** What a part of an amount received pays. */
export interface NamedPart {
  lineKey: string;
  cents: Cents;
  /** « Prévention : part fixe, avance ». */
  label: string;
  /** null when the key is not one of a contract year. */
  year: number | null;
  /** False: the contract no longer promises that line (a mission date or the terms were changed). */
  expected: boolean;
}

/** An amount received as the page shows it. */
export interface PaymentView extends Omit<StoredPayment, 'parts' | 'updatedBy' | 'updatedAt'> {
  parts: NamedPart[];
  /** What pays no line the contract promises. */
  unallocatedCents: Cents;
}

/** The page of the payments. */
export interface PaymentsPage {
  today: Day;
  /** null without a contract. */
  contract: { signedOn: Day; endsOn: Day; prorataUnit: string } | null;
  /** Number of the year that runs; null outside the contract. */
  currentYear: number | null;
  years: PaymentYear[];
  /** Over all years; received counts every amount that came in, whatever it pays. */
  totals: PaymentTotals & { unallocatedCents: Cents };
  payments: PaymentView[];
}

/** Reads of the payments. */
@Injectable()
export class PaymentQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly ledger: PaymentLedger,
  ) {}

  /** What is expected from the caisse and what came in, by contract year and in all. */
  async payments(actor: Actor): Promise<PaymentsPage> {
    requireRight(actor, 'money.read');
    return this.db.run(actor.communityId, (tx) => this.page(tx, actor.communityId), { readOnly: true });
  }

  /** The page, inside a transaction. */
  async page(tx: Tx, communityId: string): Promise<PaymentsPage> {
    const { facts, terms, expected } = await this.ledger.expected(tx, communityId);
    const { contract, today } = facts;
    const lines = payLines(expected, await receivedByLine(tx), today);
    const known = new Map(lines.map(({ key, label }) => [key, label]));
    const nameOf = missionNames(facts);
    const payments = (await loadPayments(tx)).map((payment) => viewOf(payment, known, nameOf));
    const counted = payments.filter(({ cancelledAt }) => cancelledAt === null);
    const years = contract ? contractYears(contract) : [];
    return {
      today,
      contract: contract && { signedOn: contract.signedOn, endsOn: contractEnd(contract), prorataUnit: contract.prorataUnit },
      currentYear: years.findIndex(({ start, end }) => start <= today && today <= end) + 1 || null,
      years: years.map(({ start, end }, index) => {
        const own = lines.filter(({ year }) => year === index + 1);
        return { number: index + 1, start, end, hasTerms: terms.some(({ year }) => year === index + 1), lines: own, totals: totalPayments(own, today) };
      }),
      totals: {
        ...totalPayments(lines, today),
        receivedCents: counted.reduce((sum, { cents }) => sum + cents, 0),
        unallocatedCents: counted.reduce((sum, { unallocatedCents }) => sum + unallocatedCents, 0),
      },
      payments,
    };
  }
}

function viewOf({ parts, updatedBy: _by, updatedAt: _at, ...payment }: StoredPayment, known: ReadonlyMap<string, string>, nameOf: (code: string) => string): PaymentView {
  const named = parts.map(({ lineKey, cents }): NamedPart => {
    const read = readPaymentKey(lineKey);
    const label = known.get(lineKey) ?? (read ? paymentLabel(read.kind, read.missionCode ? nameOf(read.missionCode) : '') : lineKey);
    return { lineKey, cents, label, year: read?.year ?? null, expected: known.has(lineKey) };
  });
  const given = named.reduce((sum, { cents, expected }) => sum + (expected ? cents : 0), 0);
  return { ...payment, parts: named, unallocatedCents: payment.cents - given };
}
