import {
  checkParticipation,
  checkUnchoose,
  contractYear,
  emptyParticipation,
  missionOf,
  type AciContract,
  type Mission,
  type MissionParticipation,
} from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, type AuditAct, type Day } from '@maillage/domain/kernel';
import { audit, loadCommunity, requireRevision } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { contractFacts, ContractQueries, type MissionsView } from './contract.queries';
import { saveParticipation } from './contract.store';
import { MissionUse } from './mission-use';
import { allCurrentTerms } from './terms.store';

/** A mission's choice and dates, with the revision on screen (0 the first time). */
export interface MissionInput extends MissionParticipation {
  revision: number;
}

/** Chooses or leaves an optional mission, and says when a mission started and was deployed. */
@Injectable()
export class ChangeMission {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly use: MissionUse,
    private readonly queries: ContractQueries,
  ) {}

  async execute(actor: Actor, input: MissionInput): Promise<MissionsView> {
    requireRight(actor, 'contract.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const { contract, agreement, participations, timeZone, today } = await contractFacts(tx, actor.communityId, this.clock);
      if (!contract) throw new DomainError('contract-missing');
      const mission = missionOf(agreement, input.missionCode);
      const stored = participations.find(({ missionCode }) => missionCode === mission.code);
      const before = stored ? participationOf(stored) : emptyParticipation(mission);
      if (stored) await requireRevision(tx, stored, input.revision, before, timeZone);
      else if (input.revision !== 0) throw new DomainError('not-found');

      if (before.chosen && !input.chosen) {
        checkUnchoose(mission, before, (await this.use.actionsByMission(tx))[mission.code] ?? 0);
        await this.requireOutOfTerms(tx, mission, contract, today);
      }
      const participation = checkParticipation(participationOf(input), agreement, contract, today);
      if (JSON.stringify(before) !== JSON.stringify(participation)) {
        await saveParticipation(tx, participation, { personId: actor.personId, at: this.clock.now() });
        await audit(tx, actor, {
          act: actOf(before, participation),
          subjectType: 'mission',
          subjectId: mission.code,
          label: mission.label,
          before,
          after: participation,
        });
      }
      return this.queries.missionsView(tx, actor.communityId);
    });
  }

  /** A mission that the contract pays this year or later is not left. */
  private async requireOutOfTerms(tx: Tx, mission: Mission, contract: AciContract, today: Day): Promise<void> {
    const paying = (await allCurrentTerms(tx)).find(
      ({ year, content }) => contractYear(contract, year).end >= today && content.missions.some(({ code }) => code === mission.code),
    );
    if (paying) throw new DomainError('mission-in-terms', { mission: mission.label, year: paying.year });
  }
}

const participationOf = ({ missionCode, chosen, startedOn, deployedOn }: MissionParticipation): MissionParticipation => ({
  missionCode,
  chosen,
  startedOn,
  deployedOn,
});

function actOf(before: MissionParticipation, after: MissionParticipation): AuditAct {
  if (before.chosen === after.chosen) return 'mission.dates-changed';
  return after.chosen ? 'mission.chosen' : 'mission.left';
}
