import { checkIndicator, type IndicatorDefinition, indicatorKinds, normaliseIndicatorCode } from '@maillage/domain/indicators';
import { type Day, errorText, isDomainError } from '@maillage/domain/kernel';
import { indicatorsText } from '../../messages/indicators';
import { dayFault } from '../../ui';
import type { Indicator, IndicatorInput, IndicatorModel } from './api';
import { numberFault } from '../../lib/number-rule';

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
  baselineValue: number | null;
  baselineOn: Day | null;
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
    baselineValue: null,
    baselineOn: null,
  };
}

/** A card that exists. */
export function valuesOf(indicator: Pick<Indicator, keyof IndicatorInput>): IndicatorValues {
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
  { mission, advice: _, ...card }: IndicatorModel,
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
  const { kind, baselineValue, baselineOn, trackedFrom, decimals, ...rest } = values;
  const ratio = kind === 'ratio';
  return {
    ...rest,
    kind: kind ?? 'count',
    decimals: kind === 'yes-no' ? 0 : Number(decimals),
    code: normaliseIndicatorCode(values.code),
    numeratorLabel: ratio ? orNull(values.numeratorLabel) : null,
    denominatorLabel: ratio ? orNull(values.denominatorLabel) : null,
    unit: kind === 'yes-no' ? null : orNull(values.unit),
    bounded: kind !== 'yes-no' && values.unit.trim() === '%' && values.bounded,
    source: orNull(values.source),
    evidenceExpected: orNull(values.evidenceExpected),
    actionId: values.actionId || null,
    responsiblePersonId: values.responsiblePersonId || null,
    baseline: baselineValue !== null && baselineOn !== null ? { value: baselineValue, on: baselineOn } : null,
    trackedFrom: trackedFrom ?? '',
  };
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
  const ratio = values.kind === 'ratio';
  return {
    kind: values.kind === null ? text.required : null,
    numeratorLabel: ratio && values.numeratorLabel.trim() === '' ? text.required : null,
    denominatorLabel: ratio && values.denominatorLabel.trim() === '' ? text.required : null,
  };
}

/** The faults of the third step: where the figure comes from, and since when. */
export function faultsOfFollow(values: IndicatorValues): Faults {
  const { baselineValue: value, baselineOn: on } = values;
  const share = values.kind !== 'yes-no' && values.unit.trim() === '%' && values.bounded;
  return {
    trackedFrom: values.trackedFrom === null ? text.required : dayFault(values.trackedFrom),
    baselineValue:
      value === null
        ? on === null
          ? null
          : text.baselineMissing
        : numberFault(value, { min: 0, max: share ? 100 : undefined, decimals: Number(values.decimals) }),
    baselineOn: on === null ? (value === null ? null : text.baselineOnMissing) : dayFault(on),
  };
}

/** The first refusal of the rule itself, in French; null when the card can be recorded. */
export function ruleFault(values: IndicatorValues, around: FormSurroundings): string | null {
  try {
    checkIndicator(inputOf(values) as IndicatorDefinition, {
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
