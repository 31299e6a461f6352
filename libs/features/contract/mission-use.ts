import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** Says how many actions serve each mission. Actions come after the contract: the project area answers. */
export abstract class MissionUse {
  /** Number of actions by mission code, each action counted once for each mission it serves; an absent code is 0. */
  abstract actionsByMission(tx: Tx): Promise<Record<string, number>>;
}

/** Where there are no actions, no mission is in use. */
@Injectable()
export class NoMissionUse extends MissionUse {
  override async actionsByMission(): Promise<Record<string, number>> {
    return {};
  }
}
