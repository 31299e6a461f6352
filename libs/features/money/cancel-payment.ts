import { requireRight, type Actor } from '@maillage/domain/identity';
import { checkCancelReason } from '@maillage/domain/money';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { contentOf, paymentName } from './payment-trace';
import { PaymentQueries, type PaymentsPage } from './payment.queries';
import { cancelPayment, lockPayment } from './payment.store';

/** Cancels an amount recorded by mistake: it leaves every sum and stays in the list, with the reason. */
@Injectable()
export class CancelPayment {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly queries: PaymentQueries,
  ) {}

  /** The page as it is now; cancelled already, nothing changes. */
  async execute(actor: Actor, id: string, input: { revision: number; reason: string }): Promise<PaymentsPage> {
    requireRight(actor, 'money.write');
    return this.db.run(actor.communityId, async (tx) => {
      const before = await lockPayment(tx, id);
      const reason = checkCancelReason(input.reason);
      if (before.cancelledAt === null) {
        await requireRevision(tx, before, input.revision, contentOf(before), await timeZoneOf(tx, actor.communityId));
        await cancelPayment(tx, id, reason, { personId: actor.personId, at: this.clock.now() });
        await audit(tx, actor, { act: 'payment.cancelled', subjectType: 'payment', subjectId: id, label: paymentName(before), after: { reason } });
      }
      return this.queries.page(tx, actor.communityId);
    });
  }
}
