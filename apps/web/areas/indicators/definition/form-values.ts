import { collectionLimits, type BreakdownKind, breakdownLabels, checkIndicator, hasParts, type IndicatorInput as Definition, indicatorKinds, isAnswer, isCounted, isShare, normaliseIndicatorCode } from '@maillage/domain/indicators';
import { type Day, errorText, isDomainError } from '@maillage/domain/kernel';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { dayFault } from '../../../ui';
import type { IndicatorInput, IndicatorModel } from '../api';
import { numberFault } from '../../../lib/number-rule';

const text = indicatorsText.form;

/** The card as the form holds it: nothing is null but numbers, days, and what is not chosen yet. */
export interface IndicatorValues {
  name: string;
  code: string;
  definition: string;
  missions: string[];
  actionId: string;
  kind: (typeof indicatorKinds)[number] | null;
  numeratorLabel: string;
  denominatorLabel: string;
  unit: string;
  decimals: string;
  bounded: boolean;
  frequency: IndicatorInput['frequency'];
  aggregation: IndicatorInput['aggregation'];
  direction: IndicatorInput['direction'];
  countsPatients: boolean;
  source: string;
  evidenceExpected: string;
  responsiblePersonId: string;
  trackedFrom: Day | null;
  /** Null: as the community set. */
  dueDays: number | null;
  baselineValue: number | null;
  baselineOn: Day | null;
  baselineSource: string;
  rationale: string;
  limits: string;
  sourceKind: string;
  alertWarn: number | null;
  alertAlarm: number | null;
  breakdowns: BreakdownValues[];
  /** Computes its values from other indicators; empty when people give them. */
  formula: string;
  /** Why the definition changes; kept with its version. */
  reason: string;
}

/** A breakdown as it is typed: one part a line. */
export interface BreakdownValues {
  kind: BreakdownKind;
  label: string;
  parts: string;
}

/** A card with nothing in it. */
export function blankValues(trackedFrom: Day): IndicatorValues {
  return {
    name: '',
    code: '',
    definition: '',
    missions: [],
    actionId: '',
    kind: null,
    numeratorLabel: '',
    denominatorLabel: '',
    unit: '',
    decimals: '0',
    bounded: true,
    frequency: 'quarter',
    aggregation: 'sum',
    direction: 'up',
    countsPatients: false,
    source: '',
    evidenceExpected: '',
    responsiblePersonId: '',
    trackedFrom,
    dueDays: null,
    baselineValue: null,
    baselineOn: null,
    baselineSource: '',
    rationale: '',
    limits: '',
    sourceKind: '',
    alertWarn: null,
    alertAlarm: null,
    breakdowns: [],
    formula: '',
    reason: '',
  };
}

/** A card that exists. */
export function valuesOf(indicator: IndicatorInput): IndicatorValues {
  const {
    baseline,
    actionId,
    responsiblePersonId,
    numeratorLabel,
    denominatorLabel,
    unit,
    source,
    evidenceExpected,
    decimals,
    rationale,
    limits,
    sourceKind,
    alert,
    breakdowns,
    formula,
    dueDays,
    ...rest
  } = indicator;
  const { name, code, definition, missions, kind, bounded, frequency, aggregation, direction, countsPatients, trackedFrom } =
    rest;
  return {
    name,
    code,
    definition,
    missions,
    kind,
    bounded,
    frequency,
    aggregation,
    direction,
    countsPatients,
    trackedFrom,
    dueDays: dueDays ?? null,
    actionId: actionId ?? '',
    responsiblePersonId: responsiblePersonId ?? '',
    numeratorLabel: numeratorLabel ?? '',
    denominatorLabel: denominatorLabel ?? '',
    unit: unit ?? '',
    source: source ?? '',
    evidenceExpected: evidenceExpected ?? '',
    decimals: String(decimals),
    baselineValue: baseline?.value ?? null,
    baselineOn: baseline?.on ?? null,
    baselineSource: baseline?.source ?? '',
    rationale: rationale ?? '',
    limits: limits ?? '',
    sourceKind: sourceKind ?? '',
    alertWarn: alert?.warn ?? null,
    alertAlarm: alert?.alarm ?? null,
    breakdowns: (breakdowns ?? []).map(({ parts, ...one }) => ({ ...one, parts: parts.join('\n') })),
    formula: formula?.text ?? '',
    reason: '',
  };
}

/** The code of an example, or the next one free: SNP-01, then SNP-02… */
export function freeCode(code: string, taken: readonly string[]): string {
  const [, stem = code, number = '01'] = /^(.*?)(\d+)$/.exec(code) ?? [];
  for (let at = Number(number); at < 100; at += 1) {
    const tried = `${stem}${String(at).padStart(2, '0')}`;
    if (!taken.includes(tried)) return tried;
  }
  return code;
}

/** A ready card, with a code that is free. */
export function valuesOfModel(
  { mission, advice: _, origin: _origin, ...card }: IndicatorModel,
  taken: readonly string[],
  missions: readonly string[],
  trackedFrom: Day,
): IndicatorValues {
  const served = missions.includes(mission) ? [mission] : [];
  return valuesOf({
    ...card,
    code: freeCode(card.code, taken),
    missions: served,
    baseline: null,
    actionId: null,
    responsiblePersonId: null,
    trackedFrom,
  });
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** What is sent. */
export function inputOf(values: IndicatorValues): IndicatorInput {
  const { kind, baselineValue, baselineOn, baselineSource, trackedFrom, decimals, alertWarn, alertAlarm, reason: _reason, ...rest } = values;
  const parts = kind !== null && hasParts(kind);
  const answer = kind !== null && isAnswer(kind);
  return {
    ...rest,
    kind: kind ?? 'count',
    decimals: answer ? 0 : Number(decimals),
    code: normaliseIndicatorCode(values.code),
    numeratorLabel: parts ? orNull(values.numeratorLabel) : null,
    denominatorLabel: parts ? orNull(values.denominatorLabel) : null,
    unit: answer ? null : orNull(values.unit),
    bounded: !answer && values.unit.trim() === '%' && values.bounded,
    source: orNull(values.source),
    evidenceExpected: orNull(values.evidenceExpected),
    actionId: values.actionId || null,
    responsiblePersonId: values.responsiblePersonId || null,
    baseline: baselineValue !== null && baselineOn !== null ? { value: baselineValue, on: baselineOn, source: orNull(baselineSource) } : null,
    rationale: orNull(values.rationale),
    limits: orNull(values.limits),
    formula: answer || values.formula.trim() === '' ? null : { text: values.formula.trim() },
    sourceKind: (values.sourceKind || null) as IndicatorInput['sourceKind'],
    alert: !answer && alertWarn !== null && alertAlarm !== null ? { warn: alertWarn, alarm: alertAlarm } : null,
    breakdowns: answer ? [] : values.breakdowns.map(({ kind: by, label, parts: lines }) => ({ kind: by, label: label.trim() || breakdownLabels[by], parts: partsOf(lines) })),
    trackedFrom: trackedFrom ?? '',
  };
}

/** The parts typed one a line, without empty lines. */
export const partsOf = (lines: string): string[] => lines.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Why the parts of a breakdown cannot be kept; null when they can. */
export function partsFault({ parts }: BreakdownValues): string | null {
  const names = partsOf(parts);
  if (names.length < 2) return cardText.partsMissing;
  return new Set(names.map((name) => name.toLocaleLowerCase('fr'))).size < names.length ? cardText.partsTwice : null;
}

type Faults = Partial<Record<keyof IndicatorValues, string | null>>;

/** What the rules around the card are. */
export interface FormSurroundings {
  missionCodes: readonly string[];
  takenCodes: readonly string[];
}

/** The faults of the first step: what is measured. */
export function faultsOfWhat(values: IndicatorValues, { takenCodes }: FormSurroundings): Faults {
  const code = normaliseIndicatorCode(values.code);
  return {
    name: values.name.trim() === '' ? text.required : null,
    code: !/^[A-Z0-9][A-Z0-9.-]{0,18}[A-Z0-9]$/.test(code)
      ? text.codeInvalid
      : takenCodes.includes(code)
        ? text.codeTaken(code)
        : null,
    definition: values.definition.trim() === '' ? text.required : null,
    missions: values.missions.length === 0 && values.actionId === '' ? text.servedNowhere : null,
  };
}

/** The faults of the second step: how it is measured. */
export function faultsOfHow(values: IndicatorValues): Faults {
  const parts = values.kind !== null && hasParts(values.kind);
  return {
    kind: values.kind === null ? text.required : null,
    numeratorLabel: parts && values.numeratorLabel.trim() === '' ? text.required : null,
    denominatorLabel: parts && values.denominatorLabel.trim() === '' ? text.required : null,
    aggregation: values.kind !== null && isCounted(values.kind) && values.aggregation === 'mean' && isShare(values.unit.trim()) ? cardText.meanOfShares : null,
    breakdowns: values.kind !== null && !isAnswer(values.kind) && values.breakdowns.some((one) => partsFault(one) !== null) ? cardText.partsMissing : null,
  };
}

/** The faults of the third step: where the figure comes from, and since when. */
export function faultsOfFollow(values: IndicatorValues): Faults {
  const { baselineValue: value, baselineOn: on } = values;
  const share = values.kind !== null && !isAnswer(values.kind) && values.unit.trim() === '%' && values.bounded;
  return {
    trackedFrom: values.trackedFrom === null ? text.required : dayFault(values.trackedFrom),
    dueDays: numberFault(values.dueDays, { ...collectionLimits.dueDays, decimals: 0 }),
    baselineValue:
      value === null
        ? on === null
          ? null
          : text.baselineMissing
        : numberFault(value, { min: 0, max: share ? 100 : undefined, decimals: Number(values.decimals) }),
    evidenceExpected: values.kind === 'deliverable' && values.evidenceExpected.trim() === '' ? text.required : null,
    alertWarn: values.alertWarn === null && values.alertAlarm !== null ? cardText.thresholdMissing : null,
    alertAlarm: values.alertAlarm === null && values.alertWarn !== null ? cardText.thresholdMissing : null,
    baselineOn: on === null ? (value === null ? null : text.baselineOnMissing) : dayFault(on),
  };
}

/** The first refusal of the rule itself, in French; null when the card can be recorded. */
export function ruleFault(values: IndicatorValues, around: FormSurroundings): string | null {
  try {
    checkIndicator(inputOf(values) as Definition, {
      ...around,
      missionCodes: [...new Set([...around.missionCodes, ...values.missions])],
      actionKnown: true,
    });
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return errorText(error.code, error.meta);
  }
}
