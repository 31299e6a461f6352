import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { checkPayment, type PaymentContent } from '@maillage/domain/money';
import { audit, loadCommunity } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { PaymentLedger } from './payment-ledger';
import { paymentName, samePayment, toldPayment } from './payment-trace';
import { PaymentQueries, type PaymentsPage } from './payment.queries';
import { findPayment, writePayment } from './payment.store';

/** An amount received; its id is made by the screen, so that the same request sent twice records it once. */
export interface PaymentInput extends PaymentContent {
  id: string;
}

/** Records an amount that came in from the caisse, and the lines it pays. */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ledger: PaymentLedger,
    private readonly queries: PaymentQueries,
  ) {}

  /** The page as it is now. Refuses besides the rules of a payment: `contract-missing`, `already-done` for an id that says something else. */
  async execute(actor: Actor, { id, ...input }: PaymentInput): Promise<PaymentsPage> {
    requireRight(actor, 'money.write');
    return this.db.run(actor.communityId, async (tx) => {
      // One at a time: the same request twice at once is seen as the same.
      await loadCommunity(tx, actor.communityId, true);
      const { facts, expected } = await this.ledger.expected(tx, actor.communityId);
      if (!facts.contract) throw new DomainError('contract-missing');
      const knownKeys = new Set(expected.map(({ key }) => key));
      const payment = checkPayment(input, { signedOn: facts.contract.signedOn, today: facts.today, knownKeys });
      const before = await findPayment(tx, id);
      if (before && !(samePayment(before, payment) && before.cancelledAt === null)) throw new DomainError('already-done');
      if (!before) {
        await writePayment(tx, id, payment, { personId: actor.personId, at: this.clock.now() });
        await audit(tx, actor, { act: 'payment.recorded', subjectType: 'payment', subjectId: id, label: paymentName(payment), after: toldPayment(payment, expected) });
      }
      return this.queries.page(tx, actor.communityId);
    });
  }
}
