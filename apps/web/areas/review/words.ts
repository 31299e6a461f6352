import { type Conclusion, countConclusions, outgoingInWords, type PreparationStatus, type ReviewSheet, type ReviewStatus, type SheetIndicator, sheetIndicators, type SheetMission, valueInWords } from '@maillage/domain/review';
import type { Standing } from '@maillage/domain/money';
import type { StatusTone } from '../../ui';

/** The tone of a conclusion; « none » before it is examined. */
export const conclusionTone: Record<Conclusion | 'none', StatusTone> = { 'reached': 'attained', 'partly': 'at-risk', 'not-reached': 'late', 'none': 'none' };
/** The tone of how far an action is prepared. */
export const preparationTone: Record<PreparationStatus, StatusTone> = { 'to-prepare': 'none', 'in-progress': 'on-track', 'ready': 'attained' };
/** The tone of a review. */
export const reviewTone: Record<ReviewStatus, StatusTone> = { open: 'on-track', closed: 'attained', reopened: 'at-risk' };
/** The tone of a result of the year. */
export const resultTone: Record<Standing['status'], StatusTone> = { missing: 'none', draft: 'at-risk', validated: 'attained' };

/** The result of an indicator in words; null without any. */
export const resultInWords = ({ kind, result }: Pick<SheetIndicator, 'kind' | 'result'>): string | null => (result.value === null ? null : valueInWords({ kind }, result.value));

/** The same on paper, which leaves the community: small numbers of patients are masked. */
export const resultOnPaper = (indicator: SheetIndicator, { community }: ReviewSheet): string | null =>
  indicator.result.value === null ? null : outgoingInWords(indicator, indicator.result.value, community.maskBelow);

/** The indicators of a mission, one after the other. */
export const indicatorsIn = (mission: SheetMission): SheetIndicator[] => mission.actions.flatMap(({ indicators }) => indicators);

/** How many conclusions a mission awaits, and has. */
export function progressOf(indicators: readonly SheetIndicator[]): { done: number; total: number } {
  const counts = countConclusions(indicators);
  const total = counts.reached + counts.partly + counts['not-reached'] + counts.none;
  return { done: total - counts.none, total };
}

/** Euros of a sheet as a bar: what nobody has concluded yet is neither settled nor lost. */
export function barOf(indicators: readonly SheetIndicator[]): { maxCents: number; earnedCents: number; atStakeCents: number; lostCents: number } {
  const bar = { maxCents: 0, earnedCents: 0, atStakeCents: 0, lostCents: 0 };
  for (const { maxCents, settledCents, conclusion } of indicators) {
    if (maxCents === null) continue;
    bar.maxCents += maxCents;
    bar.earnedCents += settledCents;
    bar[conclusion === null ? 'atStakeCents' : 'lostCents'] += maxCents - settledCents;
  }
  return bar;
}

/** Every indicator of the sheet. */
export const allIndicators = (sheet: ReviewSheet): SheetIndicator[] => sheetIndicators(sheet).map(({ indicator }) => indicator);

/** The first twelve characters of a hash: enough to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);
