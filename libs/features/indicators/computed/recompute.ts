import {
  computeFigure, givablePeriods, inputFigure, isSettled, lockOver, provisionalSentence, recordMeasure, sameFigure, settleComputed, warningsOf,
  type ComputedFigure, type ComputedOutcome, type PeriodLock, type ReadFormula, type RecordedMeasure, type StandingValue,
} from '@maillage/domain/indicators';
import { french, isDomainError, type Period } from '@maillage/domain/kernel';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { forgetComputed, formulaVersion, loadComputed, saveComputed, takeDue, type StoredComputed } from './computed.store';
import { labelOf } from '../definition/define-indicator';
import { countEvidence } from '../proofs/evidence.store';
import { indicatorFacts, momentOf, type IndicatorFacts } from '../values/facts';
import { readKept } from './formula-parser';
import { loadIndicator, loadIndicators, type StoredIndicator } from '../definition/indicator.store';
import { holdLocks, loadLockGround } from '../validation/lock.store';
import { contentOf, MeasureTrace, type MeasureEvent } from '../values/measure-trace';
import { deleteMeasure, insertMeasure, loadMeasures, updateMeasure, type StoredMeasure } from '../values/measure.store';
import { loadQualityHistories } from '../values/quality.store';
import { loadValidation } from '../validation/validation.store';

/** What a computed value feeds is computed after it, in the same transaction: no chain is longer. */
const longestChain = 50;

/** What the formula of one indicator needs, read once for all its periods. */
interface Ground {
  facts: IndicatorFacts;
  target: StoredIndicator;
  formula: ReadFormula;
  indicators: ReadonlyMap<string, StoredIndicator>;
  measures: ReadonlyMap<string, readonly StoredMeasure[]>;
  locks: readonly PeriodLock[];
  version: number;
}

/** What a formula gives for a period with the values as they are. */
export function figureFor({ facts, formula, target, indicators, measures }: Pick<Ground, 'facts' | 'formula' | 'indicators' | 'measures'> & { target: Parameters<typeof computeFigure>[1] }, period: Period): ComputedFigure {
  const inputs = formula.inputs.flatMap((input) => {
    const indicator = indicators.get(input.id);
    return indicator ? [inputFigure({ input, indicator, measures: measures.get(input.id) ?? [] }, period, facts)] : [{ input, value: null, settled: false }];
  });
  return computeFigure(formula, target, inputs);
}

/** Computes again what is marked so, all in one transaction: done twice, or started again after a stop, it changes nothing more. */
@Injectable()
export class RecomputeValues {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trace: MeasureTrace,
  ) {}

  /** The number of values written or taken away. */
  async execute(communityId: string): Promise<number> {
    return this.db.run(communityId, async (tx) => {
      let written = 0;
      for (let step = 0; step < longestChain; step += 1) {
        const due = await takeDue(tx);
        if (due.length === 0) break;
        await holdLocks(tx, communityId, 'to-write-values');
        for (const id of due) written += await this.one(tx, communityId, id);
      }
      return written;
    });
  }

  private async one(tx: Tx, communityId: string, id: string): Promise<number> {
    const target = await loadIndicator(tx, id, true);
    if (target.formula === null) await forgetComputed(tx, id);
    if (target.formula === null || target.archivedAt !== null) return 0;
    const ground = await this.ground(tx, communityId, target, readKept(target.formula));
    const own = new Map((ground.measures.get(id) ?? []).map((measure) => [measure.periodKey, measure]));
    const before = new Map((await loadComputed(tx, id)).map((one) => [one.periodKey, one]));
    const { submitOnSave } = await loadValidation(tx);
    const events: MeasureEvent[] = [];
    for (const period of givablePeriods(target, ground.facts)) {
      const event = await this.period(tx, ground, period, { measure: own.get(period.key), stored: before.get(period.key), submitOnSave });
      if (event) events.push(event);
    }
    if (events.length > 0) {
      const after = { formula: ground.formula.text, periods: events.map(({ periodKey }) => periodKey) };
      await this.trace.writeMany(tx, { communityId, personId: null }, events, { act: 'measure.computed', subjectType: 'indicator', subjectId: id, label: labelOf(target), after });
    }
    return events.length;
  }

  private async ground(tx: Tx, communityId: string, target: StoredIndicator, formula: ReadFormula): Promise<Ground> {
    const measures = new Map<string, readonly StoredMeasure[]>();
    for (const id of new Set([target.id, ...formula.inputs.map((input) => input.id)])) measures.set(id, await loadMeasures(tx, id));
    return {
      facts: await indicatorFacts(tx, communityId, this.clock),
      target,
      formula,
      indicators: new Map((await loadIndicators(tx, { archived: true })).map((one) => [one.id, one])),
      measures,
      locks: (await loadLockGround(tx, this.clock.now())).locks,
      version: await formulaVersion(tx, target.id),
    };
  }

  /** What becomes of one period; the event to be told when its value moved. */
  private async period(
    tx: Tx,
    ground: Ground,
    period: Period,
    { measure, stored, submitOnSave }: { measure: StoredMeasure | undefined; stored: StoredComputed | undefined; submitOnSave: boolean },
  ): Promise<MeasureEvent | null> {
    const { target, formula } = ground;
    const figure = figureFor(ground, period);
    const locked = lockOver(ground.locks, period) !== undefined;
    const kept = stored?.keptValue === null || stored === undefined ? null : { numerator: stored.keptNumerator, denominator: stored.keptDenominator, value: stored.keptValue };
    const settled = settleComputed(figure, measure ? this.standing(measure, ground.version, locked) : null, kept);
    // Nothing is written in a locked period, even where nothing is.
    const outcome = settled.outcome === 'written' && locked ? 'none' : settled.outcome;
    await this.keep(tx, ground, period, { figure, outcome, stored });
    if (settled.remove && measure) {
      // A proof was joined: a person takes the value away, or not.
      if ((await countEvidence(tx, measure.id)) > 0) return null;
      await deleteMeasure(tx, measure.id);
      return { act: 'deleted', indicator: target, periodKey: period.key, before: contentOf(measure), after: null, reason: null };
    }
    const moved = !measure || !sameFigure(figure, measure) || stored?.provisional !== figure.provisional;
    if (outcome !== 'written' || !moved || figure.value === null) return null;
    const recorded = await this.recorded(tx, ground, period, figure, measure);
    if (!recorded) return null;
    const arrival = { origin: 'computed', status: submitOnSave && !figure.provisional ? 'submitted' : 'draft', exceptionId: null } as const;
    const by = { personId: null, at: this.clock.now() };
    if (measure) await updateMeasure(tx, measure.id, recorded, arrival, by);
    else await insertMeasure(tx, this.ids.next(), target.id, recorded, arrival, by);
    const after = { ...contentOf(recorded), origin: 'computed', formula: formula.text };
    return { act: measure ? 'changed' : 'recorded', indicator: target, periodKey: period.key, before: measure ? contentOf(measure) : null, after };
  }

  private standing(measure: StoredMeasure, version: number, locked: boolean): StandingValue {
    const earlier = measure.definitionVersion === null || measure.definitionVersion < version;
    return { status: measure.status, numerator: measure.numerator, denominator: measure.denominator, value: measure.value, origin: measure.origin, earlier: earlier && isSettled(measure.status), locked };
  }

  /** The value as the rules take it: what is provisional or unusual is said in its comment, for who validates. Null: not to be given yet. */
  private async recorded(tx: Tx, { target, facts }: Ground, period: Period, figure: ComputedFigure, measure: StoredMeasure | undefined): Promise<RecordedMeasure | null> {
    const { numerator, denominator, value } = figure;
    const history = (await loadQualityHistories(tx, [{ indicatorId: target.id, period }])).get(`${target.id} ${period.key}`);
    const warnings = history && value !== null ? warningsOf(target, value, { ...history, other: null }) : [];
    const unusual = warnings.filter(({ check }) => check !== 'definition-changed').map(({ sentence }) => sentence);
    const comment = [provisionalSentence(figure), ...(unusual.length > 0 ? [french(`À vérifier : ${unusual.join(' ')}`)] : [])].filter((one) => one !== null).join(' ');
    try {
      return recordMeasure(target, measure ? { status: 'draft' } : null, { periodKey: period.key, numerator, denominator, value, comment: comment || null }, { ...momentOf(this.clock, facts), computed: true });
    } catch (error) {
      if (isDomainError(error)) return null;
      throw error;
    }
  }

  private async keep(tx: Tx, { target, formula }: Ground, period: Period, { figure, outcome, stored }: { figure: ComputedFigure; outcome: ComputedOutcome; stored: StoredComputed | undefined }): Promise<void> {
    const { numerator, denominator, value, gap, provisional } = figure;
    const now = { outcome, gap, numerator, denominator, value, provisional, formula: formula.text, inputs: figure.inputs.map(({ input, value: given, settled }) => ({ input, value: given, settled })) };
    if (stored && sayAll(stored) === sayAll(now)) return;
    await saveComputed(tx, { indicatorId: target.id, periodKey: period.key, periodStart: period.start, periodEnd: period.end, ...now }, this.clock.now());
  }
}

type Said = Pick<StoredComputed, 'outcome' | 'gap' | 'numerator' | 'denominator' | 'value' | 'provisional' | 'inputs' | 'formula'>;

/** What is compared to know whether anything moved. */
function sayAll({ outcome, gap, numerator, denominator, value, provisional, inputs, formula }: Said): string {
  const given = inputs.map(({ input, value: figure, settled }) => [input.kind, input.id, input.code, input.part, figure, settled]);
  return JSON.stringify([outcome, gap, numerator, denominator, value, provisional, formula, given]);
}
