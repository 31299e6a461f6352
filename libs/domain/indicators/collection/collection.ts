import { addDays, type Day, daysBetween, ensure, type Period, type Uuid } from '@maillage/domain/kernel';
import { defaultMeasureDueDays, expectedPeriods, type ExpectedOptions } from '../values/expected';
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

/** What was answered for a period: a figure, or the reason why there is none; on the local day it first came. */
export interface CollectionAnswer {
  kind: 'value' | 'absence';
  on: Day;
}

/** Awaited, missing since its due day, or answered: on time or late. */
export const collectionStates = ['awaited', 'missing', 'on-time', 'late'] as const;
export type CollectionState = (typeof collectionStates)[number];

/** What is owed for an indicator in a period, answered or not. */
export interface CollectionTask {
  indicatorId: Uuid;
  period: Period;
  /** Last day to answer without being late. */
  dueOn: Day;
  state: CollectionState;
  answer: CollectionAnswer | null;
  /** Days after the due day: of the answer, or of today while it is missing; 0 otherwise. */
  lateDays: number;
}

/** An indicator as rounds read it. */
export interface CollectedIndicator extends Pick<Indicator, 'id' | 'frequency' | 'trackedFrom'>, Partial<Pick<Indicator, 'formula'>> {
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
      const dueOn = addDays(period.end, dueDays);
      if (archivedOn !== null && dueOn >= archivedOn) return [];
      const answer = answers.get(taskKey(indicator.id, period.key)) ?? null;
      const lateDays = Math.max(0, daysBetween(dueOn, answer?.on ?? today));
      const state = answer ? (lateDays > 0 ? 'late' : 'on-time') : lateDays > 0 ? 'missing' : 'awaited';
      return [{ indicatorId: indicator.id, period, dueOn, state, answer, lateDays }];
    }),
  );
}

/** Completeness and timeliness of a set of tasks, with the counts they come from. */
export interface CollectionRates {
  expected: number;
  received: number;
  onTime: number;
  late: number;
  missing: number;
  awaited: number;
  /** Received out of expected, in whole percent; null when nothing was expected. */
  completeness: number | null;
  /** Received on time out of expected, in whole percent; null when nothing was expected. */
  timeliness: number | null;
}

/** Rounded down: 100 % is said only when nothing is missing. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((part * 100) / whole));

/** Completeness (received out of expected) and timeliness (received on time out of expected) of these tasks. */
export function collectionRates(tasks: readonly Pick<CollectionTask, 'state'>[]): CollectionRates {
  const count = { 'awaited': 0, 'missing': 0, 'on-time': 0, 'late': 0 };
  for (const { state } of tasks) count[state] += 1;
  const expected = tasks.length;
  const received = count['on-time'] + count.late;
  return {
    expected,
    received,
    onTime: count['on-time'],
    late: count.late,
    missing: count.missing,
    awaited: count.awaited,
    completeness: share(received, expected),
    timeliness: share(count['on-time'], expected),
  };
}

/** Who owes a value: a person, or (null) the coordination. */
export interface CollectionOwner {
  personId: Uuid | null;
  as: 'responsible' | 'lead' | 'coordination';
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
