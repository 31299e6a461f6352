import { formatOutgoing, maskCount } from '@maillage/domain/community';
import type { ContractIndicator, Scoring } from '@maillage/domain/contract';
import { type Cents, formatEuros, formatNumber, formatPercent, french } from '@maillage/domain/kernel';

type Kind = Pick<ContractIndicator, 'kind'>;
type Targeted = Pick<ContractIndicator, 'kind' | 'direction'>;

/** « 72,4 % », « 68 811 », « oui »: a value of a contract indicator. */
export function valueInWords({ kind }: Kind, value: number): string {
  if (kind === 'done') return value === 1 ? 'oui' : 'non';
  return kind === 'rate' ? formatPercent(value) : formatNumber(value);
}

/** The same on what leaves the community: « < 6 » for a small number of patients, « masqué » for what is computed from one. */
export function outgoingInWords(indicator: Kind & { countsPatients: boolean; fromSmall?: boolean }, value: number, maskBelow: number): string {
  if (indicator.fromSmall) return 'masqué';
  const masked = indicator.kind === 'count' && indicator.countsPatients ? maskCount(value, maskBelow) : null;
  return masked?.masked ? formatOutgoing(masked) : valueInWords(indicator, value);
}

/** « 100 ou moins », « 72,4 % ou plus ». */
export function thresholdInWords(indicator: Targeted, threshold: number): string {
  return `${valueInWords(indicator, threshold)} ou ${indicator.direction === 'down' ? 'moins' : 'plus'}`;
}

const cents = (amount: Cents | null): string => (amount === null ? 'montant à fixer' : formatEuros(amount));

/** What is agreed, one line per step: « socle : 219 ou moins, 3 000 € ». */
export function targetInWords(indicator: Targeted, scoring: Scoring): string[] {
  const step = (label: string, threshold: number, amount: Cents | null): string => french(`${label} : ${thresholdInWords(indicator, threshold)}, ${cents(amount)}`);
  if (scoring.mode === 'done') return [french(`fait et prouvé : ${cents(scoring.cents)}`)];
  if (scoring.mode === 'target') return [step('objectif', scoring.threshold, scoring.cents)];
  if (scoring.mode === 'linear') return [step('en proportion jusqu’à', scoring.threshold, scoring.cents)];
  return scoring.tiers.map((tier) => step(tier.label, tier.threshold, tier.cents));
}

/** The same on one line, without amounts, for narrow columns: « 219 · 100 · 50 ou moins ». */
export function targetInShort(indicator: Targeted, scoring: Scoring): string {
  if (scoring.mode === 'done') return 'fait et prouvé';
  if (scoring.mode !== 'tiers') return thresholdInWords(indicator, scoring.threshold);
  const last = scoring.tiers.at(-1);
  const before = scoring.tiers.slice(0, -1).map(({ threshold }) => valueInWords(indicator, threshold));
  return last ? [...before, thresholdInWords(indicator, last.threshold)].join(' · ') : '';
}
