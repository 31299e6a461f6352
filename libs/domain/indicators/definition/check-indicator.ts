import type { MissionCode } from '@maillage/domain/contract';
import { decimalsOf, DomainError, ensure, freeText, listInFrench, parseDay, periodKinds, requireText, textLimits } from '@maillage/domain/kernel';
import { collectionLimits } from '../collection/collection';
import { checkBreakdowns } from './breakdown';
import type { AlertThresholds, IndicatorDefinition, IndicatorInput } from './indicator';
import { aggregations, hasParts, indicatorDirections, indicatorKinds, isAnswer, isCounted, isShare, sourceKinds } from './kinds';

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
/** Decimals a value may have at most. */
export const maxDecimals = 4;

/** The code as it is kept: capital letters, no spaces. */
export function normaliseIndicatorCode(code: string): string {
  return code.trim().toUpperCase().replace(/\s+/g, '-');
}

/** A definition to be recorded, cleaned and checked. */
export function checkIndicator(input: IndicatorInput, around: IndicatorSurroundings): IndicatorDefinition {
  const code = normaliseIndicatorCode(input.code);
  ensure(codePattern.test(code), 'indicator-code-invalid', { code: input.code });
  ensure(!around.takenCodes.includes(code), 'indicator-code-taken', { code });
  const name = requireText(input.name, 'Nom de l’indicateur', textLimits.title);
  const definition = freeText(input.definition, 'Définition');
  if (definition === null) throw new DomainError('text-missing', { label: 'Définition' });
  const parts = hasParts(input.kind);
  const answer = isAnswer(input.kind);
  const numeratorLabel = parts ? freeText(input.numeratorLabel, 'Numérateur', textLimits.title) : null;
  const denominatorLabel = parts ? freeText(input.denominatorLabel, 'Dénominateur', textLimits.title) : null;
  const unit = answer ? null : freeText(input.unit, 'Unité', 40);
  const evidenceExpected = freeText(input.evidenceExpected, 'Preuve attendue', textLimits.sentence);
  const average = input.kind === 'average';
  const missing = [
    ...(parts && !numeratorLabel ? [average ? 'nommez le total' : 'nommez le numérateur'] : []),
    ...(parts && !denominatorLabel ? [average ? 'nommez le nombre' : 'nommez le dénominateur'] : []),
    ...(indicatorKinds.includes(input.kind) ? [] : ['choisissez le type']),
    ...(periodKinds.includes(input.frequency) ? [] : ['choisissez la périodicité']),
    ...(indicatorDirections.includes(input.direction) ? [] : ['choisissez le sens']),
    ...(input.kind === 'deliverable' && !evidenceExpected ? ['dites quelle preuve le livrable demande'] : []),
  ];
  ensure(missing.length === 0, 'indicator-definition-incomplete', { missing: listInFrench(missing) });
  ensure(!(isShare(unit) && (average || (isCounted(input.kind) && input.aggregation === 'mean'))), 'indicator-mean-refused', { unit });
  const decimals = answer ? 0 : input.decimals;
  ensure(Number.isInteger(decimals) && decimals >= 0 && decimals <= maxDecimals, 'invalid-input', {
    field: 'decimals',
    label: 'Décimales',
    rule: `un nombre entier de 0 à ${maxDecimals}`,
  });
  const missions = [...new Set(input.missions)];
  for (const mission of missions) ensure(around.missionCodes.includes(mission), 'mission-unknown', { mission });
  ensure(input.actionId === null || around.actionKnown, 'not-found', { what: 'action' });
  ensure(missions.length > 0 || input.actionId !== null, 'indicator-served-nowhere');
  const known = aggregations.includes(input.aggregation) ? input.aggregation : 'sum';
  const checked: IndicatorDefinition = {
    code,
    name,
    definition,
    kind: input.kind,
    numeratorLabel,
    denominatorLabel,
    unit,
    decimals,
    direction: answer ? 'up' : input.direction,
    frequency: input.frequency,
    // Parts are always added: « mean » would say something else.
    aggregation: answer ? 'last' : parts && known === 'mean' ? 'sum' : known,
    bounded: !answer && unit === '%' && input.bounded,
    countsPatients: !answer && input.countsPatients,
    source: freeText(input.source, 'Source', textLimits.sentence),
    evidenceExpected,
    baseline: null,
    missions,
    actionId: input.actionId,
    responsiblePersonId: input.responsiblePersonId,
    trackedFrom: parseDay(input.trackedFrom),
    rationale: freeText(input.rationale, 'Pourquoi le suivre', textLimits.paragraph),
    limits: freeText(input.limits, 'Limites connues', textLimits.paragraph),
    sourceKind: sourceKinds.find((one) => one === input.sourceKind) ?? null,
    alert: null,
    breakdowns: answer || (isCounted(input.kind) && isShare(unit)) ? [] : checkBreakdowns(input.breakdowns ?? []),
    // Read and checked against the other indicators where they are known.
    formula: input.formula ? { text: input.formula.text, inputs: [] } : null,
    dueDays: input.frequency === 'event' ? null : checkDueDays(input.dueDays ?? null),
  };
  const { baseline, alert } = input;
  if (baseline) {
    const source = freeText(baseline.source, 'Source de la valeur initiale', textLimits.sentence);
    checked.baseline = { value: checkPlainValue(checked, baseline.value, 'Valeur initiale'), on: parseDay(baseline.on), source };
  }
  if (alert && !answer) checked.alert = checkAlert(checked, alert);
  return checked;
}

type Shape = Pick<IndicatorDefinition, 'kind' | 'unit' | 'decimals' | 'bounded'>;

/** A value given as one number (baseline, target): finite, not negative, decimals, within 100 % for a share, 0 or 1 for yes/no. */
export function checkPlainValue(shape: Shape, value: number, label: string): number {
  ensure(typeof value === 'number' && Number.isFinite(value), 'invalid-number', { label });
  if (isAnswer(shape.kind)) ensure(value === 0 || value === 1, 'measure-not-yes-no');
  ensure(value >= 0, 'measure-negative', { label });
  ensure(value < 1e12, 'invalid-number', { label });
  ensure(decimalsOf(value) <= shape.decimals, 'measure-decimals', { label, max: shape.decimals });
  ensure(!shape.bounded || value <= 100, 'target-invalid', { rule: 'un taux ne dépasse pas 100 %' });
  return value;
}

/** The delay of an indicator, within what a community can choose; null as the community set. */
function checkDueDays(days: number | null): number | null {
  const { min, max } = collectionLimits.dueDays;
  const rule = `choisissez un nombre entier de ${min} à ${max}`;
  ensure(days === null || (Number.isInteger(days) && days >= min && days <= max), 'invalid-input', { label: 'Délai de saisie', rule, field: 'dueDays' });
  return days;
}

/** Thresholds in their order: the alarm is farther than the warning, in the direction that is wrong. */
function checkAlert(definition: IndicatorDefinition, alert: AlertThresholds): AlertThresholds {
  const warn = checkPlainValue(definition, alert.warn, 'Seuil de vigilance');
  const alarm = checkPlainValue(definition, alert.alarm, 'Seuil d’alerte');
  const up = definition.direction === 'up';
  ensure(up ? alarm <= warn : alarm >= warn, 'target-invalid', {
    rule: up ? 'le seuil d’alerte est plus bas que le seuil de vigilance' : 'le seuil d’alerte est plus haut que le seuil de vigilance',
  });
  return { warn, alarm };
}
