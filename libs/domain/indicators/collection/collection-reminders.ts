import { addDays, type Day, daysBetween, maxDay } from '@maillage/domain/kernel';
import type { CollectionSettings, CollectionTask, ReturnedAnswer } from './collection';

/**
 * Which reminder of a value: before its due day, on the day after, then each week: `again-1`, `again-2`… Of a value sent back (at that
 * instant, in seconds): at once, then each week.
 */
export type ReminderStage = 'before' | 'after' | `again-${number}` | `returned-${number}` | `returned-${number}-${number}`;

/** Minutes without another value sent back before its author is written to: several make one message. */
export const returnedPauseMinutes = 5;

/** A reminder that one person asks for waits at least that long after the last one (hours). */
export const reminderPauseHours = 24;

/**
 * The reminder a value without answer is at on a day, or null: too early, answered, off, or past the limit. Each stage lasts until
 * the next one, so that a day without worker delays a reminder and never doubles it; old values stay silent. A value sent back has its
 * own weeks, as many, from that day.
 */
export function reminderStage(
  { period, dueOn, answer }: Pick<CollectionTask, 'period' | 'dueOn' | 'answer'>,
  { remind, beforeDays, weeklyLimit }: Pick<CollectionSettings, 'remind' | 'beforeDays' | 'weeklyLimit'>,
  today: Day,
): ReminderStage | null {
  if (!remind) return null;
  if (answer?.returned) return returnedStage(answer.returned, weeklyLimit, today);
  if (answer) return null;
  if (today <= dueOn) return beforeDays > 0 && today >= maxDay(period.end, addDays(dueOn, -beforeDays)) ? 'before' : null;
  const weeks = Math.floor(daysBetween(addDays(dueOn, 1), today) / 7);
  if (weeks > weeklyLimit) return null;
  return weeks === 0 ? 'after' : `again-${weeks}`;
}

function returnedStage({ on, at }: ReturnedAnswer, weeklyLimit: number, today: Day): ReminderStage | null {
  const weeks = Math.floor(daysBetween(on, today) / 7);
  if (weeks > weeklyLimit) return null;
  return weeks < 1 ? `returned-${at}` : `returned-${at}-${weeks}`;
}
