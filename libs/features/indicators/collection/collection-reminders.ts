import { isOwed, reminderPauseHours, reminderStage, type ReminderStage } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { addDays, DomainError, formatPeriod, groupBy, maxDay, parsePeriod, uniqueBy, type Day, type Period } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { Clock, Ids, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadReturned } from './collection-answers.store';
import { readCollection, roundsOf, tasksIn, type CollectedTask, type CollectionGround } from './collection-reading';
import { insertReminder, loadLastReminders, loadRemindedStages, lockReminders, type ReminderLine } from './collection-reminder.store';
import { loadCollectors, type Collector } from './collection.store';

declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Plans the reminders of the day for a community. */
    'collection.remind': Record<string, never>;
    /** Sends one reminder. */
    'collection.send-reminder': { reminderId: string };
  }
}

/** Who is to be written to. */
export interface Asked {
  collector: Collector;
  lines: ReminderLine[];
}

/** What a plan is written with. */
export interface Planning {
  clock: Clock;
  ids: Ids;
  jobs: Jobs;
}

/** The periods that hold a value sent back, however old. */
export async function returnedPeriods(tx: Tx, { facts }: CollectionGround): Promise<Period[]> {
  const keys = [...(await loadReturned(tx, facts.timeZone)).keys()].map((place) => place.slice(place.indexOf(' ') + 1));
  return [...new Set(keys)].map((key) => parsePeriod(key, facts.calendar));
}

/** The line of a reminder; what was sent back after its due day is due since then. */
export const lineOf = ({ indicator, period, dueOn, answer }: CollectedTask, stage: ReminderStage | 'asked'): ReminderLine => ({
  indicatorId: indicator.id,
  periodKey: period.key,
  dueOn: answer?.returned ? maxDay(dueOn, answer.returned.on) : dueOn,
  stage,
});

/** A message of the pause ago or less is recent. */
const isRecent = (last: Date | undefined, now: Date): boolean => last !== undefined && now.getTime() - last.getTime() < reminderPauseHours * 3_600_000;

/** Writes the reminders and the jobs that send them, in one transaction. */
export async function plan(tx: Tx, { clock, ids, jobs }: Planning, { day, askedBy }: { day: Day; askedBy: string | null }, asked: readonly Asked[]): Promise<number> {
  let planned = 0;
  for (const { collector, lines } of asked) {
    const id = ids.next();
    const { personId, email } = collector;
    const written = await insertReminder(tx, { id, personId, email, day, askedBy, createdAt: clock.now() }, lines);
    if (!written) continue;
    await jobs.enqueue(tx, 'collection.send-reminder', { reminderId: id }, { subject: id });
    planned += 1;
  }
  return planned;
}

/** What each person owes among these tasks; what nobody is named for is owed by every coordinator. */
export function byPerson(ground: CollectionGround, tasks: readonly CollectedTask[]): Map<Collector, CollectedTask[]> {
  const people = [...ground.collectors.values()];
  const owed = people.map((person): [Collector, CollectedTask[]] => [
    person,
    tasks.filter(({ owner }) => (owner.personId === null ? person.role === 'coordinator' : owner.personId === person.personId)),
  ]);
  return new Map(owed.filter(([, mine]) => mine.length > 0));
}

/** Plans by itself the reminders that are due today: one message per person, each stage of each value once, whoever asks and however often. */
@Injectable()
export class PlanReminders {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /** The number of messages planned. */
  async execute(communityId: string): Promise<number> {
    return this.db.run(communityId, async (tx) => {
      await lockReminders(tx, communityId);
      const ground = await readCollection(tx, communityId, this.clock);
      const { settings, facts } = ground;
      if (!settings.remind) return 0;
      const { today } = facts;
      const longest = Math.max(settings.dueDays, ...ground.indicators.map(({ dueDays }) => dueDays ?? 0));
      const oldest = addDays(today, -(longest + 7 * (settings.weeklyLimit + 1) + 1));
      const back = await returnedPeriods(tx, ground);
      const periods = uniqueBy([...roundsOf({ ...ground, since: oldest }), ...back], ({ key }) => key);
      const tasks = (await tasksIn(tx, ground, periods)).filter(({ indicator, locked }) => indicator.archivedAt === null && !locked);
      const reminded = await loadRemindedStages(tx, oldest);
      const last = await loadLastReminders(tx);
      const asked = [...byPerson(ground, tasks)].flatMap(([collector, mine]): Asked[] => {
        // Written to by hand a moment ago: the stage waits for tomorrow.
        if (isRecent(last.get(collector.personId), this.clock.now())) return [];
        const lines = mine.flatMap((task): ReminderLine[] => {
          const stage = reminderStage(task, settings, today);
          return stage && !reminded.has(`${collector.personId} ${task.indicator.id} ${task.period.key} ${stage}`) ? [lineOf(task, stage)] : [];
        });
        return lines.length > 0 ? [{ collector, lines }] : [];
      });
      return plan(tx, { clock: this.clock, ids: this.ids, jobs: this.jobs }, { day: today, askedBy: null }, asked);
    });
  }
}

/** What a person asked for: how many messages leave, and who was written to too recently. */
export interface RemindedNow {
  planned: number;
  tooSoon: string[];
}

/** « Relancer maintenant »: writes at once to those who still owe a value of a period. */
@Injectable()
export class RemindNow {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /**
   * To one person, or to everyone (`personId` null). Refused: `reminder-nobody`, `reminder-too-soon` when everyone concerned was
   * written to within the pause; a second click is refused so.
   */
  async execute(actor: Actor, input: { periodKey: string; personId: string | null }): Promise<RemindedNow> {
    requireRight(actor, 'measures.validate');
    return this.db.run(actor.communityId, async (tx) => {
      await lockReminders(tx, actor.communityId);
      const ground = await readCollection(tx, actor.communityId, this.clock);
      const period = parsePeriod(input.periodKey, ground.facts.calendar);
      if (input.personId !== null && !(await loadCollectors(tx)).some(({ personId }) => personId === input.personId)) throw new DomainError('not-found');
      const open = (await tasksIn(tx, ground, [period])).filter((task) => isOwed(task) && task.indicator.archivedAt === null && !task.locked);
      const owed = [...byPerson(ground, open)].filter(([{ personId }]) => personId !== actor.personId && (input.personId === null || personId === input.personId));
      if (owed.length === 0) throw new DomainError('reminder-nobody');
      const last = await loadLastReminders(tx);
      const recent = groupBy(owed, ([{ personId }]) => isRecent(last.get(personId), this.clock.now()));
      const free = recent.get(false) ?? [];
      const names = (recent.get(true) ?? []).map(([{ name }]) => name);
      if (free.length === 0) throw new DomainError('reminder-too-soon', { who: names.join(', '), hours: reminderPauseHours });
      const asked = free.map(([collector, tasks]): Asked => ({ collector, lines: tasks.map((task) => lineOf(task, 'asked')) }));
      const planned = await plan(tx, { clock: this.clock, ids: this.ids, jobs: this.jobs }, { day: ground.facts.today, askedBy: actor.personId }, asked);
      await audit(tx, actor, {
        act: 'collection.reminded',
        subjectType: 'community',
        subjectId: actor.communityId,
        label: formatPeriod(period),
        after: { recipients: asked.map(({ collector }) => collector.name) },
      });
      return { planned, tooSoon: names };
    });
  }
}
