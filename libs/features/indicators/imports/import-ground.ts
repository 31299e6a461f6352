import { hasRight, type Actor } from '@maillage/domain/identity';
import type { ImportGround, PresentValue } from '@maillage/domain/indicators';
import { DomainError } from '@maillage/domain/kernel';
import type { Clock, Tx } from '@maillage/platform';
import { indicatorFacts, momentOf, type IndicatorFacts } from '../values/facts';
import { loadIndicators, type StoredIndicator } from '../definition/indicator.store';
import { loadPresentValues, roleOf } from './import.store';
import { loadLockGround } from '../validation/lock.store';
import { mayGive, placesOf } from '../values/reading';

/** What the community holds that a table is compared with. */
export interface StandingGround extends Pick<ImportGround, 'mayGive' | 'present' | 'moment' | 'locks'> {
  indicators: StoredIndicator[];
  facts: IndicatorFacts;
  /** The person the file is from, with the role of now. */
  actor: Actor;
}

/** Reads it all, for the person a file is from: what they may give is judged as it is now. */
export async function standingGround(tx: Tx, communityId: string, personId: string, clock: Clock): Promise<StandingGround> {
  const role = await roleOf(tx, personId);
  if (role === null || !hasRight({ role }, 'measures.write')) throw new DomainError('forbidden', { right: 'measures.write' });
  const actor: Actor = { communityId, personId, role, sessionId: '' };
  const facts = await indicatorFacts(tx, communityId, clock);
  const indicators = await loadIndicators(tx, { archived: true });
  const places = await placesOf(tx, actor, { facts, indicators });
  const values = await loadPresentValues(tx);
  return {
    actor,
    facts,
    indicators,
    mayGive: (id) => mayGive(actor, places.get(id)),
    present: (id, periodKey): PresentValue | undefined => values.get(`${id} ${periodKey}`),
    moment: momentOf(clock, facts),
    locks: (await loadLockGround(tx, clock.now())).locks,
  };
}
