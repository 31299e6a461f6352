import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, type Day, type PeriodCalendar } from '@maillage/domain/kernel';
import { factsFrom, groundPart, type ContractFacts, type Ground } from '@maillage/features/contract';
import { leadsAction } from '@maillage/features/project';
import { together, type Clock, type Tx } from '@maillage/platform';
import { collectionPart, type StoredCollectionSettings } from '../collection/collection.store';
import type { StoredIndicator } from '../definition/indicator.store';

/** Where and when values are counted: the local day, and the contract that years are counted from. */
export interface IndicatorFacts extends ContractFacts {
  calendar: PeriodCalendar;
  /** Days after the end of a period before a missing value is late, as the community set. */
  dueDays: number;
}

const read = together({ contract: groundPart, collection: collectionPart });

/** The local day and the calendar of the community at work. */
export async function indicatorFacts(tx: Tx, communityId: string, clock: Clock): Promise<IndicatorFacts> {
  return indicatorFactsFrom(await read(tx, { contract: [communityId], collection: [] }), clock);
}

/** The same, from what was read with other things. */
export function indicatorFactsFrom({ contract, collection }: { contract: Ground; collection: Pick<StoredCollectionSettings, 'dueDays'> }, clock: Clock): IndicatorFacts {
  const facts = factsFrom(contract, clock);
  return { ...facts, calendar: { contractStart: facts.contract?.signedOn ?? null }, dueDays: collection.dueDays };
}

/** What a use case on values needs to know of the moment. */
export const momentOf = (clock: Clock, facts: { today: Day; calendar: PeriodCalendar }) => ({
  now: clock.now(),
  today: facts.today,
  calendar: facts.calendar,
});

/**
 * A lead gives the values of the actions it leads, and of the indicators it answers for; the coordinator gives any.
 * Refused with `forbidden`.
 */
export async function requireMeasureRight(tx: Tx, actor: Actor, indicator: Pick<StoredIndicator, 'actionId' | 'responsiblePersonId'>): Promise<void> {
  requireRight(actor, 'measures.write');
  if (actor.role !== 'lead' || indicator.responsiblePersonId === actor.personId) return;
  if (indicator.actionId === null || !(await leadsAction(tx, actor.personId, indicator.actionId))) throw new DomainError('forbidden');
}
