import { DomainError } from '@maillage/domain/kernel';

/** A commune as far as what it belongs to: an *arrondissement municipal* names its city. */
export interface PlacedCommune {
  inseeCode: string;
  name: string;
  /** The city of an *arrondissement municipal* of Paris, Lyon or Marseille; null for a commune. */
  parentCode: string | null;
}

/** Refuses a territory that holds a city and one of its arrondissements: their people would be counted twice. */
export function refuseOverlap(communes: readonly PlacedCommune[]): void {
  const names = new Map(communes.map((commune) => [commune.inseeCode, commune.name]));
  for (const { name, parentCode } of communes) {
    const whole = parentCode === null ? undefined : names.get(parentCode);
    if (whole !== undefined) throw new DomainError('commune-overlap', { name, whole });
  }
}
