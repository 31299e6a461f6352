import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { communeSearchKey } from '@maillage/domain/community';

/** Year of the official geographic code and of the populations bundled in `data/`. */
export const communesVintage = 2026;

/** Anything that runs SQL: a migration's runner or a transaction. */
export interface Runs {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

const folder = path.join(__dirname, 'data');

function lines(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'));
}

const column = (rows: readonly string[][], index: number): (string | null)[] => rows.map((row) => row[index] || null);
const words = (rows: readonly string[][], index: number): string[] => rows.map((row) => row[index] ?? '');

/**
 * Puts the country's départements, EPCI and communes (with the municipal arrondissements) into the reference tables.
 * Done again it changes nothing; with a newer list it renews names and populations and keeps the codes that disappeared.
 */
export async function loadCommunes(db: Runs): Promise<number> {
  const departments = lines(readFileSync(path.join(folder, 'departements-france-2026.csv'), 'utf8'));
  await db.query(
    `insert into department (code, name) select * from unnest($1::text[], $2::text[])
     on conflict (code) do update set name = excluded.name`,
    [column(departments, 0), column(departments, 1)],
  );
  const epci = lines(readFileSync(path.join(folder, 'epci-france-2026.csv'), 'utf8'));
  await db.query(
    `insert into epci (siren, kind, name, search) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (siren) do update set kind = excluded.kind, name = excluded.name, search = excluded.search`,
    [column(epci, 0), column(epci, 1), column(epci, 2), words(epci, 2).map(communeSearchKey)],
  );
  const communes = lines(
    gunzipSync(readFileSync(path.join(folder, `communes-france-cog${communesVintage}.csv.gz`))).toString('utf8'),
  );
  await db.query(
    `insert into commune (insee_code, parent_code, name, department_code, region_code, postcodes, population, epci_siren, former_codes, vintage, search)
     select insee_code, parent_code, name, department_code, region_code, string_to_array(postcodes, ' '), population, epci_siren,
            string_to_array(former_codes, ' '), $11, search
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::text[], $9::text[], $10::text[])
         as bundled (insee_code, parent_code, name, department_code, region_code, postcodes, population, epci_siren, former_codes, search)
     on conflict (insee_code) do update set
       parent_code = excluded.parent_code, name = excluded.name, department_code = excluded.department_code,
       region_code = excluded.region_code, postcodes = excluded.postcodes, population = excluded.population,
       epci_siren = excluded.epci_siren, former_codes = excluded.former_codes, vintage = excluded.vintage, search = excluded.search`,
    [
      column(communes, 0),
      column(communes, 2),
      column(communes, 3),
      column(communes, 4),
      column(communes, 5),
      words(communes, 6),
      column(communes, 7),
      column(communes, 8),
      words(communes, 9),
      words(communes, 3).map(communeSearchKey),
      communesVintage,
    ],
  );
  return communes.length;
}
