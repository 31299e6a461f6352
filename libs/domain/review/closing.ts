import { type ReviewSheet, type SheetIndicator, sheetIndicators } from './sheet';

/** What a review that cannot be closed yet lacks. */
export interface Lack {
  indicatorCode: string;
  missionCode: string;
  /** In French. */
  sentence: string;
}

/**
 * What lacks before a review may be closed: a conclusion on each indicator something is computed on, euros that do not say the
 * contrary, and a proposal the next year can hold. An action not prepared, a value not validated or proposals that do not add up are
 * shown, and do not hold it back.
 */
export function closingLacks(sheet: ReviewSheet): Lack[] {
  return sheetIndicators(sheet).flatMap(({ mission, indicator }): Lack[] => {
    const lack = (sentence: string): Lack[] => [{ indicatorCode: indicator.code, missionCode: mission.code, sentence: `${indicator.title}\u00a0: ${sentence}` }];
    if (indicator.maxCents !== null && indicator.conclusion === null) return lack('pas encore de conclusion');
    if (indicator.contradiction !== null) return lack(`${indicator.contradiction}, précisez les euros ou la conclusion`);
    return indicator.proposalFault === null ? [] : lack('la proposition pour l’année suivante n’est pas valable');
  });
}

/** Values given but not validated: closing pays nothing for them. */
export const unvalidated = (sheet: ReviewSheet): SheetIndicator[] =>
  sheetIndicators(sheet).flatMap(({ indicator }) => (indicator.result.status === 'draft' && indicator.agreedCents === null && indicator.maxCents !== null ? [indicator] : []));
