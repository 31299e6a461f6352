import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, ensure } from '@maillage/domain/kernel';
import { checkPayment, type PaymentContent } from '@maillage/domain/money';
import { audit, requireRevision } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { PaymentLedger } from './payment-ledger';
import { contentOf, paymentName, samePayment, toldPayment } from './payment-trace';
import { PaymentQueries, type PaymentsPage } from './payment.queries';
import { lockPayment, writePayment } from './payment.store';

/** What an amount received becomes, with the revision that was on screen. */
export interface PaymentChange extends PaymentContent {
  revision: number;
}

/** Corrects an amount received, or what it pays. The same content again changes nothing. */
@Injectable()
export class ChangePayment {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ledger: PaymentLedger,
    private readonly queries: PaymentQueries,
  ) {}

  /** The page as it is now. Refuses besides the rules of a payment: `payment-cancelled`, `edited-meanwhile`. */
  async execute(actor: Actor, id: string, { revision, ...input }: PaymentChange): Promise<PaymentsPage> {
    requireRight(actor, 'money.write');
    return this.db.run(actor.communityId, async (tx) => {
      const before = await lockPayment(tx, id);
      const { facts, expected } = await this.ledger.expected(tx, actor.communityId);
      ensure(before.cancelledAt === null, 'payment-cancelled');
      if (!facts.contract) throw new DomainError('contract-missing');
      // A line the contract no longer promises keeps the part it already had.
      const knownKeys = new Set([...expected.map(({ key }) => key), ...before.parts.map(({ lineKey }) => lineKey)]);
      const payment = checkPayment(input, { signedOn: facts.contract.signedOn, today: facts.today, knownKeys });
      if (!samePayment(before, payment)) {
        await requireRevision(tx, before, revision, contentOf(before), facts.timeZone);
        await writePayment(tx, id, payment, { personId: actor.personId, at: this.clock.now() });
        await audit(tx, actor, {
          act: 'payment.changed',
          subjectType: 'payment',
          subjectId: id,
          label: paymentName(payment),
          before: toldPayment(before, expected),
          after: toldPayment(payment, expected),
        });
      }
      return this.queries.page(tx, actor.communityId);
    });
  }
}
