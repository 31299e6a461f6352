import { Injectable } from '@nestjs/common';
import type { KeyedSchedule } from '@maillage/platform';
import { CollectionSchedules } from '@maillage/features/indicators';

/** Reminders that leave by themselves each morning, in the zone of each community. */
@Injectable()
export class CollectionScheduleSource {
  readonly prefix = 'collection.';

  constructor(private readonly collection: CollectionSchedules) {}

  schedules(): Promise<KeyedSchedule[]> {
    return this.collection.all();
  }
}
