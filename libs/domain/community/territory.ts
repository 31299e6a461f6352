import { DomainError, ensure, listInFrench, searchable, uniqueBy } from '@maillage/domain/kernel';

/** A commune of the country's reference list. */
export interface Commune {
  /** INSEE code, 5 characters (2A004, 97411). */
  inseeCode: string;
  name: string;
  departmentCode: string;
  /** Municipal population of the list's vintage; null where INSEE publishes none. */
  population: number | null;
}

/** The population of a territory and how sure it is. */
export interface TerritoryPopulation {
  total: number;
  communes: number;
  /** Communes of the territory whose population is not known; they count for nothing in the total. */
  unknown: string[];
}

const inseeCode = /^(?:\d{2}|2[AB])\d{3}$/;

/** True for a well-formed INSEE code. */
export function isInseeCode(value: unknown): value is string {
  return typeof value === 'string' && inseeCode.test(value);
}

/** What the search of communes compares: « St-Étienne » and « saint etienne » are the same. */
export function communeSearchKey(text: string): string {
  return searchable(text)
    .split(' ')
    .map((word) => (word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word))
    .join(' ');
}

/** How well a commune answers a search: 0 exact, 1 starts with, 2 a word starts with, 3 contains; undefined when it does not. */
export function communeRank(commune: Pick<Commune, 'inseeCode' | 'name'>, query: string): number | undefined {
  const wanted = communeSearchKey(query);
  if (wanted === '') return undefined;
  if (commune.inseeCode.toLowerCase() === wanted) return 0;
  const key = communeSearchKey(commune.name);
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  if (key.includes(` ${wanted}`)) return 2;
  return key.includes(wanted) || commune.inseeCode.toLowerCase().startsWith(wanted) ? 3 : undefined;
}

/** The codes of a territory, checked against the reference list and free of doubles. */
export function checkTerritory(codes: readonly string[], reference: ReadonlyMap<string, Pick<Commune, 'name'>>): string[] {
  const seen = new Set<string>();
  for (const code of codes) {
    const commune = reference.get(code);
    if (!isInseeCode(code) || !commune) throw new DomainError('commune-unknown', { code });
    ensure(!seen.has(code), 'commune-twice', { code, name: commune.name });
    seen.add(code);
  }
  ensure(seen.size <= 1000, 'too-many', { label: 'Communes du territoire', max: 1000 });
  return [...seen];
}

/** Sum over the communes, each counted once; the unknown ones are named, not counted as zero in silence. */
export function territoryPopulation(communes: readonly Pick<Commune, 'inseeCode' | 'name' | 'population'>[]): TerritoryPopulation {
  const once = uniqueBy(communes, (commune) => commune.inseeCode);
  for (const { population } of once) ensure(population === null || (Number.isSafeInteger(population) && population >= 0), 'population-invalid');
  return {
    total: once.reduce((sum, commune) => sum + (commune.population ?? 0), 0),
    communes: once.length,
    unknown: once.filter((commune) => commune.population === null).map((commune) => commune.name),
  };
}

/** « 45 et 18 »: the departments, the most present first. */
export function departmentsOf(communes: readonly Pick<Commune, 'departmentCode'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { departmentCode } of communes) counts.set(departmentCode, (counts.get(departmentCode) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code);
}

/** « départements 45 et 18 ». */
export function departmentsLabel(codes: readonly string[]): string {
  if (codes.length === 0) return '';
  return `${codes.length === 1 ? 'département' : 'départements'} ${listInFrench(codes)}`;
}
