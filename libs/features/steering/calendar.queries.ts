import { type Actor, hasRight, requireRight } from '@maillage/domain/identity';
import { addYears, type Day, type PeriodKind, periodKinds } from '@maillage/domain/kernel';
import { type Calendar, makeCalendar } from '@maillage/domain/steering';
import { contractFacts } from '@maillage/features/contract';
import { loadAbsences, loadCollectionSettings, loadFigures, loadIndicators, loadWaitingPlaces } from '@maillage/features/indicators';
import { PaymentLedger, YearClosing } from '@maillage/features/money';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** The calendar of the community, as a role may read it. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ledger: PaymentLedger,
    private readonly closing: YearClosing,
  ) {}

  /** Clocks and dated things on the local day; payments only for who may read them. */
  async calendar(actor: Pick<Actor, 'communityId' | 'role'>): Promise<Calendar> {
    requireRight(actor, 'steering.read');
    const { communityId } = actor;
    return this.db.run(
      communityId,
      async (tx) => {
        const { contract, agreement, participations, today } = await contractFacts(tx, communityId, this.clock);
        const from = addYears(today, -2);
        const since = Object.fromEntries(periodKinds.map((kind) => [kind, from])) as Record<PeriodKind, Day>;
        const closed = await this.closing.closedYears(tx);
        return makeCalendar({
          today,
          contract,
          agreement,
          participations,
          payments: hasRight(actor, 'money.read') ? await this.ledger.paymentLines(tx, communityId, today) : [],
          indicators: await loadIndicators(tx),
          measures: await loadFigures(tx, since),
          absences: [...(await loadAbsences(tx, from)), ...(await loadWaitingPlaces(tx, from))],
          dueDays: (await loadCollectionSettings(tx)).dueDays,
          closedYears: Object.keys(closed).map(Number),
        });
      },
      { readOnly: true },
    );
  }
}
