import { sizeFromPopulation, type CommunitySize } from '@maillage/domain/community';
import {
  agreementByCode,
  agreementOn,
  agreementSeries,
  contractEnd,
  contractYearLabel,
  contractYearOn,
  contractYears,
  emptyParticipation,
  missionClock,
  sizeWarning,
  type AciContract,
  type AgreementVersion,
  type ContractSettings,
  type Mission,
  type MissionClock,
} from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { without, type Day, type Period } from '@maillage/domain/kernel';
import { territoryOf, timeZoneOf } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { type Ground, loadContract, loadGround, type StoredContract, type StoredParticipation } from './contract.store';
import { MissionUse } from './mission-use';

/** A year of the contract, from one anniversary to the eve of the next. */
export interface ContractYear {
  number: number;
  start: Day;
  end: Day;
}

/** The population of the territory and what it says of the size. */
export interface SizeCheck {
  population: number;
  communes: number;
  vintage: number;
  /** Size the population would give; null without territory. */
  suggested: CommunitySize | null;
  /** The population stands exactly on a boundary, which the agreement does not settle. */
  onBoundary: boolean;
  /** Sentence when it disagrees with the size of the contract. */
  warning: string | null;
}

/** The contract page. */
export interface ContractView {
  contract: (AciContract & ContractSettings & { updatedAt: Date }) | null;
  /** 0 before the first time. */
  revision: number;
  endsOn: Day | null;
  currentYear: ContractYear | null;
  /** « année 5 (15/04/2026–14/04/2027) », or why there is none. */
  currentYearLabel: string;
  years: ContractYear[];
  size: SizeCheck;
  today: Day;
}

/** One mission of the agreement and where the community stands with it. */
export interface MissionView extends Pick<Mission, 'code' | 'label' | 'shortLabel' | 'kind' | 'summary' | 'parts'> {
  chosen: boolean;
  clock: MissionClock;
  /** Actions of the project in force that serve it. */
  actions: number;
  /** 0 before the first time. */
  revision: number;
}

/** The missions page. */
export interface MissionsView {
  missions: MissionView[];
  contractSignedOn: Day | null;
  contractEndsOn: Day | null;
  currentYearLabel: string;
  agreementLabel: string;
  today: Day;
}

/** The contract, its agreement and the local day: what other areas count contract years and deadlines from. */
export interface ContractFacts {
  contract: StoredContract | null;
  agreement: AgreementVersion;
  /** Every version known, oldest first. */
  agreements: AgreementVersion[];
  participations: StoredParticipation[];
  timeZone: string;
  today: Day;
}

/** Reads of the contract and of the missions. */
@Injectable()
export class ContractQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly use: MissionUse,
  ) {}

  /** What was signed, the year that runs, and the population beside the size. */
  async contract(actor: Actor): Promise<ContractView> {
    requireRight(actor, 'contract.read');
    return this.db.run(actor.communityId, (tx) => this.contractView(tx, actor.communityId), { readOnly: true });
  }

  /** Every mission of the agreement with its dates, deadlines and lateness today. */
  async missions(actor: Actor): Promise<MissionsView> {
    requireRight(actor, 'contract.read');
    return this.db.run(actor.communityId, (tx) => this.missionsView(tx, actor.communityId), { readOnly: true });
  }

  /** The contract year that runs today; null before the signature, after the end, or without a contract. */
  async currentYear(actor: Actor): Promise<ContractYear | null> {
    requireRight(actor, 'contract.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const contract = await loadContract(tx);
        return contract && yearOn(contract, this.clock.today(await timeZoneOf(tx, actor.communityId)));
      },
      { readOnly: true },
    );
  }

  /** The contract page, inside a transaction. */
  async contractView(tx: Tx, communityId: string): Promise<ContractView> {
    const { contract, agreement, today } = await contractFacts(tx, communityId, this.clock);
    const { population, communes, vintage } = await territoryOf(tx);
    const counted = communes.length === 0 ? undefined : sizeFromPopulation(population.total, agreement.sizes);
    return {
      contract: contract && without(contract, 'id', 'revision', 'updatedBy'),
      revision: contract?.revision ?? 0,
      endsOn: contract && contractEnd(contract),
      currentYear: contract && yearOn(contract, today),
      currentYearLabel: contractYearLabel(contract, today),
      years: contract ? contractYears(contract).map(yearOf) : [],
      size: {
        population: population.total,
        communes: communes.length,
        vintage,
        suggested: counted?.size ?? null,
        onBoundary: counted?.onBoundary ?? false,
        warning: (contract && counted && sizeWarning(contract, population.total, agreement)) ?? null,
      },
      today,
    };
  }

  /** The missions page, inside a transaction. */
  async missionsView(tx: Tx, communityId: string): Promise<MissionsView> {
    const { contract, agreement, participations, today } = await contractFacts(tx, communityId, this.clock);
    const actions = await this.use.actionsByMission(tx);
    const missions = agreement.missions.map((mission) => {
      const stored = participations.find(({ missionCode }) => missionCode === mission.code);
      const participation = stored ?? emptyParticipation(mission);
      const { code, label, shortLabel, kind, summary, parts } = mission;
      return {
        code,
        label,
        shortLabel,
        kind,
        summary,
        parts,
        chosen: participation.chosen,
        clock: missionClock(mission, participation, contract, today),
        actions: actions[code] ?? 0,
        revision: stored?.revision ?? 0,
      };
    });
    return {
      missions,
      contractSignedOn: contract?.signedOn ?? null,
      contractEndsOn: contract && contractEnd(contract),
      currentYearLabel: contractYearLabel(contract, today),
      agreementLabel: agreement.label,
      today,
    };
  }
}

const yearOf = ({ start, end }: Period, index: number): ContractYear => ({ number: index + 1, start, end });

function yearOn(contract: StoredContract, day: Day): ContractYear | null {
  const year = contractYearOn(contract, day);
  return year ? { number: Number(year.key.slice(2)), start: year.start, end: year.end } : null;
}

/** The contract of the community at work with the agreement it falls under: that of its signature, or today's before any. */
export async function contractFacts(tx: Tx, communityId: string, clock: Clock): Promise<ContractFacts> {
  return factsFrom(await loadGround(tx, communityId), clock);
}

/** The same, from a ground that was read with other things. */
export function factsFrom({ timeZone, contract, participations, added }: Ground, clock: Clock): ContractFacts {
  const today = clock.today(timeZone);
  const agreements = agreementSeries(added);
  const agreement = (contract && agreementByCode(contract.agreement, agreements)) ?? agreementOn(today, agreements);
  return { contract, agreement, agreements, participations, timeZone, today };
}

/** Whether the contract has been recorded: the second step of a community's first hour. */
export async function isContractRecorded(tx: Tx): Promise<boolean> {
  return (await loadContract(tx)) !== null;
}
