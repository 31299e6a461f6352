import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import {
  computedQuestion, formatValue, formulaInWords, gapSentence, givablePeriods, isSettled, lockOver, moveMeasure, provisionalSentence, requireOpen, writeInput,
  type ComputedFigure, type ComputedOutcome, type FormulaInput, type IndicatorInput,
} from '@maillage/domain/indicators';
import { errorText, formatPeriod, french, isDomainError, parsePeriod, type PeriodCalendar } from '@maillage/domain/kernel';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadAsked, loadComputed, loadFed, type StoredComputed } from './computed.store';
import { indicatorFacts } from '../values/facts';
import { readKept } from './formula-parser';
import { loadIndicator, loadIndicators, type StoredIndicator } from '../definition/indicator.store';
import { placeOf } from '../validation/open-period';
import { actsGround, type ActsGround } from '../values/value-acts';
import { loadMeasures, type StoredMeasure } from '../values/measure.store';
import { figureFor } from './recompute';
import { resolveFormula } from './resolve-formula';

/** An input of a computed value, with what it gave. */
export interface ComputedInputView {
  kind: FormulaInput['kind'];
  id: string;
  /** As the formula writes it, with the code of today: `numérateur(PRE-01)`. */
  written: string;
  name: string;
  /** What it gave, said with its unit; null when it was missing. */
  text: string | null;
  settled: boolean;
}

/** What a formula gives for a period, and what became of it. */
export interface ComputedPeriod {
  periodKey: string;
  label: string;
  outcome: ComputedOutcome;
  /** What the formula gives, said with its unit; null when it gives nothing. */
  text: string | null;
  /** Why nothing, or why it may still move; null when there is nothing to say. */
  sentence: string | null;
  /** What is asked, when the value that stands is another; null otherwise. */
  question: string | null;
  /** Taking the formula's figure opens a validated value again. */
  reopens: boolean;
  /** Why this reader cannot take the formula's figure, in French; null when they can, or when nothing is asked. */
  closed: string | null;
  inputs: ComputedInputView[];
  computedAt: Date;
  revision: number;
}

/** An indicator by its code, as it is linked to. */
export interface LinkedIndicator {
  id: string;
  code: string;
  name: string;
}

/** Where the values of an indicator come from, and what they feed. */
export interface ComputedPage {
  formula: string | null;
  words: string | null;
  inputs: LinkedIndicator[];
  /** The indicators computed from this one. */
  feeds: LinkedIndicator[];
  /** Newest first. */
  periods: ComputedPeriod[];
  may: { settle: boolean };
}

/** A question that waits for an answer. */
export interface ComputedQuestion extends LinkedIndicator {
  periodKey: string;
  label: string;
  question: string;
}

/** What a formula would give for a period. */
export interface FormulaPreviewPeriod {
  label: string;
  text: string | null;
  sentence: string | null;
}

/** What is learned of a formula while it is typed. */
export interface FormulaPreview {
  /** Why it is refused, in French; null when it can be saved. */
  fault: string | null;
  /** Character of the fault, from 1; null when it has no place. */
  place: number | null;
  words: string | null;
  /** The last periods, newest first. */
  periods: FormulaPreviewPeriod[];
}

const previewPeriods = 4;

/** Reads of computed values: what formulas give, from what, what they feed and what they ask. */
@Injectable()
export class ComputedQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Where the values of an indicator come from, and what they feed. */
  async of(actor: Actor, indicatorId: string): Promise<ComputedPage> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const byId = await this.indicators(tx);
        const indicator = byId.get(indicatorId) ?? (await notThere(tx, indicatorId));
        const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
        const measures = new Map((await loadMeasures(tx, indicatorId)).map((one) => [one.periodKey, one]));
        const acts = await actsGround(tx, this.clock.now());
        const linked = (ids: readonly string[]): LinkedIndicator[] => [...new Set(ids)].flatMap((id) => linkOf(byId.get(id)));
        return {
          formula: indicator.formula?.text ?? null,
          words: indicator.formula ? wordsOf(indicator.formula, byId) : null,
          inputs: linked(indicator.formula?.inputs.map(({ id }) => id) ?? []),
          feeds: linked(await loadFed(tx, [indicatorId])),
          periods: indicator.formula ? (await loadComputed(tx, indicatorId)).map((one) => periodView(one, indicator, measures.get(one.periodKey), { actor, byId, calendar, acts })) : [],
          may: { settle: hasRight(actor, 'measures.validate') },
        };
      },
      { readOnly: true },
    );
  }

  /** What waits for a choice, newest period first; empty for who may not make it. */
  async questions(actor: Actor): Promise<ComputedQuestion[]> {
    requireRight(actor, 'indicators.read');
    if (!hasRight(actor, 'measures.validate')) return [];
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const asked = await loadAsked(tx);
        if (asked.length === 0) return [];
        const byId = await this.indicators(tx);
        const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
        const acts = await actsGround(tx, this.clock.now());
        const measures = new Map<string, StoredMeasure>();
        for (const id of new Set(asked.map(({ indicatorId }) => indicatorId))) for (const one of await loadMeasures(tx, id)) measures.set(`${id} ${one.periodKey}`, one);
        return asked.flatMap((one): ComputedQuestion[] => {
          const indicator = byId.get(one.indicatorId);
          if (!indicator?.formula || indicator.archivedAt !== null) return [];
          const { question, label } = periodView(one, indicator, measures.get(`${one.indicatorId} ${one.periodKey}`), { actor, byId, calendar, acts });
          return question === null ? [] : [{ id: indicator.id, code: indicator.code, name: indicator.name, periodKey: one.periodKey, label, question }];
        });
      },
      { readOnly: true },
    );
  }

  /** What a formula would be and give, for the definition on screen; nothing is written. `indicatorId`: the one that is changed. */
  async preview(actor: Actor, text: string, input: Pick<IndicatorInput, 'code' | 'kind' | 'unit' | 'decimals' | 'bounded' | 'frequency' | 'aggregation' | 'trackedFrom'>, indicatorId: string | null): Promise<FormulaPreview> {
    requireRight(actor, 'indicators.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const byId = await this.indicators(tx);
        const own = indicatorId === null ? null : (byId.get(indicatorId) ?? (await notThere(tx, indicatorId)));
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        try {
          const target = { ...input, name: '', code: input.code.trim().toUpperCase() };
          const formula = readKept(resolveFormula(text, target, own, [...byId.values()].filter(({ id }) => id !== indicatorId)));
          const measures = new Map<string, readonly StoredMeasure[]>();
          for (const id of new Set(formula.inputs.map((one) => one.id))) measures.set(id, await loadMeasures(tx, id));
          const periods = givablePeriods({ id: '', frequency: input.frequency, trackedFrom: input.trackedFrom, archivedAt: null }, facts).slice(-previewPeriods).reverse();
          return {
            fault: null,
            place: null,
            words: wordsOf(formula, byId),
            periods: periods.map((period) => {
              const figure = figureFor({ facts, formula, target, indicators: byId, measures }, period);
              return { label: formatPeriod(period), text: figure.value === null ? null : formatValue(input, figure.value), sentence: gapSentence(figure) ?? provisionalSentence(figure) };
            }),
          };
        } catch (error) {
          if (!isDomainError(error)) throw error;
          const place = error.meta['place'];
          return { fault: errorText(error.code, error.meta), place: typeof place === 'number' ? place : null, words: null, periods: [] };
        }
      },
      { readOnly: true },
    );
  }

  private async indicators(tx: Tx): Promise<Map<string, StoredIndicator>> {
    return new Map((await loadIndicators(tx, { archived: true })).map((one) => [one.id, one]));
  }
}

async function notThere(tx: Tx, id: string): Promise<StoredIndicator> {
  return loadIndicator(tx, id);
}

const linkOf = (indicator: StoredIndicator | undefined): LinkedIndicator[] => (indicator ? [{ id: indicator.id, code: indicator.code, name: indicator.name }] : []);

/** The formula with the names its indicators have today. */
function wordsOf(formula: NonNullable<StoredIndicator['formula']>, byId: ReadonlyMap<string, StoredIndicator>): string {
  return french(formulaInWords(readKept(formula), ({ id, code }) => byId.get(id)?.name ?? code));
}

interface Around {
  actor: Actor;
  byId: ReadonlyMap<string, StoredIndicator>;
  calendar: PeriodCalendar;
  acts: ActsGround;
}

function periodView(one: StoredComputed, indicator: StoredIndicator, measure: StoredMeasure | undefined, { actor, byId, calendar, acts }: Around): ComputedPeriod {
  const period = parsePeriod(one.periodKey, calendar);
  const locked = lockOver(acts.ground.locks, period) !== undefined;
  const figure: ComputedFigure = { ...one };
  const asks = one.outcome === 'asked' && measure !== undefined && one.value !== null;
  const unwritten = one.outcome === 'none' && one.value !== null ? french('La période est verrouillée : la valeur calculée n’y est pas écrite.') : null;
  return {
    periodKey: one.periodKey,
    label: formatPeriod(period),
    outcome: one.outcome,
    text: one.value === null ? null : formatValue(indicator, one.value),
    sentence: gapSentence(figure) ?? unwritten ?? provisionalSentence(figure),
    question: asks ? computedQuestion(indicator, one.value ?? 0, { value: measure.value, status: measure.status, locked }) : null,
    reopens: asks && isSettled(measure.status),
    closed: asks ? whyClosed(actor, measure, acts) : null,
    inputs: one.inputs.map(({ input, value, settled }) => inputView(input, value, settled, byId)),
    computedAt: one.computedAt,
    revision: one.revision,
  };
}

/** Why a reader who validates cannot take the figure of the formula, by the rules that would refuse it; null when they can. */
function whyClosed(actor: Actor, measure: StoredMeasure, { ground, settings, now }: ActsGround): string | null {
  try {
    requireOpen(ground, { ...placeOf(measure), personId: actor.personId }, now);
    if (isSettled(measure.status)) moveMeasure('reopen', { ...measure, status: 'validated' }, actor.role, settings);
    return null;
  } catch (error) {
    if (isDomainError(error, 'period-locked')) return french('Période verrouillée : une exception l’ouvre.');
    if (isDomainError(error)) return errorText(error.code, error.meta);
    throw error;
  }
}

function inputView(input: FormulaInput, value: number | null, settled: boolean, byId: ReadonlyMap<string, StoredIndicator>): ComputedInputView {
  const indicator = byId.get(input.id);
  const shown = indicator && input.part === 'value' ? indicator : { kind: 'count' as const, unit: null, decimals: 2 };
  return {
    kind: input.kind,
    id: input.id,
    written: writeInput({ code: indicator?.code ?? input.code, part: input.part }),
    name: indicator?.name ?? input.code,
    text: value === null ? null : formatValue(shown, value),
    settled,
  };
}
