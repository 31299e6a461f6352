import type { AgreementVersion, MissionNames, TermsDifference } from '@maillage/domain/contract';
import { plural } from '@maillage/domain/kernel';

/** « Année 5 du contrat », with its amendment when it has one. */
export const yearTitle = (year: number, label: string, amendment: number): string =>
  amendment === 0 ? `Année ${year} du contrat` : `Année ${year} du contrat, ${label}`;

/** Short names of the missions of an agreement; a code it does not know is its own name. */
export function missionNames(agreement: Pick<AgreementVersion, 'missions'>): MissionNames {
  const names = new Map(agreement.missions.map(({ code, shortLabel }) => [code, shortLabel]));
  return (code) => names.get(code) ?? code;
}

/** How many differences a line of the journal tells. */
const shownInJournal = 12;

/** The differences as the journal keeps them, one short line each. */
export function differencesShown(differences: readonly TermsDifference[]): string[] {
  const lines = differences
    .slice(0, shownInJournal)
    .map(({ mission, item, field, before, after }) => `${[mission, item, field].filter(Boolean).join(' · ')} : ${before ?? '–'} → ${after ?? '–'}`);
  const more = differences.length - shownInJournal;
  return more > 0 ? [...lines, `et ${more} ${plural(more, 'autre différence', 'autres différences')}`] : lines;
}
