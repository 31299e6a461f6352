import { MissionUse } from '@maillage/features/contract';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { countByMission } from './project.store';

/** The actions in force say which missions are in use. */
@Injectable()
export class ProjectMissionUse extends MissionUse {
  override async actionsByMission(tx: Tx): Promise<Record<string, number>> {
    return countByMission(tx);
  }
}
