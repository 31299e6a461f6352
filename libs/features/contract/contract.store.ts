import type { AciContract, AgreementVersion, ContractSettings, MissionParticipation } from '@maillage/domain/contract';
import { found } from '@maillage/domain/kernel';
import { part, withInstants, type Told, type Tx } from '@maillage/platform';

/** What goes with every row that people edit. */
interface Revised {
  revision: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/** The contract as it is stored. */
export type StoredContract = AciContract & ContractSettings & Revised & { id: string };

/** A participation as it is stored. */
export type StoredParticipation = MissionParticipation & Revised;

/** Who writes, and when. */
export interface Writing {
  personId: string;
  at: Date;
}

const contracts = `select id, signed_on as "signedOn", duration_years as "durationYears", agreement, size, prorata_unit as "prorataUnit",
  accounting_year_start as "accountingYearStart", membership_year_start as "membershipYearStart", revision, updated_at as "updatedAt",
  updated_by as "updatedBy" from aci_contract`;

const allParticipations = `select mission_code as "missionCode", chosen, started_on as "startedOn", deployed_on as "deployedOn", revision,
  updated_at as "updatedAt", updated_by as "updatedBy" from mission_participation`;

/** The contract of the community at work, or null. */
export async function loadContract(tx: Tx): Promise<StoredContract | null> {
  const rows: StoredContract[] = await tx.query(contracts);
  return rows[0] ?? null;
}

/** What the community at work said of its missions. */
export async function loadParticipations(tx: Tx): Promise<StoredParticipation[]> {
  return tx.query(allParticipations);
}

/** What every page begins with. */
export interface Ground {
  timeZone: string;
  contract: StoredContract | null;
  participations: StoredParticipation[];
  /** Versions of the agreement that the operator added. */
  added: AgreementVersion[];
}

type GroundRow = Pick<Ground, 'timeZone' | 'added'> & { contract: Told<StoredContract> | null; participations: Told<StoredParticipation>[] };

/** The ground of the community `$1`, to be read with other things. */
export const groundPart = part(
  `select c.time_zone as "timeZone", (select to_json(k) from (${contracts}) k) as contract,
          (select coalesce(json_agg(p), '[]') from (${allParticipations}) p) as participations,
          (select coalesce(json_agg(v.content order by v.added_at, v.code), '[]') from agreement_version v) as added
     from community c where c.id = $1`,
  (rows: GroundRow[]): Ground => {
    const { timeZone, contract, participations, added } = found(rows[0]);
    return {
      timeZone,
      contract: contract && withInstants<StoredContract>(contract, 'updatedAt'),
      participations: participations.map((row) => withInstants<StoredParticipation>(row, 'updatedAt')),
      added,
    };
  },
);

/** The time zone of a community, its contract, what it said of its missions and the versions added to the agreement, in one read. */
export async function loadGround(tx: Tx, communityId: string): Promise<Ground> {
  const rows: GroundRow[] = await tx.query(groundPart.text, [communityId]);
  return groundPart.told(rows);
}

/** Writes the one contract, its first time or its next revision. */
export async function saveContract(tx: Tx, id: string, contract: AciContract & ContractSettings, by: Writing): Promise<void> {
  await tx.query(
    `insert into aci_contract (id, signed_on, duration_years, agreement, size, updated_at, updated_by, prorata_unit, accounting_year_start, membership_year_start)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (community_id) do update set signed_on = excluded.signed_on, duration_years = excluded.duration_years,
       agreement = excluded.agreement, size = excluded.size, prorata_unit = excluded.prorata_unit,
       accounting_year_start = excluded.accounting_year_start, membership_year_start = excluded.membership_year_start, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
       revision = aci_contract.revision + 1`,
    [
      id,
      contract.signedOn,
      contract.durationYears,
      contract.agreement,
      contract.size,
      by.at,
      by.personId,
      contract.prorataUnit,
      contract.accountingYearStart,
      contract.membershipYearStart,
    ],
  );
}

/** Writes what the community does with a mission. */
export async function saveParticipation(tx: Tx, participation: MissionParticipation, by: Writing): Promise<void> {
  await tx.query(
    `insert into mission_participation (mission_code, chosen, started_on, deployed_on, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, mission_code) do update set chosen = excluded.chosen, started_on = excluded.started_on,
       deployed_on = excluded.deployed_on, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
       revision = mission_participation.revision + 1`,
    [participation.missionCode, participation.chosen, participation.startedOn, participation.deployedOn, by.at, by.personId],
  );
}
