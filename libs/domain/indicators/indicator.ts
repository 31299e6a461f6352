import type { MissionCode } from '@maillage/domain/contract';
import {
  type Day,
  decimalsOf,
  DomainError,
  ensure,
  freeText,
  listInFrench,
  parseDay,
  type PeriodKey,
  type PeriodKind,
  periodKinds,
  requireText,
  textLimits,
  type Uuid,
} from '@maillage/domain/kernel';

export const indicatorKinds = ['ratio', 'count', 'yes-no'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];
export const indicatorDirections = ['up', 'down'] as const;
export type IndicatorDirection = (typeof indicatorDirections)[number];
/** How the counts of a year come together: added (acts, meetings) or the last one (professionals enrolled). */
export const aggregations = ['sum', 'last'] as const;
export type Aggregation = (typeof aggregations)[number];

export const indicatorKindLabels: Readonly<Record<IndicatorKind, string>> = {
  'ratio': 'taux (numérateur et dénominateur)',
  'count': 'nombre',
  'yes-no': 'oui ou non',
};
export const directionLabels: Readonly<Record<IndicatorDirection, string>> = { up: 'doit augmenter', down: 'doit diminuer' };
export const frequencyLabels: Readonly<Record<PeriodKind, string>> = {
  'month': 'chaque mois',
  'quarter': 'chaque trimestre',
  'contract-year': 'chaque année du contrat',
};

/** The value before the work began, and its date. */
export interface Baseline {
  value: number;
  on: Day;
}

/** What an indicator is, as people define it. */
export interface IndicatorDefinition {
  code: string;
  name: string;
  definition: string;
  kind: IndicatorKind;
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  /** '%', '‰', 'professionnels'…; null when the number says it all. */
  unit: string | null;
  decimals: number;
  direction: IndicatorDirection;
  frequency: PeriodKind;
  aggregation: Aggregation;
  /** A share, never above 100 %: the numerator is a part of the denominator, or the percentage itself is given. */
  bounded: boolean;
  /** The figures count patients: small ones are masked on anything that leaves the community. */
  countsPatients: boolean;
  source: string | null;
  evidenceExpected: string | null;
  baseline: Baseline | null;
  missions: MissionCode[];
  actionId: Uuid | null;
  responsiblePersonId: Uuid | null;
  /** First day values are expected from. */
  trackedFrom: Day;
}

/** An indicator of a community. */
export interface Indicator extends IndicatorDefinition {
  id: Uuid;
  archivedAt: Date | null;
  revision: number;
}

/** What a value should reach in a period. */
export interface Target {
  indicatorId: Uuid;
  periodKey: PeriodKey;
  value: number;
}

/** What the indicator rules need to know of the world around them. */
export interface IndicatorSurroundings {
  /** Missions of the agreement in force, chosen or core. */
  missionCodes: readonly MissionCode[];
  /** Codes of the other indicators of the community. */
  takenCodes: readonly string[];
  /** The action named exists in the project. */
  actionKnown: boolean;
}

const codePattern = /^[A-Z0-9](?:[A-Z0-9.-]{0,18}[A-Z0-9])$/;
export const maxDecimals = 4;

/** The code as it is kept: capital letters, no spaces. */
export function normaliseIndicatorCode(code: string): string {
  return code.trim().toUpperCase().replace(/\s+/g, '-');
}

/** A definition to be recorded, cleaned and checked. */
export function checkIndicator(input: IndicatorDefinition, around: IndicatorSurroundings): IndicatorDefinition {
  const code = normaliseIndicatorCode(input.code);
  ensure(codePattern.test(code), 'indicator-code-invalid', { code: input.code });
  ensure(!around.takenCodes.includes(code), 'indicator-code-taken', { code });
  const name = requireText(input.name, 'Nom de l’indicateur', textLimits.title);
  const definition = freeText(input.definition, 'Définition');
  if (definition === null) throw new DomainError('text-missing', { label: 'Définition' });
  const ratio = input.kind === 'ratio';
  const yesNo = input.kind === 'yes-no';
  const numeratorLabel = ratio ? freeText(input.numeratorLabel, 'Numérateur', textLimits.title) : null;
  const denominatorLabel = ratio ? freeText(input.denominatorLabel, 'Dénominateur', textLimits.title) : null;
  const unit = yesNo ? null : freeText(input.unit, 'Unité', 40);
  const missing = [
    ...(ratio && !numeratorLabel ? ['nommez le numérateur'] : []),
    ...(ratio && !denominatorLabel ? ['nommez le dénominateur'] : []),
    ...(indicatorKinds.includes(input.kind) ? [] : ['choisissez le type']),
    ...(periodKinds.includes(input.frequency) ? [] : ['choisissez la périodicité']),
    ...(indicatorDirections.includes(input.direction) ? [] : ['choisissez le sens']),
  ];
  ensure(missing.length === 0, 'indicator-definition-incomplete', { missing: listInFrench(missing) });
  const decimals = yesNo ? 0 : input.decimals;
  ensure(Number.isInteger(decimals) && decimals >= 0 && decimals <= maxDecimals, 'invalid-input', {
    field: 'decimals',
    label: 'Décimales',
    rule: `un nombre entier de 0 à ${maxDecimals}`,
  });
  const missions = [...new Set(input.missions)];
  for (const mission of missions) ensure(around.missionCodes.includes(mission), 'mission-unknown', { mission });
  ensure(input.actionId === null || around.actionKnown, 'not-found', { what: 'action' });
  ensure(missions.length > 0 || input.actionId !== null, 'indicator-served-nowhere');
  const checked: IndicatorDefinition = {
    code,
    name,
    definition,
    kind: input.kind,
    numeratorLabel,
    denominatorLabel,
    unit,
    decimals,
    direction: yesNo ? 'up' : input.direction,
    frequency: input.frequency,
    aggregation: yesNo ? 'last' : input.aggregation === 'last' ? 'last' : 'sum',
    bounded: !yesNo && unit === '%' && input.bounded,
    countsPatients: !yesNo && input.countsPatients,
    source: freeText(input.source, 'Source', textLimits.sentence),
    evidenceExpected: freeText(input.evidenceExpected, 'Preuve attendue', textLimits.sentence),
    baseline: null,
    missions,
    actionId: input.actionId,
    responsiblePersonId: input.responsiblePersonId,
    trackedFrom: parseDay(input.trackedFrom),
  };
  if (input.baseline) checked.baseline = { value: checkPlainValue(checked, input.baseline.value, 'Valeur initiale'), on: parseDay(input.baseline.on) };
  return checked;
}

type Shape = Pick<IndicatorDefinition, 'kind' | 'unit' | 'decimals' | 'bounded'>;

/** A value given as one number (baseline, target): finite, not negative, decimals, within 100 % for a share, 0 or 1 for yes/no. */
export function checkPlainValue(shape: Shape, value: number, label: string): number {
  ensure(typeof value === 'number' && Number.isFinite(value), 'invalid-number', { label });
  if (shape.kind === 'yes-no') ensure(value === 0 || value === 1, 'measure-not-yes-no');
  ensure(value >= 0, 'measure-negative', { label });
  ensure(value < 1e12, 'invalid-number', { label });
  ensure(decimalsOf(value) <= shape.decimals, 'measure-decimals', { label, max: shape.decimals });
  ensure(!shape.bounded || value <= 100, 'target-invalid', { rule: 'un taux ne dépasse pas 100 %' });
  return value;
}

/** Once values exist, what they mean no longer changes: kind, unit, frequency, and the way they are added. */
export function checkIndicatorChange(before: IndicatorDefinition, after: IndicatorDefinition, hasMeasures: boolean): void {
  if (!hasMeasures) return;
  const locked = (['kind', 'unit', 'frequency', 'aggregation', 'direction'] as const).filter((field) => before[field] !== after[field]);
  ensure(locked.length === 0, 'indicator-kind-locked', { name: before.name, fields: locked });
  ensure(after.decimals >= before.decimals, 'indicator-kind-locked', { name: before.name, fields: ['decimals'] });
}

/** The fields of the definition that differ: kept in the change log shown by the reports they touch. */
export function definitionChanges(before: IndicatorDefinition, after: IndicatorDefinition): (keyof IndicatorDefinition)[] {
  const fields = Object.keys(after) as (keyof IndicatorDefinition)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
