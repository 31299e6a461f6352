import { found, searchable } from '@maillage/domain/kernel';
import type { Scenario } from '@maillage/domain/money';
import type { Tx } from '@maillage/platform';

/** A scenario as it is stored. */
export interface StoredScenario extends Scenario {
  id: string;
  revision: number;
  updatedAt: Date;
  updatedBy: string | null;
  /** Name of the person who saved it last; null when they are gone. */
  savedBy: string | null;
}

/** Who writes, and when. */
interface Writing {
  personId: string;
  at: Date;
}

const scenarios = `select s.id, s.contract_year as year, s.name, s.values, s.revision, s.updated_at as "updatedAt", s.updated_by as "updatedBy",
  m.name as "savedBy" from money_scenario s left join membership m on m.person_id = s.updated_by`;

/** The scenarios of a contract year, by name. */
export async function loadScenarios(tx: Tx, year: number): Promise<StoredScenario[]> {
  return tx.query(`${scenarios} where s.contract_year = $1 order by s.name_key, s.id`, [year]);
}

/** One scenario, or null; `lock` holds it against other writers until the transaction ends. */
export async function findScenario(tx: Tx, id: string, lock = false): Promise<StoredScenario | null> {
  const rows: StoredScenario[] = await tx.query(`${scenarios} where s.id = $1 ${lock ? 'for update of s' : ''}`, [id]);
  return rows[0] ?? null;
}

/** One scenario held against other writers, or `not-found`. */
export async function lockScenario(tx: Tx, id: string): Promise<StoredScenario> {
  return found(await findScenario(tx, id, true));
}

/** Writes a scenario: its first time, or its next revision. */
export async function writeScenario(tx: Tx, id: string, { year, name, values }: Scenario, by: Writing): Promise<void> {
  await tx.query(
    `insert into money_scenario (id, contract_year, name, name_key, values, created_at, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $6, $7)
     on conflict (community_id, id) do update set name = excluded.name, name_key = excluded.name_key, values = excluded.values,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by, revision = money_scenario.revision + 1`,
    [id, year, name, nameKey(name), JSON.stringify(values), by.at, by.personId],
  );
}

/** Forgets a scenario. */
export async function deleteScenario(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from money_scenario where id = $1', [id]);
}

/** What makes two names read the same. A name made of signs only is compared as it is. */
export const nameKey = (name: string): string => searchable(name) || name;
