import type { ActionCarries } from '@maillage/domain/project';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** Says what hangs on actions. Indicators come after the project: their area answers. */
export abstract class ActionUse {
  /** Indicators and values by action id; an action that carries nothing may be absent. */
  abstract carriedBy(tx: Tx, actionIds: readonly string[]): Promise<Record<string, ActionCarries>>;
}

/** Where there are no indicators, nothing hangs on an action. */
@Injectable()
export class NoActionUse extends ActionUse {
  override async carriedBy(): Promise<Record<string, ActionCarries>> {
    return {};
  }
}

/** What hangs on none. */
export const nothingCarried: ActionCarries = { measures: 0, indicators: 0 };
