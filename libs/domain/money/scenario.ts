import { type ContractIndicator, type ContractTerms, indicatorsOf } from '@maillage/domain/contract';
import { decimalsOf, DomainError, formatNumber, refusePatientIdentifier, requireText } from '@maillage/domain/kernel';
import type { Standing } from './euros';

/** A supposed value of a contract indicator; 1 or 0 for yes or no. */
export interface ScenarioValue {
  /** Code of the contract indicator. */
  code: string;
  value: number;
}

/** A simulation kept under a name: « if these values were reached ». It holds only the values that were changed. */
export interface Scenario {
  name: string;
  /** Contract year, by number. */
  year: number;
  values: ScenarioValue[];
}

/** How much may be kept. */
export const scenarioLimits = {
  /** Scenarios of one contract year. */
  perYear: 30,
  /** Letters of a name. */
  name: 80,
  /** Largest number, and how many decimals it may have. */
  value: 1e9,
  decimals: 4,
} as const;

/** What may be supposed of an indicator. */
export interface ValueRange {
  min: number;
  max: number;
  decimals: number;
}

/** Numbers that an indicator can take: yes or no, a percentage (beyond 100 when the contract itself goes there), or a number. */
export function valueRange({ kind, baseline, scoring }: ContractIndicator): ValueRange {
  if (kind === 'done') return { min: 0, max: 1, decimals: 0 };
  if (kind === 'count') return { min: 0, max: scenarioLimits.value, decimals: scenarioLimits.decimals };
  const thresholds = scoring.mode === 'tiers' ? scoring.tiers.map(({ threshold }) => threshold) : scoring.mode === 'done' ? [] : [scoring.threshold];
  return { min: 0, max: Math.max(100, baseline?.value ?? 0, ...thresholds), decimals: scenarioLimits.decimals };
}

/**
 * A scenario to be kept: a name, at least one value, each of an indicator of the year and possible for it. Values come back in the
 * order of the contract. Refuses with `text-missing`, `text-too-long`, `patient-identifier`, `scenario-empty`,
 * `scenario-indicator-unknown` or `scenario-value-invalid`.
 */
export function checkScenario({ name, year, values }: Scenario, terms: ContractTerms): Scenario {
  const checkedName = requireText(name, 'Nom du scénario', scenarioLimits.name);
  refusePatientIdentifier(checkedName, 'Nom du scénario');
  if (values.length === 0) throw new DomainError('scenario-empty');
  const indicators = indicatorsOf(terms).map(({ indicator }) => indicator);
  const given = new Map<string, number>();
  for (const { code, value } of values) {
    const indicator = indicators.find((each) => each.code === code);
    if (!indicator || given.has(code)) throw new DomainError('scenario-indicator-unknown', { code });
    given.set(code, checkedValue(indicator, value));
  }
  return { name: checkedName, year, values: indicators.flatMap(({ code }) => (given.has(code) ? [{ code, value: given.get(code) ?? 0 }] : [])) };
}

function checkedValue(indicator: ContractIndicator, value: number): number {
  const { min, max, decimals } = valueRange(indicator);
  const meta = { code: indicator.code, title: indicator.title };
  if (indicator.kind === 'done') {
    if (value !== 0 && value !== 1) throw new DomainError('scenario-value-invalid', { ...meta, rule: 'répondez par oui ou par non' });
  } else if (!Number.isFinite(value) || value < min || value > max) {
    throw new DomainError('scenario-value-invalid', { ...meta, rule: `un nombre de ${formatNumber(min)} à ${formatNumber(max)} est attendu` });
  } else if (decimalsOf(value) > decimals) {
    throw new DomainError('scenario-value-invalid', { ...meta, rule: `${decimals} décimales au plus` });
  }
  // −0 is written 0.
  return value + 0;
}

/** The values that still name an indicator of the terms: an amendment may have dropped one since the scenario was kept. */
export function valuesOfTerms(values: readonly ScenarioValue[], terms: ContractTerms): ScenarioValue[] {
  const codes = new Set(indicatorsOf(terms).map(({ indicator }) => indicator.code));
  return values.filter(({ code }) => codes.has(code));
}

/**
 * The standings « if these values were reached »: a supposed value counts as validated, the others stay as they are. The proofs of
 * what is really there are not those of a supposed value.
 */
export function supposeValues(standings: Readonly<Record<string, Standing>>, values: readonly ScenarioValue[]): Record<string, Standing> {
  const supposed = values.map(({ code, value }): [string, Standing] => [code, { value, status: 'validated', asOf: null, source: null, evidence: 0 }]);
  return { ...standings, ...Object.fromEntries(supposed) };
}
