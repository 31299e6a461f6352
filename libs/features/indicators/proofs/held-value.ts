import type { Actor } from '@maillage/domain/identity';
import { Clock, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { indicatorFacts, requireMeasureRight, type IndicatorFacts } from '../values/facts';
import { loadIndicator, type StoredIndicator } from '../definition/indicator.store';
import { MeasureTrace } from '../values/measure-trace';
import { loadMeasure, type StoredMeasure } from '../values/measure.store';
import { placeOf, requireOpenPeriod } from '../validation/open-period';

/** A value this person may give, with what its traces need. */
export interface HeldValue {
  measure: StoredMeasure;
  indicator: StoredIndicator;
  facts: IndicatorFacts;
}

/** Takes hold of a value whose proofs are about to change, and tells what happened to them. */
@Injectable()
export class HeldValues {
  constructor(
    private readonly clock: Clock,
    readonly trace: MeasureTrace,
  ) {}

  /**
   * The value, its indicator held against other writers when it is to be written. Refused: not this community's, not this person's to
   * give, its period locked.
   */
  async hold(tx: Tx, actor: Actor, measureId: string, { write }: { write: boolean }): Promise<HeldValue> {
    const { indicatorId } = await loadMeasure(tx, measureId);
    const indicator = await loadIndicator(tx, indicatorId, write);
    await requireMeasureRight(tx, actor, indicator);
    const measure = await loadMeasure(tx, measureId);
    if (write) await requireOpenPeriod(tx, actor, placeOf(measure), this.clock.now());
    return { measure, indicator, facts: await indicatorFacts(tx, actor.communityId, this.clock) };
  }

  /** Writes the two traces of a proof that comes to a value, or leaves it. */
  async tell(tx: Tx, actor: Actor, { measure, indicator, facts }: HeldValue, act: 'evidence-added' | 'evidence-removed', proof: { name: string; hash: string }): Promise<void> {
    const said = { fileName: proof.name, hash: proof.hash };
    const event = { act, indicator, periodKey: measure.periodKey, ...(act === 'evidence-added' ? { after: said } : { before: said }) };
    await this.trace.write(tx, actor, event, facts.calendar.contractStart ?? null);
  }
}
