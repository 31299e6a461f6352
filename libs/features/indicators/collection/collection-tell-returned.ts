import { reminderStage, returnedPauseMinutes, taskKey, type ReminderStage } from '@maillage/domain/indicators';
import { addYears, groupBy } from '@maillage/domain/kernel';
import { Clock, Ids, Jobs, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadReturnedPlaces } from './collection-answers.store';
import { readCollection, tasksIn } from './collection-reading';
import { byPerson, lineOf, plan, returnedPeriods, type Asked } from './collection-reminders';
import { loadRemindedStages, lockReminders } from './collection-reminder.store';

declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Writes to those who gave the values just sent back. */
    'collection.tell-returned': Record<string, never>;
  }
}

/** A run rung a little early still finds that nothing else came (milliseconds). */
const leeway = 5_000;

/** Reminders of returns older than that are not looked up: their weeks are over. */
const yearsOfReminders = 1;

/** Writes at once to who gave values that were sent back, with the remarks: one message for what the same person sent back together. */
@Injectable()
export class TellReturned {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /**
   * The number of messages planned. None while values are still being sent back (the last one has its own run), where reminders are
   * off, and to who sent back their own value. Each return is told once, whoever asks and however often.
   */
  async execute(communityId: string): Promise<number> {
    return this.db.run(communityId, async (tx) => {
      await lockReminders(tx, communityId);
      const ground = await readCollection(tx, communityId, this.clock);
      const { settings, facts } = ground;
      const places = await loadReturnedPlaces(tx);
      const quietSince = this.clock.now().getTime() - returnedPauseMinutes * 60_000 + leeway;
      if (!settings.remind || places.some(({ returnedAt }) => returnedAt.getTime() > quietSince)) return 0;
      const sentBackBy = new Map(places.map(({ indicatorId, periodKey, returnedBy }) => [taskKey(indicatorId, periodKey), returnedBy]));
      const tasks = (await tasksIn(tx, ground, await returnedPeriods(tx, ground))).filter(
        ({ state, indicator, locked }) => state === 'to-correct' && indicator.archivedAt === null && !locked,
      );
      const reminded = await loadRemindedStages(tx, addYears(facts.today, -yearsOfReminders));
      let planned = 0;
      for (const [collector, mine] of byPerson(ground, tasks)) {
        const fresh = mine.flatMap((task) => {
          const stage: ReminderStage | null = reminderStage(task, settings, facts.today);
          const by = sentBackBy.get(taskKey(task.indicator.id, task.period.key)) ?? null;
          const told = stage === null || reminded.has(`${collector.personId} ${task.indicator.id} ${task.period.key} ${stage}`);
          return told || by === collector.personId ? [] : [{ by, line: lineOf(task, stage) }];
        });
        for (const [askedBy, together] of groupBy(fresh, ({ by }) => by)) {
          const asked: Asked = { collector, lines: together.map(({ line }) => line) };
          planned += await plan(tx, { clock: this.clock, ids: this.ids, jobs: this.jobs }, { day: facts.today, askedBy }, [asked]);
        }
      }
      return planned;
    });
  }
}
