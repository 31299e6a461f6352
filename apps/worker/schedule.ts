import type { Type } from '@nestjs/common';
import type { KeyedSchedule, Log, Schedules } from '@maillage/platform';
import { CollectionScheduleSource } from './collection-schedule-source';
import { ErasingScheduleSource } from './erasing-schedule-source';
import { ReportScheduleSource } from './report-schedule-source';

/** Says which jobs come back by themselves, for all communities as they are now. */
export interface ScheduleSource {
  /** Start of all its keys, with a final dot: `quarter-report.` */
  readonly prefix: string;
  schedules(): Promise<KeyedSchedule[]>;
}

/** The sources of the product, one class per kind of schedule. */
export const scheduleSources: readonly Type<ScheduleSource>[] = [ReportScheduleSource, CollectionScheduleSource, ErasingScheduleSource];

/** Puts the schedules in the state the sources ask for, and hangs the bells the queue's server may have lost. */
export async function hangSchedules(sources: readonly ScheduleSource[], schedules: Schedules, log: Log): Promise<void> {
  for (const source of sources) {
    await schedules
      .sync(source.prefix, await source.schedules())
      .catch((error: unknown) => log.error('schedules not brought up to date', error, { prefix: source.prefix }));
  }
  await schedules.hangAll().catch((error: unknown) => log.warn('bells of schedules not hung', { err: error }));
}
