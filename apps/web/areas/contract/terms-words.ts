import type { ContractIndicator, ContractTerms, MissionTerms, SignedAmount } from '@maillage/domain/contract';
import type { Cents } from '@maillage/domain/kernel';
import { formatEuros, formatNumber, formatPercent } from '../../lib/format';
import { termsText } from '../../messages/terms';

const { amounts, scoring: words } = termsText;

/** « 9 000 € », or that the contract gives no amount. */
export const weightWords = (cents: Cents | null): string => (cents === null ? amounts.noWeight : formatEuros(cents));

/** « 9 000 € », « 9 000 € (à confirmer sur votre contrat) », or that it is not known. */
export function amountWords({ cents, confirmed }: SignedAmount): string {
  if (cents === null) return amounts.missing;
  return confirmed ? formatEuros(cents) : `${formatEuros(cents)} (${amounts.toConfirm})`;
}

/** A threshold or an initial value in the unit of its indicator. */
export const valueWords = ({ kind }: Pick<ContractIndicator, 'kind'>, value: number): string =>
  kind === 'rate' ? formatPercent(value) : formatNumber(value);

/** « 50 ou moins », « 72,4 % ou plus ». */
const reachWords = (indicator: Pick<ContractIndicator, 'kind' | 'direction'>, threshold: number): string =>
  words[indicator.direction === 'down' ? 'down' : 'up'](valueWords(indicator, threshold));

/** One line of what an indicator pays. */
interface ScoringLine {
  /** « Palier objectif ». */
  label: string;
  /** « 50 ou moins »; null when the label says it all. */
  condition: string | null;
  cents: Cents | null;
}

/** What an indicator pays, line by line in the order of the contract, and how the lines are to be read. */
export function scoringLines(indicator: Pick<ContractIndicator, 'kind' | 'direction' | 'baseline' | 'scoring'>): { lines: ScoringLine[]; note: string | null } {
  const { scoring, direction, baseline } = indicator;
  switch (scoring.mode) {
    case 'done':
      return { lines: [{ label: words.done, condition: null, cents: scoring.cents }], note: null };
    case 'target':
      return {
        lines: [{ label: words.target, condition: reachWords(indicator, scoring.threshold), cents: scoring.cents }],
        note: direction === 'down' ? words.above : words.below,
      };
    case 'tiers':
      return {
        lines: scoring.tiers.map(({ label, threshold, cents }) => ({ label: words.tier(label), condition: reachWords(indicator, threshold), cents })),
        note: words.tiersNote,
      };
    case 'linear': {
      const to = valueWords(indicator, scoring.threshold);
      return {
        lines: [{ label: words.linear, condition: baseline ? words.linearFrom(valueWords(indicator, baseline.value), to) : words.linearTo(to), cents: scoring.cents }],
        note: words.linearNote,
      };
    }
  }
}

/** « Palier objectif : 50 ou moins → 9 000 € ». */
export const scoringSentence = ({ label, condition, cents }: ScoringLine): string =>
  words.pays(condition ? `${label} : ${condition}` : label, weightWords(cents));

/** A sum of amounts as far as they are known and confirmed, and how many are left out of it. */
export interface PartSum {
  cents: Cents;
  left: number;
}

/** The sum of what is confirmed. */
export function sumOf(parts: readonly SignedAmount[]): PartSum {
  const counted = parts.filter(({ cents, confirmed }) => cents !== null && confirmed);
  return { cents: counted.reduce((sum, { cents }) => sum + (cents ?? 0), 0), left: parts.length - counted.length };
}

/** What the indicators of a mission pay at most, crisis apart (or in a crisis alone), and how many have no weight. */
export function indicatorSum(mission: MissionTerms, inCrisis = false): PartSum {
  const counted = mission.actions.flatMap(({ indicators }) => indicators).filter(({ onlyIfCrisis }) => onlyIfCrisis === inCrisis);
  const known = counted.filter(({ maxCents }) => maxCents !== null);
  return { cents: known.reduce((sum, { maxCents }) => sum + (maxCents ?? 0), 0), left: counted.length - known.length };
}

/** The year's sums, *fonctionnement* included, the crisis part apart. */
export function yearSums({ operating, missions }: ContractTerms): Record<'fixed' | 'variable' | 'crisis' | 'total', PartSum> {
  const fixed = missions.map((mission) => mission.fixed);
  const variable = missions.map((mission) => mission.variable);
  const crisis = missions.flatMap(({ variableIfCrisis }) => (variableIfCrisis ? [variableIfCrisis] : []));
  return { fixed: sumOf([operating, ...fixed]), variable: sumOf(variable), crisis: sumOf(crisis), total: sumOf([operating, ...fixed, ...variable]) };
}
