import { ensure } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import type { ActionUse } from './action-use';

/** Refuses to leave behind actions that carry indicators or values. */
export async function requireNothingCarried(tx: Tx, use: ActionUse, actions: readonly { id: string; title: string }[]): Promise<void> {
  if (actions.length === 0) return;
  const carried = await use.carriedBy(tx, actions.map(({ id }) => id));
  for (const { id, title } of actions) {
    const { measures, indicators } = carried[id] ?? { measures: 0, indicators: 0 };
    ensure(measures === 0, 'action-has-measures', { title, count: measures });
    ensure(indicators === 0, 'action-has-indicators', { title, count: indicators });
  }
}
