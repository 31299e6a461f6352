import { type ContractIndicator, type ContractTerms, indicatorsOf } from '@maillage/domain/contract';
import { type Euros, type ScoredMission, type Standing, sumEuros, type YearPhase } from '@maillage/domain/money';
import { formatNumber, formatPercent } from '../../lib/format';
import { moneyText } from '../../messages/money';
import type { StatusTone } from '../../ui';

/** How each phase of a contract year looks. */
export const phaseTone: Record<YearPhase, StatusTone> = { upcoming: 'none', running: 'on-track', over: 'at-risk', closed: 'attained' };

/** How each state of a value looks. */
export const standingTone: Record<Standing['status'], StatusTone> = { validated: 'attained', draft: 'at-risk', missing: 'none' };

/** « Oui », « 72,4 % », « 219 ». */
export function contractValue({ kind }: Pick<ContractIndicator, 'kind'>, value: number): string {
  if (kind === 'done') return value === 1 ? moneyText.indicator.yes : moneyText.indicator.no;
  return kind === 'rate' ? formatPercent(value) : formatNumber(value);
}

/** The indicators of the terms by code. */
export function indicatorsByCode(terms: ContractTerms): Map<string, ContractIndicator> {
  return new Map(indicatorsOf(terms).map(({ indicator }) => [indicator.code, indicator]));
}

/** The euros of a mission with its crisis part, which is nothing unless a recognised crisis touches the year. */
export const wholeMission = ({ actions }: Pick<ScoredMission, 'actions'>): Euros => sumEuros(actions.flatMap(({ indicators }) => indicators));
