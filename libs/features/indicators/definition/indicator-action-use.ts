import type { ActionCarries } from '@maillage/domain/project';
import { ActionUse } from '@maillage/features/project';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { countOnActions } from './indicator.store';

/** Indicators and their values hang on actions. */
@Injectable()
export class IndicatorActionUse extends ActionUse {
  override async carriedBy(tx: Tx, actionIds: readonly string[]): Promise<Record<string, ActionCarries>> {
    const counts = await countOnActions(tx, actionIds);
    return Object.fromEntries(counts.map(({ actionId, indicators, measures }) => [actionId, { indicators, measures }]));
  }
}
