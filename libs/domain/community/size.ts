import { ensure } from '@maillage/domain/kernel';

/** *Taille* 1 to 4, as written in the contract. */
export type CommunitySize = 1 | 2 | 3 | 4;
/** The four sizes, smallest first. */
export const communitySizes: readonly CommunitySize[] = [1, 2, 3, 4];

/** A size and the population it covers, lower bound included, upper bound excluded. */
export interface SizeBracket {
  size: CommunitySize;
  minPopulation: number;
  /** null: no upper bound. */
  maxPopulationExclusive: number | null;
}

/** The size a population falls in, and whether it stands exactly on a boundary. */
export interface SizeFromPopulation {
  size: CommunitySize;
  /**
   * The texts read do not say which size a population exactly on a boundary belongs to: the upper one is our convention,
   * to be shown as such.
   */
  onBoundary: boolean;
}

/** The size of a population in the brackets of an agreement. */
export function sizeFromPopulation(population: number, brackets: readonly SizeBracket[]): SizeFromPopulation | undefined {
  ensure(Number.isSafeInteger(population) && population >= 0, 'population-invalid');
  const bracket = brackets.find(
    ({ minPopulation, maxPopulationExclusive }) =>
      population >= minPopulation && (maxPopulationExclusive === null || population < maxPopulationExclusive),
  );
  if (!bracket) return undefined;
  return { size: bracket.size, onBoundary: population > 0 && population === bracket.minPopulation };
}
