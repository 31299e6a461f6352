import { checkActReason, isSettled, moveMeasure, provisionalSentence, recordMeasure } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, formatPeriod, parsePeriod } from '@maillage/domain/kernel';
import { audit, requireRevision } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadComputed, settleAsked, type StoredComputed } from './computed.store';
import { labelOf } from '../definition/define-indicator';
import { indicatorFacts, momentOf, type IndicatorFacts } from '../values/facts';
import { loadIndicator, type StoredIndicator } from '../definition/indicator.store';
import { contentOf, MeasureTrace } from '../values/measure-trace';
import { findMeasure, setMeasureStage, updateMeasure, type StoredMeasure } from '../values/measure.store';
import { placeOf, requireOpenPeriod } from '../validation/open-period';
import { loadValidation } from '../validation/validation.store';

/** The question as seen on screen, and why it is answered so. */
export interface SettledQuestion {
  indicatorId: string;
  periodKey: string;
  revision: number;
  reason: string | null;
}

interface Held {
  indicator: StoredIndicator;
  facts: IndicatorFacts;
  computed: StoredComputed;
  measure: StoredMeasure;
}

/** Answers what a formula asks when its figure is not the value that stands: keep the value, or take the figure of the formula. */
@Injectable()
export class SettleComputed {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly trace: MeasureTrace,
  ) {}

  /** Keeps the value that stands; it is asked again only when the formula gives another figure. */
  async keep(actor: Actor, question: SettledQuestion): Promise<void> {
    requireRight(actor, 'measures.validate');
    await this.db.run(actor.communityId, async (tx) => {
      const held = await this.held(tx, actor, question, 'kept');
      if (!held) return;
      const { indicator, computed, measure, facts } = held;
      const reason = checkActReason(question.reason);
      await settleAsked(tx, question, 'kept', reason, this.trace.by(actor));
      const period = formatPeriod(parsePeriod(computed.periodKey, facts.calendar));
      const after = { ...contentOf(measure), formulaGives: computed.value, reason };
      await audit(tx, actor, { act: 'measure.computed-kept', subjectType: 'indicator', subjectId: indicator.id, label: `${labelOf(indicator)} · ${period}`, after });
    });
  }

  /** Takes the figure of the formula: a validated value is opened again with the reason, and is to be validated again. */
  async replace(actor: Actor, question: SettledQuestion): Promise<void> {
    requireRight(actor, 'measures.validate');
    await this.db.run(actor.communityId, async (tx) => {
      const held = await this.held(tx, actor, question, 'written');
      if (!held) return;
      const { indicator, computed, measure, facts } = held;
      const reason = checkActReason(question.reason);
      const exceptionId = await requireOpenPeriod(tx, actor, placeOf(measure), this.clock.now());
      const settings = await loadValidation(tx);
      const contractStart = facts.calendar.contractStart ?? null;
      const by = this.trace.by(actor);
      if (isSettled(measure.status)) {
        moveMeasure('reopen', { ...measure, status: 'validated' }, actor.role, settings);
        await setMeasureStage(tx, measure.id, 'draft', { remark: null, exceptionId }, by);
        await this.trace.write(tx, actor, { act: 'reopened', indicator, periodKey: measure.periodKey, after: contentOf(measure), reason }, contractStart);
      }
      const { numerator, denominator, value, provisional } = computed;
      const given = { periodKey: measure.periodKey, numerator, denominator, value, comment: provisionalSentence(computed) };
      const recorded = recordMeasure(indicator, { status: 'draft' }, given, { ...momentOf(this.clock, facts), computed: true });
      await updateMeasure(tx, measure.id, recorded, { origin: 'computed', status: settings.submitOnSave && !provisional ? 'submitted' : 'draft', exceptionId }, by);
      await settleAsked(tx, question, 'written', reason, by);
      const after = { ...contentOf(recorded), origin: 'computed', formula: computed.formula };
      await this.trace.write(tx, actor, { act: 'changed', indicator, periodKey: measure.periodKey, before: contentOf(measure), after, reason }, contractStart);
    });
  }

  /** The question, held against other writers; null when this person has just answered it so. */
  private async held(tx: Tx, actor: Actor, { indicatorId, periodKey, revision }: SettledQuestion, answer: 'kept' | 'written'): Promise<Held | null> {
    const indicator = await loadIndicator(tx, indicatorId, true);
    const facts = await indicatorFacts(tx, actor.communityId, this.clock);
    const computed = (await loadComputed(tx, indicatorId)).find((one) => one.periodKey === periodKey);
    if (!computed) throw new DomainError('computed-question-closed');
    if (computed.outcome === answer && computed.revision === revision + 1 && computed.updatedBy === actor.personId) return null;
    await requireRevision(tx, computed, revision, { value: computed.value, outcome: computed.outcome }, facts.timeZone);
    const measure = await findMeasure(tx, indicatorId, periodKey);
    if (computed.outcome !== 'asked' || computed.value === null || !measure) throw new DomainError('computed-question-closed');
    return { indicator, facts, computed, measure };
  }
}
