import { stateAbsence } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, parsePeriod, type Period } from '@maillage/domain/kernel';
import { requireRevision } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { deleteAbsence, findAbsence, saveAbsence, type StoredAbsence } from './collection.store';
import { indicatorFacts, requireMeasureRight, type IndicatorFacts } from '../values/facts';
import { loadIndicator, type StoredIndicator } from '../definition/indicator.store';
import { MeasureTrace } from '../values/measure-trace';
import { findMeasure } from '../values/measure.store';
import { requireOpenPeriod } from '../validation/open-period';

/** Where an absence is stated, with the revision on screen (0 where there was none). */
export interface AbsencePlace {
  indicatorId: string;
  periodKey: string;
  revision: number;
}

interface Ground {
  indicator: StoredIndicator;
  facts: IndicatorFacts;
  period: Period;
  existing: StoredAbsence | undefined;
}

const contentOf = ({ reason }: Pick<StoredAbsence, 'reason'>): { reason: string } => ({ reason });

/** Says that a period has no value, and why; or takes that answer back. */
@Injectable()
export class StateAbsence {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly trace: MeasureTrace,
  ) {}

  /** The revision of the answer. The same reason again changes nothing: a second click is harmless. */
  async state(actor: Actor, { reason, ...place }: AbsencePlace & { reason: string }): Promise<{ revision: number }> {
    requireRight(actor, 'measures.write');
    return this.db.run(actor.communityId, async (tx) => {
      const { indicator, facts, period, existing } = await this.ground(tx, actor, place);
      const hasValue = (await findMeasure(tx, indicator.id, period.key)) !== undefined;
      const absence = stateAbsence(indicator, hasValue, { periodKey: period.key, reason }, facts);
      if (existing?.reason === absence.reason) return { revision: existing.revision };
      await this.requireSeen(tx, existing, place.revision, facts.timeZone);
      await saveAbsence(tx, indicator.id, absence, this.trace.by(actor));
      await this.trace.write(
        tx,
        actor,
        { act: 'absence-stated', indicator, periodKey: period.key, before: existing ? contentOf(existing) : null, after: contentOf(absence), reason: absence.reason },
        facts.calendar.contractStart ?? null,
      );
      return { revision: (existing?.revision ?? 0) + 1 };
    });
  }

  /** The period is awaited again; taken back twice, nothing more happens. */
  async withdraw(actor: Actor, place: AbsencePlace): Promise<void> {
    requireRight(actor, 'measures.write');
    await this.db.run(actor.communityId, async (tx) => {
      const { indicator, facts, period, existing } = await this.ground(tx, actor, place);
      if (!existing) return;
      await this.requireSeen(tx, existing, place.revision, facts.timeZone);
      await deleteAbsence(tx, indicator.id, period.key);
      await this.trace.write(tx, actor, { act: 'absence-withdrawn', indicator, periodKey: period.key, before: contentOf(existing) }, facts.calendar.contractStart ?? null);
    });
  }

  /** The indicator held against other writers, the period open to this person. */
  private async ground(tx: Tx, actor: Actor, { indicatorId, periodKey }: AbsencePlace): Promise<Ground> {
    const indicator = await loadIndicator(tx, indicatorId, true);
    await requireMeasureRight(tx, actor, indicator);
    const facts = await indicatorFacts(tx, actor.communityId, this.clock);
    const period = parsePeriod(periodKey, facts.calendar);
    await requireOpenPeriod(tx, actor, { indicatorId: indicator.id, period }, this.clock.now());
    return { indicator, facts, period, existing: await findAbsence(tx, indicator.id, period.key) };
  }

  private async requireSeen(tx: Tx, existing: StoredAbsence | undefined, seen: number, timeZone: string): Promise<void> {
    if (existing) return requireRevision(tx, existing, seen, contentOf(existing), timeZone);
    if (seen !== 0) throw new DomainError('not-found');
  }
}
