import { type Day, daysBetween, ensure, maxDay, type Period, type Uuid } from '@maillage/domain/kernel';
import { defaultMeasureDueDays, dueDayOf, expectedPeriods, type ExpectedOptions } from '../values/expected';
import type { Indicator } from '../definition/indicator';

/** How a community collects: when its values fall due, and whether the product reminds people of them. */
export interface CollectionSettings {
  /** Days after the end of a period before a missing value is late. */
  dueDays: number;
  /** Reminders leave by e-mail, by themselves. */
  remind: boolean;
  /** Days before the due day of the first reminder; 0: none before. */
  beforeDays: number;
  /** Weekly reminders after the one of the day that follows the due day; then silence. */
  weeklyLimit: number;
}

/** Until a community says otherwise. */
export const ordinaryCollection: Readonly<CollectionSettings> = { dueDays: defaultMeasureDueDays, remind: true, beforeDays: 7, weeklyLimit: 3 };

/** What can be chosen, both ends included. */
export const collectionLimits = {
  dueDays: { min: 0, max: 90 },
  beforeDays: { min: 0, max: 30 },
  weeklyLimit: { min: 0, max: 8 },
} as const;

const limitLabels: Readonly<Record<keyof typeof collectionLimits, string>> = {
  dueDays: 'Délai de saisie',
  beforeDays: 'Rappel avant l’échéance',
  weeklyLimit: 'Rappels de chaque semaine',
};

/** The settings as they can be kept; refused with `invalid-input` outside of the limits. */
export function checkCollectionSettings({ dueDays, remind, beforeDays, weeklyLimit }: CollectionSettings): CollectionSettings {
  const given = { dueDays, beforeDays, weeklyLimit };
  for (const field of Object.keys(collectionLimits) as (keyof typeof collectionLimits)[]) {
    const { min, max } = collectionLimits[field];
    const value = given[field];
    ensure(Number.isInteger(value) && value >= min && value <= max, 'invalid-input', { label: limitLabels[field], rule: `choisissez un nombre entier de ${min} à ${max}`, field });
  }
  return { ...given, remind };
}

/** A value sent back to who gave it: on which local day, at which instant (seconds), why. */
export interface ReturnedAnswer {
  on: Day;
  /** Names this return among others of the same value. */
  at: number;
  remark: string;
  /** Who gave the value; null when the product did. */
  authorId: Uuid | null;
}

/**
 * What was answered for a period: a figure, the reason why there is none, or what came through a link and waits to be accepted; on
 * the local day it first came. `returned` when the figure was sent back and is owed again.
 */
export interface CollectionAnswer {
  kind: 'value' | 'absence' | 'waiting';
  on: Day;
  returned?: ReturnedAnswer | null;
}

/** Awaited, missing since its due day, sent back, received and to be accepted by the coordination, or answered: on time or late. */
export const collectionStates = ['awaited', 'missing', 'to-correct', 'to-accept', 'on-time', 'late'] as const;
export type CollectionState = (typeof collectionStates)[number];

/** Somebody still has to give it, or to give it again. */
export const isOwed = ({ state }: { state: CollectionState }): boolean => state === 'awaited' || state === 'missing' || state === 'to-correct';

/** What is owed for an indicator in a period, answered or not. */
export interface CollectionTask {
  indicatorId: Uuid;
  period: Period;
  /** Last day to answer without being late. */
  dueOn: Day;
  state: CollectionState;
  answer: CollectionAnswer | null;
  /** Days after the due day: of the answer, or of today while it is missing; of what was sent back, since then at the earliest; 0 otherwise. */
  lateDays: number;
}

/** An indicator as rounds read it. */
export interface CollectedIndicator extends Pick<Indicator, 'id' | 'frequency' | 'trackedFrom'>, Partial<Pick<Indicator, 'formula' | 'dueDays'>> {
  /** Local day it was archived: periods that had fallen due before keep their line, the others ask for nothing. */
  archivedOn: Day | null;
}

/** How answers are found: by indicator and period. */
export const taskKey = (indicatorId: Uuid, periodKey: string): string => `${indicatorId} ${periodKey}`;

/** Everything owed so far: each period opens its round on its last day, by itself, for the indicators then followed. */
export function collectionTasks(indicators: readonly CollectedIndicator[], answers: ReadonlyMap<string, CollectionAnswer>, options: ExpectedOptions): CollectionTask[] {
  const { today, dueDays = defaultMeasureDueDays } = options;
  // Nobody owes what a formula gives.
  return indicators.filter(({ formula }) => !formula).flatMap(({ archivedOn, ...indicator }) =>
    expectedPeriods({ ...indicator, archivedAt: null }, options).flatMap((period): CollectionTask[] => {
      const dueOn = dueDayOf(indicator, period, dueDays);
      if (archivedOn !== null && dueOn >= archivedOn) return [];
      const answer = answers.get(taskKey(indicator.id, period.key)) ?? null;
      const back = answer?.returned;
      const lateDays = Math.max(0, back ? daysBetween(maxDay(dueOn, back.on), today) : daysBetween(dueOn, answer?.on ?? today));
      return [{ indicatorId: indicator.id, period, dueOn, state: stateOf(answer, lateDays), answer, lateDays }];
    }),
  );
}

function stateOf(answer: CollectionAnswer | null, lateDays: number): CollectionState {
  if (answer?.returned) return 'to-correct';
  if (answer?.kind === 'waiting') return 'to-accept';
  if (answer) return lateDays > 0 ? 'late' : 'on-time';
  return lateDays > 0 ? 'missing' : 'awaited';
}

/** Completeness and timeliness of a set of tasks, with the counts they come from. */
export interface CollectionRates {
  expected: number;
  received: number;
  onTime: number;
  late: number;
  missing: number;
  awaited: number;
  /** Sent back: no longer received, owed again. */
  toCorrect: number;
  /** Among those received: they wait to be accepted. */
  toAccept: number;
  /** Received out of expected, in whole percent; null when nothing was expected. */
  completeness: number | null;
  /** Received on time out of expected, in whole percent; null when nothing was expected. */
  timeliness: number | null;
}

/** Rounded down: 100 % is said only when nothing is missing. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((part * 100) / whole));

/** Completeness (received out of expected) and timeliness (received on time out of expected) of these tasks. */
export function collectionRates(tasks: readonly Pick<CollectionTask, 'state' | 'lateDays'>[]): CollectionRates {
  const count = { 'awaited': 0, 'missing': 0, 'to-correct': 0, 'to-accept': 0, 'on-time': 0, 'late': 0 };
  for (const { state } of tasks) count[state] += 1;
  // What waits to be accepted is received, on the day it came.
  const lateToAccept = tasks.filter(({ state, lateDays }) => state === 'to-accept' && lateDays > 0).length;
  const late = count.late + lateToAccept;
  const onTime = count['on-time'] + count['to-accept'] - lateToAccept;
  const expected = tasks.length;
  return {
    expected,
    received: onTime + late,
    onTime,
    late,
    missing: count.missing,
    awaited: count.awaited,
    toCorrect: count['to-correct'],
    toAccept: count['to-accept'],
    completeness: share(onTime + late, expected),
    timeliness: share(onTime, expected),
  };
}

/** Who owes a value: a person, or (null) the coordination. */
export interface CollectionOwner {
  personId: Uuid | null;
  as: 'responsible' | 'lead' | 'coordination' | 'author';
}

/** The person in charge, else the lead of the action, else the coordination; people who cannot give values owe nothing. */
export function ownerOf(
  { responsiblePersonId, leadPersonId }: { responsiblePersonId: Uuid | null; leadPersonId: Uuid | null },
  mayGive: (personId: Uuid) => boolean,
): CollectionOwner {
  if (responsiblePersonId !== null && mayGive(responsiblePersonId)) return { personId: responsiblePersonId, as: 'responsible' };
  if (leadPersonId !== null && mayGive(leadPersonId)) return { personId: leadPersonId, as: 'lead' };
  return { personId: null, as: 'coordination' };
}

/**
 * A value sent back is owed by who gave it, if they may still correct it: in charge of it, leading its action, or a coordinator;
 * else by who owes the others.
 */
export function ownerOfReturned(
  authorId: Uuid | null,
  places: { responsiblePersonId: Uuid | null; leadPersonId: Uuid | null },
  people: { mayGive: (personId: Uuid) => boolean; coordinates: (personId: Uuid) => boolean },
): CollectionOwner {
  const ordinary = ownerOf(places, people.mayGive);
  if (authorId === null || ordinary.personId === authorId || !people.mayGive(authorId)) return ordinary;
  const may = authorId === places.responsiblePersonId || authorId === places.leadPersonId || people.coordinates(authorId);
  return may ? { personId: authorId, as: 'author' } : ordinary;
}
