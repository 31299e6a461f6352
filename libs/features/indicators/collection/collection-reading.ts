import {
  collectionTasks,
  lockOver,
  ownerOf,
  ownerOfReturned,
  periodsOfEach,
  type CollectionAnswer,
  type CollectionOwner,
  type CollectionSettings,
  type CollectionTask,
  type PeriodLock,
} from '@maillage/domain/indicators';
import { addYears, today as localDay, uniqueBy, type Day, type Period } from '@maillage/domain/kernel';
import { namedActions, type NamedAction } from '@maillage/features/project';
import type { Clock, Tx } from '@maillage/platform';
import { loadAnswers } from './collection-answers.store';
import { loadCollectionSettings, loadCollectors, type Collector } from './collection.store';
import { indicatorFacts, type IndicatorFacts } from '../values/facts';
import { loadLockGround } from '../validation/lock.store';
import { loadIndicators, type StoredIndicator } from '../definition/indicator.store';

/** How far back rounds are shown, in years. */
const yearsBack = 2;

/** What an indicator asks for in a period, and of whom. */
export interface CollectedTask extends CollectionTask {
  indicator: StoredIndicator;
  action: NamedAction | null;
  owner: CollectionOwner;
  /** Its period is locked: nothing can be answered any more, nobody is reminded. */
  locked: boolean;
}

/** What rounds are derived from, read in one transaction. */
export interface CollectionGround {
  facts: IndicatorFacts;
  settings: CollectionSettings;
  /** Archived ones too: they keep the periods that had fallen due. */
  indicators: StoredIndicator[];
  actions: ReadonlyMap<string, NamedAction>;
  collectors: ReadonlyMap<string, Collector>;
  locks: readonly PeriodLock[];
  /** Nothing older is shown. */
  since: Day;
}

/** The indicators of the community at work, who leads their actions, who can give values, and how it collects. */
export async function readCollection(tx: Tx, communityId: string, clock: Clock): Promise<CollectionGround> {
  const facts = await indicatorFacts(tx, communityId, clock);
  const indicators = await loadIndicators(tx, { archived: true });
  return {
    facts,
    settings: await loadCollectionSettings(tx),
    indicators,
    actions: await namedActions(tx, [...new Set(indicators.flatMap(({ actionId }) => actionId ?? []))]),
    collectors: new Map((await loadCollectors(tx)).map((person) => [person.personId, person])),
    locks: (await loadLockGround(tx, clock.now())).locks,
    since: addYears(facts.today, -yearsBack),
  };
}

/** Every period that opened a round since then, newest first, the shortest before. */
export function roundsOf({ facts, indicators, since }: CollectionGround): Period[] {
  const periodsOf = periodsOfEach({ today: facts.today, calendar: facts.calendar, since });
  const all = indicators.flatMap((indicator) => periodsOf(indicator));
  return uniqueBy(all, ({ key }) => key).sort((a, b) => (a.end === b.end ? (a.start < b.start ? 1 : -1) : a.end < b.end ? 1 : -1));
}

/** Everything owed in these periods, answered or not, in the order of the indicators; `known` answers are not read again. */
export async function tasksIn(tx: Tx, ground: CollectionGround, periods: readonly Period[], known?: ReadonlyMap<string, CollectionAnswer>): Promise<CollectedTask[]> {
  if (periods.length === 0) return [];
  const { facts, settings, indicators, actions, collectors, locks } = ground;
  const keys = new Set(periods.map(({ key }) => key));
  const kinds = new Set(periods.map(({ kind }) => kind));
  const first = periods.reduce((day, { end }) => (end < day ? end : day), facts.today);
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const collected = indicators
    .filter(({ frequency }) => kinds.has(frequency))
    .map((indicator) => ({ ...indicator, archivedOn: indicator.archivedAt && localDay(indicator.archivedAt, facts.timeZone) }));
  const answers = known ?? (await loadAnswers(tx, [...keys], facts.timeZone));
  const tasks = collectionTasks(collected, answers, { today: facts.today, calendar: facts.calendar, dueDays: settings.dueDays, since: first });
  return tasks.flatMap((task): CollectedTask[] => {
    const indicator = byId.get(task.indicatorId);
    if (!indicator || !keys.has(task.period.key)) return [];
    const action = (indicator.actionId !== null && actions.get(indicator.actionId)) || null;
    return [{ ...task, indicator, action, owner: ownerIn(collectors, task, { responsiblePersonId: indicator.responsiblePersonId, leadPersonId: action?.leadPersonId ?? null }), locked: lockOver(locks, task.period) !== undefined }];
  });
}

function ownerIn(collectors: CollectionGround['collectors'], { answer }: CollectionTask, places: Parameters<typeof ownerOf>[0]): CollectionOwner {
  const mayGive = (id: string): boolean => collectors.has(id);
  if (!answer?.returned) return ownerOf(places, mayGive);
  return ownerOfReturned(answer.returned.authorId, places, { mayGive, coordinates: (id) => collectors.get(id)?.role === 'coordinator' });
}
