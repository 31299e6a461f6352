import type { ContractIndicator, MissionCode } from '@maillage/domain/contract';
import { type Indicator, type IndicatorDefinition, isAnswer, isCounted, maxDecimals, noDetails, normaliseIndicatorCode } from '@maillage/domain/indicators';
import { type Day, decimalsOf, DomainError, textLimits } from '@maillage/domain/kernel';

/** Longest code of an indicator. */
const codeLength = 20;

/** The kinds of a contract indicator in French. */
export const contractIndicatorKindLabels: Readonly<Record<ContractIndicator['kind'], string>> = {
  count: 'un nombre',
  rate: 'un pourcentage',
  done: 'oui ou non',
};

/** The sources of a figure in French. */
export const contractSourceLabels: Readonly<Record<ContractIndicator['source'], string>> = { cpam: 'CPAM', cpts: 'déclaré par la CPTS' };

/** True when the values of the indicator can be read as those of the contract: a number, a percentage, or yes and no. */
export function kindFits(contract: Pick<ContractIndicator, 'kind'>, indicator: Pick<Indicator, 'kind' | 'unit'>): boolean {
  if (contract.kind === 'done') return isAnswer(indicator.kind);
  if (contract.kind === 'rate') return !isAnswer(indicator.kind) && indicator.unit === '%';
  return isCounted(indicator.kind) && indicator.unit !== '%';
}

/** Refuses to link what does not count the same thing: `link-kind-differs`. */
export function checkLink(contract: Pick<ContractIndicator, 'kind' | 'title'>, indicator: Pick<Indicator, 'kind' | 'unit' | 'name' | 'archivedAt'>): void {
  if (indicator.archivedAt !== null) throw new DomainError('indicator-archived', { name: indicator.name });
  if (!kindFits(contract, indicator)) {
    throw new DomainError('link-kind-differs', { name: contract.title, expected: contractIndicatorKindLabels[contract.kind], indicator: indicator.name });
  }
}

/** What the contract asks the value to reach in the year: the threshold that pays most; 1 for yes. null when it writes none. */
export function contractTarget({ scoring, direction }: Pick<ContractIndicator, 'scoring' | 'direction'>): number | null {
  if (scoring.mode === 'done') return 1;
  if (scoring.mode !== 'tiers') return scoring.threshold;
  const best = [...scoring.tiers].sort(
    (a, b) => (b.cents ?? 0) - (a.cents ?? 0) || (direction === 'down' ? a.threshold - b.threshold : b.threshold - a.threshold),
  )[0];
  return best?.threshold ?? null;
}

/** A code for the indicator, made from the one of the contract: as people write them, short enough, and free. */
export function freeIndicatorCode(contractCode: string, taken: ReadonlySet<string>): string {
  const tidy = (text: string, length: number): string => text.slice(0, length).replace(/[.-]+$/, '');
  const code = normaliseIndicatorCode(contractCode);
  const whole = tidy(code.length === 1 ? `${code}-1` : code, codeLength);
  if (!taken.has(whole)) return whole;
  for (let number = 2; ; number += 1) {
    const numbered = `${tidy(code, codeLength - 1 - String(number).length)}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

/**
 * The indicator that follows a contract indicator, with one value for each contract year. A rate is entered as its percentage:
 * the caisse gives the result, not what it is made of. Figures of patients are marked so: small ones are masked on anything that leaves.
 */
export function definitionFrom(
  contract: ContractIndicator,
  { code, mission, yearStart }: { code: string; mission: MissionCode; yearStart: Day },
): IndicatorDefinition {
  const { kind, title, clause, baseline, scoring } = contract;
  const rate = kind === 'rate';
  const thresholds = scoring.mode === 'tiers' ? scoring.tiers.map(({ threshold }) => threshold) : scoring.mode === 'done' ? [] : [scoring.threshold];
  const written = [...thresholds, ...(baseline ? [baseline.value] : [])].map(decimalsOf);
  return {
    ...noDetails,
    code,
    name: title,
    definition: clause ?? title,
    kind: kind === 'done' ? 'yes-no' : 'count',
    numeratorLabel: null,
    denominatorLabel: null,
    unit: rate ? '%' : null,
    decimals: Math.min(maxDecimals, Math.max(rate ? 2 : 0, ...written)),
    direction: contract.direction ?? 'up',
    frequency: 'contract-year',
    aggregation: 'last',
    bounded: rate,
    countsPatients: kind === 'count' && /patient/i.test(title),
    source: contractSourceLabels[contract.source],
    sourceKind: contract.source === 'cpam' ? 'cpam' : 'declared',
    evidenceExpected: clipped(contract.evidence.join(', ')),
    // A baseline is dated: one the contract does not date is that of the year it was agreed for.
    baseline: kind === 'done' || baseline === null ? null : { value: baseline.value, on: baseline.on ?? yearStart, source: null },
    missions: [mission],
    actionId: null,
    responsiblePersonId: null,
    trackedFrom: yearStart,
  };
}

function clipped(text: string): string | null {
  if (text === '') return null;
  return text.length <= textLimits.sentence ? text : `${text.slice(0, textLimits.sentence - 1)}…`;
}
