import {
  type ContractAction,
  type ContractIndicator,
  type ContractTerms,
  type MissionCode,
  type MissionTerms,
  type Scoring,
  scoringTop,
  type SignedAmount,
} from '@maillage/domain/contract';
import type { Cents, Day } from '@maillage/domain/kernel';
import { numberFault } from '../../lib/number-rule';
import { dayFault } from '../../ui';
import { termsFormText } from '../../messages/terms-form';
import type { AmountSuggestion } from './terms-api';

const text = termsFormText.indicator;

/** What the agreement says of the amounts of the year. */
export type Suggestions = readonly AmountSuggestion[];

const nothing: SignedAmount = { cents: null, confirmed: false };

/** The suggestion for a part of the contract; null when the agreement has no figure for it. */
export function suggestionFor(suggestions: Suggestions, missionCode: MissionCode | null, part: AmountSuggestion['part']): (AmountSuggestion & { cents: Cents }) | null {
  const found = suggestions.find((one) => one.missionCode === missionCode && one.part === part);
  return found && found.cents !== null ? { ...found, cents: found.cents } : null;
}

const suggested = (suggestions: Suggestions, missionCode: MissionCode, part: AmountSuggestion['part']): SignedAmount => {
  const found = suggestionFor(suggestions, missionCode, part);
  return found ? { cents: found.cents, confirmed: found.isRule } : nothing;
};

/** A mission with nothing typed yet: what the agreement suggests, no indicator. */
export function freshMission({ code, kind }: Pick<MissionTerms, 'code' | 'kind'>, suggestions: Suggestions): MissionTerms {
  const hasCrisisPart = suggestions.some(({ missionCode, part }) => missionCode === code && part === 'variableIfCrisis');
  return {
    code,
    kind,
    fixed: suggested(suggestions, code, 'fixed'),
    // A mission paid only on recognition of a crisis has no other variable part.
    variable: hasCrisisPart && !suggestionFor(suggestions, code, 'variable') ? { cents: 0, confirmed: true } : suggested(suggestions, code, 'variable'),
    variableIfCrisis: hasCrisisPart ? suggested(suggestions, code, 'variableIfCrisis') : null,
    actions: [],
  };
}

/** A year with nothing typed yet and nothing to begin from. */
export const emptyTerms: ContractTerms = { operating: nothing, missions: [] };

/** The amount after typing: one's own figure is read on the contract; a figure nobody published waits for the tick. */
export function typedAmount(euros: number | null, suggestion: Pick<AmountSuggestion, 'isRule' | 'cents'> | null): SignedAmount {
  if (euros === null) return nothing;
  const cents = Number.isNaN(euros) ? Number.NaN : Math.round(euros * 100);
  return { cents, confirmed: !(suggestion && !suggestion.isRule && suggestion.cents === cents) };
}

/** Euros of an amount, for a field. */
export const eurosOf = (cents: number | null): number | null => (cents === null ? null : cents / 100);

/** An address of a word: « Médecins volontaires » → `medecins-volontaires`, with a number when it is taken. */
function codeFor(title: string, taken: readonly string[]): string {
  const base =
    title
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-+|-+$/g, '') || 'sans-titre';
  let code = base;
  for (let number = 2; taken.includes(code); number += 1) code = `${base}-${number}`;
  return code;
}

/** A tier being typed. */
export interface TierValues {
  label: string;
  threshold: number | null;
  euros: number | null;
}

/** An indicator being typed. */
export interface IndicatorValues {
  /** null: new. */
  code: string | null;
  title: string;
  clause: string;
  source: ContractIndicator['source'];
  kind: ContractIndicator['kind'];
  direction: 'up' | 'down';
  baseline: number | null;
  baselineOn: Day | null;
  mode: 'target' | 'tiers' | 'linear';
  threshold: number | null;
  euros: number | null;
  tiers: TierValues[];
  evidence: string;
  note: string;
  onlyIfCrisis: boolean;
}

const freshTiers = (): TierValues[] => text.tierNames.map((label) => ({ label, threshold: null, euros: null }));

/** The form of an indicator, empty or with what it holds. */
export function indicatorValues(indicator: ContractIndicator | null): IndicatorValues {
  if (!indicator) {
    return { code: null, title: '', clause: '', source: 'cpts', kind: 'done', direction: 'up', baseline: null, baselineOn: null, mode: 'target', threshold: null, euros: null, tiers: freshTiers(), evidence: '', note: '', onlyIfCrisis: false };
  }
  const { scoring } = indicator;
  return {
    code: indicator.code,
    title: indicator.title,
    clause: indicator.clause ?? '',
    source: indicator.source,
    kind: indicator.kind,
    direction: indicator.direction ?? 'up',
    baseline: indicator.baseline?.value ?? null,
    baselineOn: indicator.baseline?.on ?? null,
    mode: scoring.mode === 'done' ? 'target' : scoring.mode,
    threshold: scoring.mode === 'target' || scoring.mode === 'linear' ? scoring.threshold : null,
    euros: scoring.mode === 'tiers' ? null : eurosOf(scoring.cents),
    tiers: scoring.mode === 'tiers' ? scoring.tiers.map(({ label, threshold, cents }) => ({ label, threshold, euros: eurosOf(cents) })) : freshTiers(),
    evidence: indicator.evidence.join('\n'),
    note: indicator.note ?? '',
    onlyIfCrisis: indicator.onlyIfCrisis,
  };
}

const cents = (euros: number | null): number | null => (euros === null ? null : Math.round(euros * 100));
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

function scoringOf({ kind, mode, threshold, euros, tiers }: IndicatorValues): Scoring {
  if (kind === 'done') return { mode: 'done', cents: cents(euros) };
  if (mode === 'tiers') return { mode, tiers: tiers.map((tier) => ({ label: tier.label.trim(), threshold: tier.threshold ?? 0, cents: cents(tier.euros) })) };
  return { mode, threshold: threshold ?? 0, cents: cents(euros) };
}

/** The indicator that the form stands for; a new one gets a code that is not taken. */
export function indicatorOf(values: IndicatorValues, taken: readonly string[]): ContractIndicator {
  const scoring = scoringOf(values);
  return {
    code: values.code ?? codeFor(values.title, taken),
    title: values.title.trim(),
    clause: orNull(values.clause),
    source: values.source,
    kind: values.kind,
    direction: values.kind === 'done' ? null : values.direction,
    baseline: values.kind === 'done' || values.baseline === null ? null : { value: values.baseline, on: values.baselineOn },
    scoring,
    maxCents: scoringTop(scoring),
    evidence: values.evidence.split('\n').map((line) => line.trim()).filter(Boolean),
    note: orNull(values.note),
    onlyIfCrisis: values.onlyIfCrisis,
  };
}

const euroRule = { min: 0, decimals: 2 };
const valueRule = { min: 0, decimals: 4 };

function tierFaults({ tiers, direction }: IndicatorValues): Record<string, string | null> {
  const faults: Record<string, string | null> = {};
  tiers.forEach(({ label, threshold, euros }, index) => {
    const at = `tiers.${index}`;
    const easier = tiers[index - 1];
    const wrongWay = easier && easier.threshold !== null && threshold !== null && (direction === 'up' ? threshold <= easier.threshold : threshold >= easier.threshold);
    const paysLess = easier && easier.euros !== null && euros !== null && euros < easier.euros;
    faults[`${at}.label`] = label.trim() === '' ? text.tierLabelMissing : null;
    faults[`${at}.threshold`] =
      threshold === null ? text.tierThresholdMissing : (numberFault(threshold, valueRule) ?? (wrongWay ? (direction === 'up' ? text.tierUp : text.tierDown)(easier.label) : null));
    faults[`${at}.euros`] = numberFault(euros, euroRule) ?? (paysLess ? text.tierLess(easier.label) : null);
  });
  return faults;
}

/** What is wrong in the form of an indicator, by field. */
export function indicatorFaults(values: IndicatorValues): Record<string, string> {
  const { kind, mode, title, baseline, baselineOn, threshold, euros } = values;
  const measured = kind !== 'done';
  const faults: Record<string, string | null> = {
    title: title.trim() === '' ? text.titleMissing : null,
    baseline: measured ? (numberFault(baseline, valueRule) ?? (mode === 'linear' && baseline === null ? text.baselineMissing : null)) : null,
    baselineOn: measured ? dayFault(baselineOn) : null,
    threshold: measured && mode !== 'tiers' ? (threshold === null ? text.thresholdMissing : numberFault(threshold, valueRule)) : null,
    euros: measured && mode === 'tiers' ? null : numberFault(euros, euroRule),
    ...(measured && mode === 'tiers' ? tierFaults(values) : {}),
  };
  return Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Every code of actions and indicators already used in a year. */
export const takenCodes = (terms: ContractTerms): string[] =>
  terms.missions.flatMap(({ actions }) => actions.flatMap(({ code, indicators }) => [code, ...indicators.map((indicator) => indicator.code)]));

/** A new action, to be named. */
export const freshAction = (terms: ContractTerms): ContractAction => ({ code: codeFor('action', takenCodes(terms)), title: '', indicators: [] });

/** What is wrong with the envelopes, by path. */
export function envelopeFaults(terms: ContractTerms): Record<string, string> {
  const faults: Record<string, string> = {};
  const look = (path: string, amount: SignedAmount | null): void => {
    const fault = amount ? numberFault(eurosOf(amount.cents), euroRule) : null;
    if (fault) faults[path] = fault;
  };
  look('operating', terms.operating);
  terms.missions.forEach((mission, index) => {
    look(`missions[${index}].fixed`, mission.fixed);
    look(`missions[${index}].variable`, mission.variable);
    look(`missions[${index}].variableIfCrisis`, mission.variableIfCrisis);
  });
  return faults;
}

/** The terms as they are sent: an action gets its code from its title once it has one, an empty crisis part is no crisis part. */
export function sentTerms(terms: ContractTerms): ContractTerms {
  const taken = takenCodes(terms);
  const named = (action: ContractAction): ContractAction => {
    if (!/^action(-\d+)?$/.test(action.code)) return action;
    const code = codeFor(action.title, taken);
    taken.push(code);
    return { ...action, code };
  };
  return {
    operating: terms.operating,
    missions: terms.missions.map((mission) => ({
      ...mission,
      variableIfCrisis: mission.variableIfCrisis?.cents == null ? null : mission.variableIfCrisis,
      actions: mission.actions.map(named),
    })),
  };
}
