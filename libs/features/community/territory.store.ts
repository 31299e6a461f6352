import type { Commune, PlacedCommune } from '@maillage/domain/community';
import { part, type Tx } from '@maillage/platform';

/** A commune as screens list it. */
export interface CommuneView extends Commune, PlacedCommune {
  departmentName: string;
  postcodes: string[];
  epciSiren: string | null;
  epciName: string | null;
  vintage: number;
}

/** An EPCI with what it would bring to a territory. */
export interface EpciView {
  siren: string;
  name: string;
  communes: number;
  population: number;
  departmentCodes: string[];
}

const communeColumns = `
  c.insee_code as "inseeCode", c.parent_code as "parentCode", c.name, c.department_code as "departmentCode", d.name as "departmentName",
  c.postcodes, c.population, c.epci_siren as "epciSiren", e.name as "epciName", c.vintage::integer as vintage`;
const communeTables = `commune c join department d on d.code = c.department_code left join epci e on e.siren = c.epci_siren`;

/** Communes whose name or code answers the words, or that a postcode serves; the best first, then the most populated. */
export async function findCommunes(tx: Tx, words: string, code: string, limit: number): Promise<CommuneView[]> {
  return tx.query(
    `select ${communeColumns}
       from ${communeTables}
      where c.search like $1 || '%' or c.search like '% ' || $1 || '%' or c.insee_code like $2 || '%'
         or c.postcodes @> array[$2] or $2 = any (c.former_codes)
      order by c.insee_code <> $2, c.search <> $1, not (c.search like $1 || '%'), c.population desc nulls last, c.insee_code
      limit $3`,
    [words, code, limit],
  );
}

/** Communes of a département whose postcode starts so (« 455 »), when the search is the beginning of a postcode. */
export async function findByPostcode(tx: Tx, start: string, limit: number): Promise<CommuneView[]> {
  return tx.query(
    `select ${communeColumns}
       from ${communeTables}
      where exists (select from unnest(c.postcodes) as postcode where postcode like $1 || '%')
      order by c.population desc nulls last, c.insee_code
      limit $2`,
    [start, limit],
  );
}

/** EPCI whose name answers the words, or of that SIREN number, with their communes counted once. */
export async function findEpci(tx: Tx, words: string, limit: number): Promise<EpciView[]> {
  return tx.query(
    `select e.siren, e.name, count(c.*)::integer as communes, coalesce(sum(c.population), 0)::integer as population,
            array_agg(distinct c.department_code order by c.department_code) as "departmentCodes"
       from epci e join commune c on c.epci_siren = e.siren and c.parent_code is null
      where e.search like $1 || '%' or e.search like '% ' || $1 || '%' or e.siren = $1
      group by e.siren, e.name
      order by population desc
      limit $2`,
    [words, limit],
  );
}

/** The communes of these codes that the reference list knows. */
export async function communesByCode(tx: Tx, codes: readonly string[]): Promise<CommuneView[]> {
  return tx.query(`select ${communeColumns} from ${communeTables} where c.insee_code = any ($1)`, [codes]);
}

/** The codes of an EPCI's communes (cities whole, not their arrondissements). */
export async function codesOfEpci(tx: Tx, siren: string): Promise<string[]> {
  const rows: { code: string }[] = await tx.query(
    'select insee_code as code from commune where epci_siren = $1 and parent_code is null order by insee_code',
    [siren],
  );
  return rows.map(({ code }) => code);
}

/** The communes of the territory of the community at work, by name. */
export async function communesOfTerritory(tx: Tx): Promise<CommuneView[]> {
  return tx.query(
    `select ${communeColumns}
       from community_commune t join ${communeTables.replace('commune c', 'commune c on c.insee_code = t.insee_code')}
      order by c.search, c.insee_code`,
  );
}

/** How many communes the territory of the community at work has and how many people live there, to be read with other things. */
export const territorySizePart = part(
  `select count(*)::integer as communes, coalesce(sum(c.population), 0)::integer as population
     from community_commune t join commune c on c.insee_code = t.insee_code`,
  ([size]: { communes: number; population: number }[]) => size ?? { communes: 0, population: 0 },
);

/** Adds communes to the territory. */
export async function insertTerritory(tx: Tx, codes: readonly string[], at: Date): Promise<void> {
  await tx.query('insert into community_commune (insee_code, added_at) select code, $2 from unnest($1::text[]) as code', [
    codes,
    at,
  ]);
}

/** Takes communes out of the territory. */
export async function deleteTerritory(tx: Tx, codes: readonly string[]): Promise<void> {
  await tx.query('delete from community_commune where insee_code = any ($1)', [codes]);
}
