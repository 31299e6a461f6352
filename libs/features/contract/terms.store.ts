import { createHash } from 'node:crypto';
import type { ContractTerms } from '@maillage/domain/contract';
import { canonicalJson, type Day, found } from '@maillage/domain/kernel';
import { part, type Told, type Tx, withInstants } from '@maillage/platform';
import type { Writing } from './contract.store';

/** What the contract says of one contract year, in one of its versions. */
export interface StoredTerms {
  year: number;
  /** 0 as signed, then the number of the amendment that brought this version. */
  amendment: number;
  label: string;
  effectiveOn: Day;
  content: ContractTerms;
  /** sha256 of the content. */
  hash: string;
  revision: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/** A version to be written. */
export type TermsVersion = Pick<StoredTerms, 'year' | 'amendment' | 'label' | 'effectiveOn' | 'content'>;

/** A crisis recognised by the ARS. */
export interface RecognisedCrisis {
  id: string;
  /** A code of the agreement's `crisisKinds`. */
  kind: string;
  recognisedOn: Day;
  /** Order or letter that recognises it. */
  reference: string | null;
  /** null while it lasts. */
  endedOn: Day | null;
}

/** A crisis as it is stored. */
export type StoredCrisis = RecognisedCrisis & { revision: number; updatedAt: Date; updatedBy: string | null };

const versions = `select contract_year as year, amendment, label, effective_on as "effectiveOn", content, hash, revision,
  recorded_at as "updatedAt", recorded_by as "updatedBy" from contract_terms`;

const current = `select distinct on (year) * from (${versions}) v order by year, amendment desc`;

/** The same hash for the same content, whatever the order of its keys. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** The terms of a contract year under its latest amendment, or null. */
export async function currentTerms(tx: Tx, year: number): Promise<StoredTerms | null> {
  const rows: StoredTerms[] = await tx.query(`${versions} where contract_year = $1 order by amendment desc limit 1`, [year]);
  return rows[0] ?? null;
}

/** The terms of every contract year that has some, each under its latest amendment, by year. */
export async function allCurrentTerms(tx: Tx): Promise<StoredTerms[]> {
  return tx.query(current);
}

/** The same, to be read with other things. */
export const termsPart = part(current, (rows: Told<StoredTerms>[]): StoredTerms[] => rows.map((row) => withInstants<StoredTerms>(row, 'updatedAt')));

/** A version without its content, with the name of who recorded it. */
export type TermsHead = Omit<StoredTerms, 'content' | 'updatedBy'> & { updatedBy: string | null };

/** Every version of every year without its content, by year then amendment. */
export async function termsHeads(tx: Tx): Promise<TermsHead[]> {
  return tx.query(
    `select t.contract_year as year, t.amendment, t.label, t.effective_on as "effectiveOn", t.hash, t.revision, t.recorded_at as "updatedAt",
            m.name as "updatedBy"
       from contract_terms t left join membership m on m.person_id = t.recorded_by order by t.contract_year, t.amendment`,
  );
}

/** The content of a version that is there. */
export async function termsContent(tx: Tx, { year, amendment }: Pick<StoredTerms, 'year' | 'amendment'>): Promise<ContractTerms> {
  const rows: { content: ContractTerms }[] = await tx.query('select content from contract_terms where contract_year = $1 and amendment = $2', [year, amendment]);
  return found(rows[0]).content;
}

/** Every version of every year, by year then amendment. */
export async function termsVersions(tx: Tx): Promise<StoredTerms[]> {
  return tx.query(`${versions} order by contract_year, amendment`);
}

/** Writes a version: its first time, or its next revision. */
export async function saveTerms(tx: Tx, version: TermsVersion, by: Writing): Promise<void> {
  await tx.query(
    `insert into contract_terms (contract_year, amendment, label, effective_on, content, hash, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (community_id, contract_year, amendment) do update set label = excluded.label, effective_on = excluded.effective_on,
       content = excluded.content, hash = excluded.hash, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
       revision = contract_terms.revision + 1`,
    [
      version.year,
      version.amendment,
      version.label,
      version.effectiveOn,
      JSON.stringify(version.content),
      contentHash(version.content),
      by.at,
      by.personId,
    ],
  );
}

/** Says from which day a version counts; its content and its revision stay. */
export async function moveTerms(tx: Tx, { year, amendment, effectiveOn }: Pick<StoredTerms, 'year' | 'amendment' | 'effectiveOn'>): Promise<void> {
  await tx.query('update contract_terms set effective_on = $3 where contract_year = $1 and amendment = $2', [year, amendment, effectiveOn]);
}

const crises = `select id, kind, recognised_on as "recognisedOn", reference, ended_on as "endedOn", revision, updated_at as "updatedAt",
  updated_by as "updatedBy" from recognised_crisis`;

/** The crises recognised by the ARS, oldest first. */
export async function recognisedCrises(tx: Tx): Promise<StoredCrisis[]> {
  return tx.query(`${crises} order by recognised_on, id`);
}

/** The same, to be read with other things. */
export const crisesPart = part(`${crises} order by recognised_on, id`, (rows: Told<StoredCrisis>[]): StoredCrisis[] => rows.map((row) => withInstants<StoredCrisis>(row, 'updatedAt')));

/** One crisis, or `not-found`. */
export async function loadCrisis(tx: Tx, id: string): Promise<StoredCrisis> {
  const rows: StoredCrisis[] = await tx.query(`${crises} where id = $1`, [id]);
  return found(rows[0]);
}

/** Writes a crisis: its first time, or its next revision. */
export async function saveCrisis(tx: Tx, crisis: RecognisedCrisis, by: Writing): Promise<void> {
  await tx.query(
    `insert into recognised_crisis (id, kind, recognised_on, reference, ended_on, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (community_id, id) do update set kind = excluded.kind, recognised_on = excluded.recognised_on, reference = excluded.reference,
       ended_on = excluded.ended_on, updated_at = excluded.updated_at, updated_by = excluded.updated_by, revision = recognised_crisis.revision + 1`,
    [crisis.id, crisis.kind, crisis.recognisedOn, crisis.reference, crisis.endedOn, by.at, by.personId],
  );
}

/** Forgets a crisis. */
export async function deleteCrisis(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from recognised_crisis where id = $1', [id]);
}
