import { hasParts, isAnswer, isCounted } from '@maillage/domain/indicators';
import { formatDay, isDay } from '@maillage/domain/kernel';
import { computedText } from '../../../messages/computed';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import type { Choice } from '../../../ui';
import { valueText } from '../words';
import { yearOf } from './definition-facts';
import { type IndicatorValues, inputOf, partsOf } from './form-values';

const text = indicatorsText.form;
const facts = indicatorsText.card;

interface Choices {
  missions: Choice[];
  actions: Choice[];
  people: Choice[];
}

/** The card in words, field by field: to check before sending, and to compare two versions. */
export function cardInWords(values: IndicatorValues, { missions, actions, people }: Choices): { label: string; value: string }[] {
  const labelOf = (choices: readonly Choice[], value: string): string =>
    choices.find((choice) => choice.value === value)?.label ?? '';
  const { kind, aggregation, frequency, baselineValue, baselineOn, baselineSource, alertWarn, alertAlarm, unit, decimals } = values;
  const answer = kind !== null && isAnswer(kind);
  const shown = { kind: kind ?? ('count' as const), unit: unit || null, decimals: Number(decimals) };
  return [
    { label: text.name, value: values.name },
    { label: text.code, value: inputOf(values).code },
    { label: text.definition, value: values.definition },
    { label: text.missions, value: values.missions.map((code) => labelOf(missions, code) || code).join(', ') },
    { label: text.action, value: labelOf(actions, values.actionId) },
    { label: text.kind, value: kind ? indicatorsText.kinds[kind] : '' },
    { label: facts.calculation, value: kind !== null && hasParts(kind) ? facts.ratio(values.numeratorLabel, values.denominatorLabel) : '' },
    { label: text.unit, value: answer ? '' : unit },
    { label: text.frequency, value: indicatorsText.frequencies[values.frequency] },
    { label: text.aggregation, value: kind !== null && isCounted(kind) ? yearOf({ kind, aggregation, frequency }) : '' },
    { label: text.direction, value: answer ? '' : indicatorsText.directions[values.direction] },
    { label: facts.patients, value: values.countsPatients ? facts.masked : '' },
    { label: cardText.breakdown, value: answer ? '' : values.breakdowns.map((one) => `${one.label} (${partsOf(one.parts).join(', ')})`).join(' ; ') },
    { label: computedText.form.formula, value: answer ? '' : values.formula },
    { label: cardText.rationale, value: values.rationale },
    { label: cardText.sourceKind, value: values.sourceKind === '' ? '' : cardText.sources[values.sourceKind as keyof typeof cardText.sources] },
    { label: text.source, value: values.source },
    { label: text.evidence, value: values.evidenceExpected },
    { label: cardText.limits, value: values.limits },
    { label: text.responsible, value: labelOf(people, values.responsiblePersonId) },
    { label: cardText.dueDays, value: values.dueDays === null ? '' : cardText.dueDaysOf(values.dueDays) },
    { label: text.trackedFrom, value: isDay(values.trackedFrom) ? formatDay(values.trackedFrom) : '' },
    {
      label: text.baseline,
      value:
        baselineValue !== null && isDay(baselineOn)
          ? `${facts.baselineLine(valueText(shown, baselineValue), formatDay(baselineOn))}${baselineSource.trim() === '' ? '' : ` (${baselineSource.trim()})`}`
          : '',
    },
    {
      label: cardText.thresholds,
      value: !answer && alertWarn !== null && alertAlarm !== null ? cardText.thresholdsLine(valueText(shown, alertWarn), valueText(shown, alertAlarm)) : '',
    },
  ];
}
