import { addDays, type Day, daysBetween, maxDay } from '@maillage/domain/kernel';
import type { CollectionSettings, CollectionTask } from './collection';

/** Which reminder of a value: before its due day, on the day after, then each week: `again-1`, `again-2`… */
export type ReminderStage = 'before' | 'after' | `again-${number}`;

/** A reminder that one person asks for waits at least that long after the last one (hours). */
export const reminderPauseHours = 24;

/**
 * The reminder a value without answer is at on a day, or null: too early, answered, off, or past the limit. Each stage lasts until
 * the next one, so that a day without worker delays a reminder and never doubles it; old values stay silent.
 */
export function reminderStage(
  { period, dueOn, answer }: Pick<CollectionTask, 'period' | 'dueOn' | 'answer'>,
  { remind, beforeDays, weeklyLimit }: Pick<CollectionSettings, 'remind' | 'beforeDays' | 'weeklyLimit'>,
  today: Day,
): ReminderStage | null {
  if (!remind || answer) return null;
  if (today <= dueOn) return beforeDays > 0 && today >= maxDay(period.end, addDays(dueOn, -beforeDays)) ? 'before' : null;
  const weeks = Math.floor(daysBetween(addDays(dueOn, 1), today) / 7);
  if (weeks > weeklyLimit) return null;
  return weeks === 0 ? 'after' : `again-${weeks}`;
}
